import { beforeEach, describe, expect, test } from 'vitest';
import { fingerprint, type PeerMessage, usage } from '../domain/index.ts';
import { milliseconds, seconds, silentLog } from '../kernel/index.ts';
import { MemoryNetwork } from '../testing/memory-network.ts';
import { VirtualClock } from '../testing/virtual-clock.ts';
import { PEER_FRAME_MAX } from '../wire/index.ts';
import { createPeerChannel, PEER_BUFFER_MAX, type PeerChannel } from './peer-channel.ts';
import { CloseCode, type Closed, type Transport } from './transport.ts';

interface Side {
  readonly channel: PeerChannel;
  readonly messages: PeerMessage[];
  readonly closes: Closed[];
}

let clock: VirtualClock;
let network: MemoryNetwork;
let errors: string[];
let onMessage: () => void;

beforeEach(() => {
  clock = new VirtualClock();
  network = new MemoryNetwork(clock);
  errors = [];
  onMessage = () => undefined;
});

function attach(transport: Transport): Side {
  const side = { messages: [] as PeerMessage[], closes: [] as Closed[] };
  const channel = createPeerChannel({
    transport,
    clock,
    log: { ...silentLog, error: (message) => errors.push(message) },
    listener: {
      message(message) {
        side.messages.push(message);
        onMessage();
      },
      closed: (closed) => side.closes.push(closed),
    },
  });
  return { channel, ...side };
}

const host = (name: string, digit: string) =>
  network.host({
    name,
    identity: () => ({ fingerprint: fingerprint(digit.repeat(64)), standing: 'site', role: 'box' }),
  });

async function join(): Promise<{ rx: Side; tx: Side; raw: Transport[] }> {
  const accepted: Side[] = [];
  const raw: Transport[] = [];
  await host('tx', 'a').listen({
    host: '',
    port: 7000,
    frameMax: { '/peer': PEER_FRAME_MAX },
    accept: (transport) => void accepted.push(attach(transport)),
  });
  const target = {
    host: 'tx',
    port: 7000,
    path: '/peer',
    expect: fingerprint('a'.repeat(64)),
    frameMax: PEER_FRAME_MAX,
  } as const;
  const dialling = host('rx', 'b').dial(target, new AbortController().signal);
  await clock.settle();
  const transport = await dialling;
  raw.push(transport);
  const rx = attach(transport);
  const [tx] = accepted;
  if (tx === undefined) throw new Error('nothing was accepted');
  return { rx, tx, raw };
}

const input: PeerMessage = { type: 'input', sequence: 1, keys: [usage(4)], pointer: null };

describe('a peer link', () => {
  test('that finds frames waiting gives them to a listener that has the channel already', async () => {
    const heard: string[] = [];
    await host('tx', 'a').listen({
      host: '',
      port: 7000,
      frameMax: { '/peer': PEER_FRAME_MAX },
      // A cable that was out, or a packet with the opening: what was sent is there before anybody listens.
      accept: (transport) =>
        void clock.timer({
          name: 'listen late',
          after: milliseconds(1),
          fire: () => {
            const channel = createPeerChannel({
              transport,
              clock,
              log: { ...silentLog, error: (message) => errors.push(message) },
              listener: {
                message: ({ type }) => void heard.push(`${type} from ${channel.peer.role}`),
                closed: () => void heard.push('closed'),
              },
            });
          },
        }),
    });
    const target = { host: 'tx', port: 7000, path: '/peer', expect: fingerprint('a'.repeat(64)) } as const;
    const dialling = host('rx', 'b').dial({ ...target, frameMax: PEER_FRAME_MAX }, new AbortController().signal);
    await clock.settle();
    const { channel } = attach(await dialling);
    channel.send(input);
    channel.send({ type: 'held' });
    await clock.advance(milliseconds(2));
    expect(heard).toEqual(['input from box', 'held from box']);
    channel.send({ type: 'held' });
    channel.close({ code: CloseCode.normal, reason: 'done' });
    await clock.settle();
    expect(heard).toEqual(['input from box', 'held from box', 'held from box', 'closed']);
    expect(errors).toEqual([]);
  });

  test('carries messages both ways and says who is there', async () => {
    const { rx, tx } = await join();
    rx.channel.send(input);
    tx.channel.send({ type: 'leds', leds: { numLock: true, capsLock: false, scrollLock: false } });
    await clock.settle();
    expect(tx.messages).toEqual([input]);
    expect(rx.messages.map(({ type }) => type)).toEqual(['leds']);
    expect(tx.channel.peer.fingerprint).toBe('b'.repeat(64));
  });

  test('stays while nobody types, and tells nobody of its pings', async () => {
    const { rx, tx } = await join();
    await clock.advance(seconds(60));
    expect([rx.closes, tx.closes, rx.messages, tx.messages]).toEqual([[], [], [], []]);
  });

  test('ends at both sides after a second of silence and a ping', async () => {
    const { rx, tx } = await join();
    await clock.advance(milliseconds(1500));
    network.cut('rx', 'tx');
    await clock.advance(milliseconds(1000));
    expect([rx.closes, tx.closes]).toEqual([[], []]);
    await clock.advance(milliseconds(201));
    expect(rx.closes).toEqual([{ code: CloseCode.silent, reason: 'silent' }]);
    expect(tx.closes).toEqual([{ code: CloseCode.silent, reason: 'silent' }]);
  });

  test('ends when the other side sends what is no message', async () => {
    const { tx, raw } = await join();
    raw[0]?.send(new Uint8Array([1, 2, 3]));
    await clock.settle();
    expect(tx.closes).toMatchObject([{ code: CloseCode.malformed }]);
    expect(errors).toEqual([]);
  });

  test('ends, alone, when its handling fails', async () => {
    const { rx, tx } = await join();
    onMessage = () => {
      throw new Error('a defect');
    };
    rx.channel.send(input);
    await clock.settle();
    expect(tx.closes).toMatchObject([{ code: CloseCode.internal }]);
    expect(rx.closes).toMatchObject([{ code: CloseCode.internal }]);
    expect(errors).toEqual(['what handles a peer link failed']);
  });

  test.each([
    ['that reads slowly', PEER_BUFFER_MAX, []],
    ['that does not read', PEER_BUFFER_MAX + 1, [{ code: CloseCode.slow, reason: 'reads too slowly' }]],
  ])('with a peer %s', async (_peer, buffered, closes) => {
    const { raw } = await join();
    const [transport] = raw;
    if (transport === undefined) throw new Error('nothing was dialled');
    const { peer } = transport;
    const side = attach({
      peer,
      buffered,
      send: (frame) => transport.send(frame),
      close: (closed) => transport.close(closed),
      listen: (listener) => transport.listen(listener),
    });
    side.channel.send(input);
    await clock.settle();
    expect(side.closes).toEqual(closes);
  });

  test('leaves no timer behind', async () => {
    const { rx } = await join();
    rx.channel.close({ code: CloseCode.normal, reason: '' });
    await clock.settle();
    await expect(clock.until(() => false, { what: 'never', within: seconds(1) })).rejects.toThrow('timers: none');
  });
});
