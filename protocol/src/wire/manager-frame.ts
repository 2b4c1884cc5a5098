import type { BoxAnswer, ManagerMessage, ManagerNotice } from '../domain/index.ts';
import { readBoxAnswer, writeBoxAnswer } from './box-answer.ts';
import { PING, type Ping } from './box-frame.ts';
import { frameBytes, readFrame, unknownMessage } from './frame-bytes.ts';
import { CONTROL_FRAME_MAX } from './limits.ts';
import { readManagerNotice, writeManagerNotice } from './manager-notice.ts';
import { malformed, optional, readWhole } from './reading.ts';
import { type generated, schema } from './schema.ts';

/** What a manager's frame says; `replyTo` is the id of the request that is answered, and what tells answers. */
export type ManagerContent =
  | { readonly replyTo: null; readonly message: ManagerNotice | Ping }
  | { readonly replyTo: number; readonly message: BoxAnswer };

/** Manager → box on a control link. `id` rises by one with every frame of a connection, from 1. */
export type ManagerFrame = ManagerContent & { readonly id: number };

/** Throws `frame-oversized` when the message does not fit a control frame. */
export function encodeManagerFrame({ id, replyTo, message }: ManagerFrame): Uint8Array {
  const encoded = schema.ManagerFrame.encode({ id, replyTo, ...writeMessage(message) });
  return frameBytes(encoded, { what: `frame ${message.type}`, max: CONTROL_FRAME_MAX });
}

/** Throws `frame-malformed`, `frame-oversized` or `frame-unknown`. */
export function decodeManagerFrame(bytes: Uint8Array): ManagerFrame {
  return readFrame(bytes, { what: 'manager frame', max: CONTROL_FRAME_MAX, decode: schema.ManagerFrame.decode, read });
}

function writeMessage(message: ManagerMessage | Ping): Partial<generated.v1.ManagerFrame.$Properties> {
  switch (message.type) {
    case 'ping':
      return { ping: {} };
    case 'welcome':
    case 'plan':
    case 'settings':
    case 'list-page':
    case 'box-command':
    case 'desk-notice':
      return writeManagerNotice(message);
    case 'sign-in-answer':
    case 'sign-out-answer':
    case 'command-answer':
    case 'change-password-answer':
    case 'fault':
      return writeBoxAnswer(message);
  }
}

function read(raw: generated.v1.ManagerFrame.$Properties): ManagerFrame {
  const id = readWhole(raw.id, { field: 'id', min: 1 });
  const replyTo = optional(raw.replyTo, (value) => readWhole(value, { field: 'reply-to', min: 1 }));
  const answer = readBoxAnswer(raw);
  if (answer !== null) {
    if (replyTo === null) throw malformed('reply-to', 'is missing on an answer');
    return { id, replyTo, message: answer };
  }
  const message = optional(raw.ping, () => PING) ?? readManagerNotice(raw);
  if (message === null) throw unknownMessage('manager frame', { id });
  if (replyTo !== null) throw malformed('reply-to', 'stands on something that is not an answer');
  return { id, replyTo, message };
}
