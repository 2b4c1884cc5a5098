import {
  arbitraryBoxFrame,
  arbitraryConsoleInput,
  arbitraryConsoleOutput,
  arbitraryManagerFrame,
  arbitraryMediaMessage,
  arbitraryPeerFrame,
  arbitraryPreviewFrame,
  arbitraryPreviewRequest,
  arbitraryTicket,
} from '@seatmatrix/protocol/testing';
import {
  decodeBoxFrame,
  decodeConsoleInput,
  decodeConsoleOutput,
  decodeManagerFrame,
  decodeMedia,
  decodePeer,
  decodePreviewFrame,
  decodePreviewRequest,
  decodeTicket,
  encodeBoxFrame,
  encodeConsoleInput,
  encodeConsoleOutput,
  encodeManagerFrame,
  encodeMedia,
  encodePeer,
  encodePreviewFrame,
  encodePreviewRequest,
  encodeTicket,
} from '@seatmatrix/protocol/wire';
import { type BytesTarget, bytesTarget, samplesOf } from './bytes-target.ts';
import type { FuzzShare } from './fuzz-target.ts';

const faults = ['frame-malformed', 'frame-oversized', 'frame-unknown'] as const;

const decoders: readonly Omit<BytesTarget, 'faults'>[] = [
  {
    name: 'box frames',
    weight: 8,
    samples: samplesOf(arbitraryBoxFrame, encodeBoxFrame),
    decode: decodeBoxFrame,
  },
  {
    name: 'manager frames',
    weight: 8,
    samples: samplesOf(arbitraryManagerFrame, encodeManagerFrame),
    decode: decodeManagerFrame,
  },
  { name: 'peer frames', weight: 8, samples: samplesOf(arbitraryPeerFrame, encodePeer), decode: decodePeer },
  { name: 'media frames', weight: 4, samples: samplesOf(arbitraryMediaMessage, encodeMedia), decode: decodeMedia },
  { name: 'tickets', weight: 4, samples: samplesOf(arbitraryTicket, encodeTicket), decode: decodeTicket },
  {
    name: 'console input',
    weight: 4,
    samples: samplesOf(arbitraryConsoleInput, encodeConsoleInput),
    decode: decodeConsoleInput,
  },
  {
    name: 'console output',
    weight: 4,
    samples: samplesOf(arbitraryConsoleOutput, encodeConsoleOutput),
    decode: decodeConsoleOutput,
  },
  {
    name: 'preview requests',
    weight: 2,
    samples: samplesOf(arbitraryPreviewRequest, encodePreviewRequest),
    decode: decodePreviewRequest,
  },
  {
    name: 'preview frames',
    weight: 2,
    samples: samplesOf(arbitraryPreviewFrame, encodePreviewFrame),
    decode: decodePreviewFrame,
  },
];

/** Every kind of protobuf frame, on every path. */
export const wireTargets: readonly FuzzShare[] = decoders.map((each) => bytesTarget({ ...each, faults }));
