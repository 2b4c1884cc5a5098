import { type CaptureState, fingerprint, type PreviewFrame, type PreviewRequest } from '@seatmatrix/protocol/domain';
import { type Duration, milliseconds, seconds, silentLog } from '@seatmatrix/protocol/kernel';
import { type Closed, DIALLER_FRAME_MAX, LISTENER_FRAME_MAX, type Transport } from '@seatmatrix/protocol/link';
import { MemoryNetwork, VirtualClock } from '@seatmatrix/protocol/testing';
import { decodePreviewFrame, encodePreviewRequest } from '@seatmatrix/protocol/wire';
import { beforeEach, describe, expect, test } from 'vitest';
import { PreviewSender } from './preview-sender.ts';

const SIGNAL: CaptureState = { type: 'signal', mode: { width: 1920, height: 1080, rate: 60 } };
const WANTED: PreviewRequest = { type: 'wanted', widthMax: 320, interval: seconds(2) };

let clock: VirtualClock;
let state: CaptureState;
/** What the camera sees; null: it cannot say. */
let picture: Uint8Array | null;
let taken: number[];
let takes: Duration;
let sockets: { readonly transport: Transport; readonly frames: PreviewFrame[]; closed: Closed | null }[];
let sender: PreviewSender;

beforeEach(async () => {
  clock = new VirtualClock();
  state = SIGNAL;
  picture = Uint8Array.of(1);
  taken = [];
  takes = milliseconds(5);
  sockets = [];
  const net = new MemoryNetwork(clock);
  const host = (name: string, role: 'box' | 'manager') => {
    const print = fingerprint(Buffer.from(name.padEnd(32, '.')).toString('hex'));
    return net.host({ name, identity: () => ({ fingerprint: print, standing: 'site', role }) });
  };
  await host('manager', 'manager').listen({
    host: 'manager',
    port: 1,
    frameMax: { '/preview': LISTENER_FRAME_MAX['/preview'] },
    accept: (transport) => {
      const socket: (typeof sockets)[number] = { transport, frames: [], closed: null };
      sockets.push(socket);
      transport.listen({
        frame: (frame) => socket.frames.push(decodePreviewFrame(frame)),
        closed: (closed) => {
          socket.closed = closed;
        },
      });
    },
  });
  const network = host('box', 'box');
  const frameMax = DIALLER_FRAME_MAX['/preview'];
  sender = new PreviewSender({
    dial: (signal) => network.dial({ host: 'manager', port: 1, path: '/preview', expect: null, frameMax }, signal),
    capture: {
      preview(widthMax) {
        taken.push(widthMax);
        const seen = picture;
        return new Promise((resolve) => clock.timer({ name: 'camera', after: takes, fire: () => resolve(seen) }));
      },
    },
    state: () => state,
    clock,
    log: silentLog,
  });
});

async function open(): Promise<(typeof sockets)[number]> {
  sender.open();
  await clock.advance(milliseconds(100));
  const socket = sockets.at(-1);
  if (socket === undefined) throw new RangeError('the box did not dial');
  return socket;
}

async function want(request: PreviewRequest = WANTED): Promise<(typeof sockets)[number]> {
  const socket = await open();
  socket.transport.send(encodePreviewRequest(request));
  await clock.advance(milliseconds(100));
  return socket;
}

const words = (frames: readonly PreviewFrame[]) =>
  frames.map((frame) => {
    if (frame.type === 'unit') return [...frame.unit.bytes].join();
    return frame.type === 'unavailable' ? frame.reason : frame.type;
  });

describe('small pictures of a transmitter', () => {
  test('are not made, and no socket is there, until they are asked for', async () => {
    await clock.advance(seconds(60));
    expect([sockets.length, taken.length]).toEqual([0, 0]);
    const socket = await open();
    await clock.advance(seconds(60));
    expect([socket.frames, taken]).toEqual([[], []]);
  });

  test('come at once and then at the interval, a picture that stands still as a word', async () => {
    const socket = await want();
    expect(words(socket.frames)).toEqual(['1']);
    await clock.advance(seconds(4));
    picture = Uint8Array.of(2);
    await clock.advance(seconds(2));
    picture = Uint8Array.of(1);
    await clock.advance(seconds(2));
    expect(words(socket.frames)).toEqual(['1', 'unchanged', 'unchanged', '2', '1']);
    expect(taken).toEqual([320, 320, 320, 320, 320]);
  });

  test.each(['no-cable', 'no-signal'] as const)('say %s, and show the picture when it is back', async (type) => {
    const socket = await want();
    state = { type };
    await clock.advance(seconds(4));
    state = SIGNAL;
    await clock.advance(seconds(2));
    expect(words(socket.frames)).toEqual(['1', type, type, '1']);
    expect(taken).toHaveLength(2);
  });

  test('are none where the capture has none, or one that is too large to send', async () => {
    const socket = await want();
    picture = null;
    await clock.advance(seconds(2));
    picture = new Uint8Array(64 * 1024);
    await clock.advance(seconds(2));
    expect(words(socket.frames)).toEqual(['1', 'none', 'none']);
    expect(socket.closed).toBeNull();
  });

  test('of a machine that is slow are one at a time', async () => {
    takes = seconds(5);
    const socket = await want();
    await clock.advance(seconds(12));
    expect(taken.length).toBeLessThanOrEqual(3);
    expect(words(socket.frames)).toEqual(['1', 'unchanged']);
  });

  test.each([
    ['they are not wanted any more', () => sockets.at(-1)?.transport.send(encodePreviewRequest({ type: 'unwanted' }))],
    ['the manager closes', () => sockets.at(-1)?.transport.close({ code: 1000, reason: 'nobody looks' })],
    ['the manager link ends', () => sender.close()],
    ['the manager says what nobody can read', () => sockets.at(-1)?.transport.send(Uint8Array.of(1, 2, 3))],
  ])('end when %s, one that is being made too', async (_, end) => {
    takes = milliseconds(500);
    const socket = await want();
    end();
    await clock.advance(seconds(60));
    expect(taken).toHaveLength(1);
    expect(socket.frames).toEqual([]);
  });

  test('go over the newest socket: who asks again has lost the one before', async () => {
    const first = await want();
    const second = await want();
    expect(first.closed).not.toBeNull();
    expect(words(second.frames)).toEqual(['1']);
    await clock.advance(seconds(10));
    expect(words(first.frames)).toEqual(['1']);
  });

  test('that are not wanted any more while the box dials leave no socket', async () => {
    sender.open();
    sender.close();
    await clock.advance(seconds(10));
    expect(sockets.every(({ closed }) => closed !== null)).toBe(true);
  });
});
