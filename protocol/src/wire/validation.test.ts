import { describe, expect, test } from 'vitest';
import {
  CONTROL_FRAME_MAX,
  type DeviceId,
  deviceId,
  deviceKey,
  generation,
  type Hello,
  type PeerMessage,
  type PlannedSeat,
  type ReceiverPlan,
  routeId,
  seatKey,
  usage,
} from '../domain/index.ts';
import { milliseconds } from '../kernel/index.ts';
import { decodeBoxFrame, encodeBoxFrame } from './box-frame.ts';
import { decodeConsoleOutput } from './console.ts';
import { decodeManagerFrame, encodeManagerFrame } from './manager-frame.ts';
import { decodeMedia } from './media.ts';
import { decodePeer, encodePeer } from './peer.ts';
import { schema } from './schema.ts';

/** What a defect could let through. */
const anyId = (text: string): DeviceId => text as DeviceId;

const malformed = expect.objectContaining({ code: 'frame-malformed' });
const oversized = expect.objectContaining({ code: 'frame-oversized' });
const unknown = expect.objectContaining({ code: 'frame-unknown' });

const hello: Hello = {
  type: 'hello',
  versions: { oldest: 1, newest: 1 },
  kind: 'receiver',
  firmware: '0.1.0',
  model: 'test',
  capabilities: ['route'],
  codecs: ['jpeg'],
  highestGeneration: generation(0),
  session: null,
  peer: { host: '10.0.0.1', port: 7000 },
  routes: [],
  authorities: [],
  certificateRequest: null,
  enrolmentCode: null,
};

const saying = (changes: Partial<Hello>) =>
  encodeBoxFrame({ id: 1, deadline: null, message: { ...hello, ...changes } });

describe('a hello is refused when', () => {
  const cases: Record<string, Partial<Hello>> = {
    'its firmware is longer than any': { firmware: 'x'.repeat(65) },
    'its newest version is below its oldest': { versions: { oldest: 2, newest: 1 } },
    'it speaks version 0': { versions: { oldest: 0, newest: 1 } },
    'its port is none': { peer: { host: 'x', port: 65_536 } },
    'its generation is no safe integer': { highestGeneration: generation(2 ** 53) },
    'its generation is negative': { highestGeneration: generation(-1) },
    'its certificate request is endless': { certificateRequest: 'x'.repeat(5000) },
    'it reports more routes than a transmitter serves': {
      routes: Array.from({ length: 513 }, () => ({
        route: routeId('r'),
        generation: generation(1),
        status: { type: 'lost' as const },
      })),
    },
  };
  test.each(Object.entries(cases))('%s', (_name, changes) => {
    expect(() => decodeBoxFrame(saying(changes))).toThrow(malformed);
  });
});

test('a newer box may offer what this version has no word for', () => {
  // A second hello field is merged into the first: capability 99 and codec 99.
  const { message } = decodeBoxFrame(Uint8Array.from([...saying({}), 0x5a, 4, 0x30, 99, 0x38, 99]));
  expect(message).toMatchObject({ capabilities: ['route'], codecs: ['jpeg'] });
});

describe('peer input is refused when', () => {
  const input: Extract<PeerMessage, { type: 'input' }> = { type: 'input', sequence: 1, keys: [], pointer: null };
  const pointer = { buttons: 0, position: null, movement: null, wheel: 0, tilt: 0 };
  const cases: Record<string, Partial<typeof input>> = {
    'more keys are pressed than any hand presses': { keys: Array.from({ length: 33 }, () => usage(4)) },
    'a key is an error code': { keys: [usage(1)] },
    'a key is beyond a report': { keys: [usage(0x100)] },
    'the pointer is outside the display': { pointer: { ...pointer, position: { x: 32_768, y: 0 } } },
    'the pointer moves further than a report says': { pointer: { ...pointer, movement: { dx: 0, dy: -32_768 } } },
    'there are more buttons than five': { pointer: { ...pointer, buttons: 0x20 } },
    'the wheel turns further than a report says': { pointer: { ...pointer, wheel: 128, tilt: 0 } },
    'the number is no safe integer': { sequence: 2 ** 53 },
  };
  test.each(Object.entries(cases))('%s', (_name, changes) => {
    expect(() => decodePeer(encodePeer({ ...input, ...changes }))).toThrow(malformed);
  });
});

test('a focus on a display that no seat has is refused', () => {
  expect(() => decodePeer(encodePeer({ type: 'focus-wanted', number: 9 }))).toThrow(malformed);
  expect(() => decodePeer(encodePeer({ type: 'focus-wanted', number: 0 }))).toThrow(malformed);
});

