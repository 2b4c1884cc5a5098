import type { BoxMessage, BoxNotice, BoxRequest, Hello } from '../domain/index.ts';
import { type Duration, milliseconds } from '../kernel/index.ts';
import { readBoxNotice, writeBoxNotice } from './box-notice.ts';
import { readBoxRequest, writeBoxRequest } from './box-request.ts';
import { frameBytes, readFrame, unknownMessage } from './frame-bytes.ts';
import { readHello, writeHello } from './hello.ts';
import { CONTROL_FRAME_MAX, DEADLINE_MAX } from './limits.ts';
import { malformed, optional, readWhole } from './reading.ts';
import { type generated, schema } from './schema.ts';

/** Says that the sender is alive, and nothing else. */
export interface Ping {
  readonly type: 'ping';
}

export const PING: Ping = { type: 'ping' };

/** What a box's frame says; `deadline` is how long it waits for the answer, and what tells a request from the rest. */
export type BoxContent =
  | { readonly deadline: null; readonly message: Hello | BoxNotice | Ping }
  | { readonly deadline: Duration; readonly message: BoxRequest };

/** Box → manager on a control link. `id` rises by one with every frame of a connection, from 1. */
export type BoxFrame = BoxContent & { readonly id: number };

/** Throws `frame-oversized` when the message does not fit a control frame. */
export function encodeBoxFrame({ id, deadline, message }: BoxFrame): Uint8Array {
  const encoded = schema.BoxFrame.encode({ id, deadline, ...writeMessage(message) });
  return frameBytes(encoded, { what: `frame ${message.type}`, max: CONTROL_FRAME_MAX });
}

/**
 * Throws `frame-malformed`, `frame-oversized` or `frame-unknown`. An unknown message's fault has the context
 * `{ id, request }`, so that a request can be answered by its id.
 */
export function decodeBoxFrame(bytes: Uint8Array): BoxFrame {
  return readFrame(bytes, { what: 'box frame', max: CONTROL_FRAME_MAX, decode: schema.BoxFrame.decode, read });
}

function writeMessage(message: BoxMessage | Ping): Partial<generated.v1.BoxFrame.$Properties> {
  switch (message.type) {
    case 'ping':
      return { ping: {} };
    case 'hello':
      return { hello: writeHello(message) };
    case 'box-report':
    case 'route-reports':
    case 'foreign-viewer':
    case 'watch-list':
      return writeBoxNotice(message);
    case 'sign-in':
    case 'sign-out':
    case 'command':
    case 'change-password':
      return writeBoxRequest(message);
  }
}

function read(raw: generated.v1.BoxFrame.$Properties): BoxFrame {
  const id = readWhole(raw.id, { field: 'id', min: 1 });
  const deadline = optional(raw.deadline, (value) =>
    milliseconds(readWhole(value, { field: 'deadline', min: 1, max: DEADLINE_MAX })),
  );
  const request = readBoxRequest(raw);
  if (request !== null) {
    if (deadline === null) throw malformed('deadline', 'is missing on a request');
    return { id, deadline, message: request };
  }
  const message = optional(raw.ping, () => PING) ?? optional(raw.hello, readHello) ?? readBoxNotice(raw);
  if (message === null) throw unknownMessage('box frame', { id, request: deadline !== null });
  if (deadline !== null) throw malformed('deadline', 'stands on something that is not a request');
  return { id, deadline, message };
}
