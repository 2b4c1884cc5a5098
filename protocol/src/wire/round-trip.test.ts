import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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

interface RoundTrip<Message> {
  readonly messages: fc.Arbitrary<Message>;
  readonly there: (message: Message) => Uint8Array;
  readonly back: (bytes: Uint8Array) => Message;
}

describe('what was said is what is heard:', () => {
  law('box frames', { messages: arbitraryBoxFrame, there: encodeBoxFrame, back: decodeBoxFrame });
  law('manager frames', { messages: arbitraryManagerFrame, there: encodeManagerFrame, back: decodeManagerFrame });
  law('peer frames', { messages: arbitraryPeerFrame, there: encodePeer, back: decodePeer });
  law('media frames', { messages: arbitraryMediaMessage, there: encodeMedia, back: decodeMedia });
  law('console input', { messages: arbitraryConsoleInput, there: encodeConsoleInput, back: decodeConsoleInput });
  law('console output', { messages: arbitraryConsoleOutput, there: encodeConsoleOutput, back: decodeConsoleOutput });
  law('preview requests', {
    messages: arbitraryPreviewRequest,
    there: encodePreviewRequest,
    back: decodePreviewRequest,
  });
  law('preview frames', { messages: arbitraryPreviewFrame, there: encodePreviewFrame, back: decodePreviewFrame });
  law('tickets', { messages: arbitraryTicket, there: encodeTicket, back: decodeTicket });
});

function law<Message>(name: string, { messages, there, back }: RoundTrip<Message>): void {
  test(name, () => {
    fc.assert(
      fc.property(messages, (message) => {
        const bytes = there(message);
        expect(back(bytes)).toStrictEqual(message);
        // A socket gives Buffers: byte fields must come out as plain arrays all the same.
        expect(back(Buffer.from(bytes))).toStrictEqual(message);
      }),
      { numRuns: 300 },
    );
  });
}