describe('a plan is refused when', () => {
  const id = deviceId('5001');
  if (id === null) throw new Error('5001 is an ID');
  const device = { key: deviceKey('d'), id, name: 'desk', receiverKind: 'desk' as const };
  const seat: PlannedSeat = { key: seatKey('s'), name: 'seat', members: [], idleMinutes: null };
  const plan: ReceiverPlan = {
    type: 'receiver',
    revision: 1,
    generation: generation(1),
    device,
    seat,
    session: null,
    route: null,
    attempt: null,
  };
  const cases: Record<string, Partial<ReceiverPlan>> = {
    'the ID is not four digits': { device: { ...device, id: anyId('501') } },
    'the ID is nobody’s': { device: { ...device, id: anyId('5000') } },
    'the key is empty': { device: { ...device, key: deviceKey('') } },
    'a name is longer than any': { device: { ...device, name: 'x'.repeat(201) } },
    'the seat signs out at once': { seat: { ...seat, idleMinutes: 0 } },
  };
  test.each(Object.entries(cases))('%s', (_name, changes) => {
    const message = { type: 'plan', plan: { ...plan, ...changes } } as const;
    expect(() => decodeManagerFrame(encodeManagerFrame({ id: 1, replyTo: null, message }))).toThrow(malformed);
  });
});

describe('a crop is refused when', () => {
  const unit = { stream: 1, generation: 1, codec: 1, key: true, time: 1, bytes: new Uint8Array(1) };
  test.each([
    ['it is no number', { left: Number.NaN, top: 0, width: 1, height: 1 }],
    ['it is empty', { left: 0, top: 0, width: 0, height: 1 }],
    ['it reaches beyond the picture', { left: 0.5, top: 0, width: 0.6, height: 1 }],
    ['it begins before the picture', { left: -0.1, top: 0, width: 1, height: 1 }],
  ])('%s', (_name, crop) => {
    expect(() => decodeConsoleOutput(schema.ConsoleOutput.encode({ unit: { unit, crop } }).finish())).toThrow(
      malformed,
    );
  });
});

describe('an envelope is refused when', () => {
  test('a request has no deadline', () => {
    const bytes = schema.BoxFrame.encode({ id: 1, signOut: { reason: 1 } }).finish();
    expect(() => decodeBoxFrame(bytes)).toThrow(malformed);
  });
  test('a notice has a deadline', () => {
    const bytes = schema.BoxFrame.encode({ id: 1, deadline: 5, watchList: {} }).finish();
    expect(() => decodeBoxFrame(bytes)).toThrow(malformed);
  });
  test('the deadline is further than anybody waits', () => {
    const message = { type: 'sign-out', reason: 'operator' } as const;
    expect(() => decodeBoxFrame(encodeBoxFrame({ id: 1, deadline: milliseconds(60_001), message }))).toThrow(malformed);
  });
  test('an answer answers nothing', () => {
    expect(() => decodeManagerFrame(schema.ManagerFrame.encode({ id: 1, signOutAnswer: {} }).finish())).toThrow(
      malformed,
    );
  });
  test('it has no id', () => {
    expect(() => decodeBoxFrame(schema.BoxFrame.encode({ ping: {} }).finish())).toThrow(malformed);
  });
});

describe('a message of a kind that this version does not know', () => {
  // Field 999, a nested message.
  const future = [0xba, 0x3e, 0x00];
  test('is told apart from a malformed one, with the id to answer to', () => {
    const request = Uint8Array.from([...schema.BoxFrame.encode({ id: 7, deadline: 100 }).finish(), ...future]);
    expect(() => decodeBoxFrame(request)).toThrow(unknown);
    expect(() => decodeBoxFrame(request)).toThrow(
      expect.objectContaining({ context: expect.objectContaining({ id: 7, request: true }) }),
    );
  });
  test('is unknown on every path', () => {
    expect(() => decodePeer(Uint8Array.from(future))).toThrow(unknown);
    expect(() => decodeMedia(Uint8Array.from(future))).toThrow(unknown);
    expect(() => decodeManagerFrame(Uint8Array.from([0x08, 1, ...future]))).toThrow(unknown);
  });
});

test('a fault code of a newer manager does not cost the connection', () => {
  const bytes = schema.ManagerFrame.encode({
    id: 1,
    replyTo: 1,
    fault: { code: 'from-the-future', message: 'x' },
  }).finish();
  expect(decodeManagerFrame(bytes).message).toEqual({ type: 'fault', code: 'frame-unknown', message: 'x' });
});

test('a frame beyond the limit is neither read nor written', () => {
  expect(() => decodeBoxFrame(new Uint8Array(CONTROL_FRAME_MAX + 1))).toThrow(oversized);
  const targets = Array.from({ length: 2000 }, () => ({ id: anyId('5001'), name: '名'.repeat(20), refusal: null }));
  const message = { type: 'command-answer', refusal: null, targets } as const;
  expect(() => encodeManagerFrame({ id: 1, replyTo: 1, message })).toThrow(oversized);
});

test('half a character in a name is replaced, not sent as bytes that nobody reads', () => {
  const message = { type: 'desk-notice', notice: { type: 'right-withdrawn', source: 'a\ud800' } } as const;
  expect(decodeManagerFrame(encodeManagerFrame({ id: 1, replyTo: null, message })).message).toEqual({
    type: 'desk-notice',
    notice: { type: 'right-withdrawn', source: 'a\ufffd' },
  });
});
