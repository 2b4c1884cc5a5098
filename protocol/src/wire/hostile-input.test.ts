import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fault } from '../kernel/index.ts';
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
} from '../testing/arbitraries/index.ts';
import { decodeBoxFrame, encodeBoxFrame } from './box-frame.ts';
import { decodeConsoleInput, decodeConsoleOutput, encodeConsoleInput, encodeConsoleOutput } from './console.ts';
import { decodeManagerFrame, encodeManagerFrame } from './manager-frame.ts';
import { decodeMedia, encodeMedia } from './media.ts';
import { decodePeer, encodePeer } from './peer.ts';
import { decodePreviewFrame, decodePreviewRequest, encodePreviewFrame, encodePreviewRequest } from './preview.ts';
import { decodeTicket, encodeTicket } from './ticket.ts';

const decoders = {
  'box frames': { decode: decodeBoxFrame, valid: arbitraryBoxFrame.map(encodeBoxFrame) },
  'manager frames': { decode: decodeManagerFrame, valid: arbitraryManagerFrame.map(encodeManagerFrame) },
  'peer frames': { decode: decodePeer, valid: arbitraryPeerFrame.map(encodePeer) },
  'media frames': { decode: decodeMedia, valid: arbitraryMediaMessage.map(encodeMedia) },
  'console input': { decode: decodeConsoleInput, valid: arbitraryConsoleInput.map(encodeConsoleInput) },
  'console output': { decode: decodeConsoleOutput, valid: arbitraryConsoleOutput.map(encodeConsoleOutput) },
  'preview requests': { decode: decodePreviewRequest, valid: arbitraryPreviewRequest.map(encodePreviewRequest) },
  'preview frames': { decode: decodePreviewFrame, valid: arbitraryPreviewFrame.map(encodePreviewFrame) },
  tickets: { decode: decodeTicket, valid: arbitraryTicket.map(encodeTicket) },
} as const;

describe.each(Object.entries(decoders))(
  'whatever comes in place of %s is a value or a fault of three kinds:',
  (_name, law) => {
    test('random bytes', () => {
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => expectValueOrFault(law.decode, bytes)),
        { numRuns: 2000 },
      );
    });

    test('valid frames with bytes changed, cut, doubled or put in', () => {
      fc.assert(
        fc.property(law.valid, mutations, (valid, changes) => {
          expectValueOrFault(law.decode, changes.reduce(mutate, valid));
        }),
        { numRuns: 2000 },
      );
    });
  },
);

interface Mutation {
  readonly type: 'set' | 'insert' | 'remove' | 'cut' | 'repeat';
  /** Where, as a share of the length. */
  readonly at: number;
  readonly byte: number;
}

const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.record({
    type: fc.constantFrom<Mutation['type']>('set', 'insert', 'remove', 'cut', 'repeat'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    byte: fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0, 0x7f, 0x80, 0xff)),
  }),
  { minLength: 1, maxLength: 6 },
);

function mutate(bytes: Uint8Array, { type, at, byte }: Mutation): Uint8Array {
  const index = Math.floor(at * bytes.length);
  const [head, tail] = [bytes.subarray(0, index), bytes.subarray(index)];
  switch (type) {
    case 'set':
      return Uint8Array.from([...head, byte, ...tail.subarray(1)]);
    case 'insert':
      return Uint8Array.from([...head, byte, ...tail]);
    case 'remove':
      return Uint8Array.from([...head, ...tail.subarray(1)]);
    case 'cut':
      return Uint8Array.from(head);
    case 'repeat':
      return Uint8Array.from([...bytes, ...tail]);
  }
}

const codes: readonly string[] = ['frame-malformed', 'frame-oversized', 'frame-unknown'];

function expectValueOrFault(decode: (bytes: Uint8Array) => unknown, bytes: Uint8Array): void {
  try {
    decode(bytes);
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(Fault);
    expect(codes).toContain(thrown instanceof Fault ? thrown.code : null);
  }
}
