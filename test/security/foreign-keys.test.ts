import {
  fingerprint,
  generation,
  type PeerMessage,
  type PlannedRoute,
  type SignedTicket,
  usage,
} from '@seatmatrix/protocol/domain';
import { milliseconds, type Random, seededRandom } from '@seatmatrix/protocol/kernel';
import { DIALLER_FRAME_MAX, type Transport } from '@seatmatrix/protocol/link';
import { encodePeer } from '@seatmatrix/protocol/wire';
import { expect, test } from 'vitest';
import { Bench, type BenchReceiver, type BenchTransmitter } from '../../firmware-agent/src/roles/testing/bench.ts';
import { scaled, tellFigure } from './scale.ts';

/** Keys that nobody at the true desk has: F13 to F24. */
const FOREIGN = { first: 0x68, last: 0x73 } as const;
const FRAMES_A_LINK = 100;

interface Site {
  readonly bench: Bench;
  readonly desk: BenchReceiver;
  readonly other: BenchReceiver;
  readonly tx: BenchTransmitter;
  readonly route: PlannedRoute;
  /** Of a route that has ended since. */
  readonly ended: PlannedRoute;
}

type Standing = 'site' | 'stranger';

interface Attack {
  readonly name: string;
  readonly as: (site: Site) => { readonly fingerprint: BenchReceiver['fingerprint']; readonly standing: Standing };
  /** Null says none. */
  readonly ticket: (site: Site) => SignedTicket | null;
}

const box = (of: 'desk' | 'other') => (site: Site) =>
  ({ fingerprint: site[of].fingerprint, standing: 'site' }) as const;

const attacks: readonly Attack[] = [
  { name: 'no ticket', as: box('other'), ticket: () => null },
  { name: 'the ticket of another receiver', as: box('other'), ticket: ({ route }) => route.ticket },
  { name: 'a ticket of an old generation', as: box('desk'), ticket: ({ ended }) => ended.ticket },
  {
    name: 'the right ticket shown by a stranger',
    as: ({ desk }) => ({ fingerprint: desk.fingerprint, standing: 'stranger' }),
    ticket: ({ route }) => route.ticket,
  },
  {
    name: 'a ticket of its own making',
    as: box('other'),
    ticket: ({ route }) => ({ body: route.ticket.body, signature: new Uint8Array(64).fill(1) }),
  },
  {
    name: 'a ticket with another body under the signature',
    as: box('other'),
    ticket: ({ route, ended }) => ({ body: ended.ticket.body, signature: route.ticket.signature }),
  },
  {
    name: 'a ticket for a seat',
    as: box('other'),
    ticket: ({ bench, other, tx, route }) =>
      bench.manager.sign({
        purpose: 'seat',
        route: route.id,
        generation: route.generation,
        from: other.fingerprint,
        to: tx.fingerprint,
        mode: 'shared',
        basis: null,
      }),
  },
  {
    name: 'a ticket for another computer',
    as: box('other'),
    ticket: ({ bench, other, route }) =>
      bench.manager.sign({
        purpose: 'route',
        route: route.id,
        generation: generation(1_000_000),
        from: other.fingerprint,
        to: fingerprint('9'.repeat(64)),
        mode: 'shared',
        basis: null,
      }),
  },
];

test('A11 whoever has no ticket of the present route types nothing, whatever he shows and however he numbers it', async ({
  task,
}) => {
  const site = await opened();
  const { bench, desk, tx } = site;
  const random = seededRandom(11);
  const links = Math.ceil(scaled(40_000, 1_000_000) / FRAMES_A_LINK);
  let frames = 0;
  for (let link = 0; link < links; link++) {
    const attack = attacks[link % attacks.length];
    if (attack === undefined) continue;
    frames += await attacked(site, { attack, random });
    if (link % 50 === 0) {
      desk.hidHost.tap(usage(0x04));
      await bench.pass(10);
    }
  }
  const foreign = tx.gadget.typed.filter((key) => key >= FOREIGN.first && key <= FOREIGN.last);
  expect(foreign).toEqual([]);
  expect(tx.gadget.typed.length).toBeGreaterThan(links / 100);
  await bench.stop();
  tellFigure(task, `0 foreign keys of ${frames.toLocaleString('en')} frames on ${links.toLocaleString('en')} links`);
}, 600_000);

test('A11 the desk’s own link takes no number twice and none below the last, and none after its largest', async ({
  task,
}) => {
  const site = await opened();
  const { bench, desk, tx, route } = site;
  await bench.plan(desk, {});
  await bench.pass(200);
  const network = bench.network.host({ name: 'replayer', identity: () => ({ ...box('desk')(site), role: 'box' }) });
  const transport = await dialled(bench, network.dial(target(tx), new AbortController().signal));
  transport.listen({ frame: () => undefined, closed: () => undefined });
  transport.send(encodePeer({ type: 'open', ticket: route.ticket, codecs: ['jpeg'], offer: null }));
  await bench.pass(20);
  const say = async (sequence: number, key: number | null) => {
    const keys = key === null ? [] : [usage(key)];
    transport.send(encodePeer({ type: 'input', sequence, keys, pointer: null }));
    await bench.pass(5);
  };
  const before = tx.gadget.typed.length;
  await say(10, 0x04);
  await say(11, null);
  for (const sequence of [10, 11, 1, 0, 9]) await say(sequence, FOREIGN.first);
  await say(12, 0x05);
  await say(13, null);
  expect(tx.gadget.typed.slice(before)).toEqual([0x04, 0x05]);
  transport.close({ code: 1000, reason: '' });
  await bench.stop();
  tellFigure(task, '0 of 5 replayed');
});

async function opened(): Promise<Site> {
  const bench = new Bench();
  await bench.manager.start();
  const desk = await bench.receiver('5001');
  const other = await bench.receiver('5002');
  const tx = await bench.transmitter('0001');
  desk.hidHost.plug('boot-keyboard');
  const ended = await bench.connected(desk, tx);
  await bench.plan(desk, {});
  await bench.planTransmitter(tx, []);
  const route = await bench.connected(desk, tx);
  return { bench, desk, other, tx, route, ended };
}

const target = (tx: BenchTransmitter) =>
  ({ host: tx.name, port: 9000, path: '/peer', expect: tx.fingerprint, frameMax: DIALLER_FRAME_MAX['/peer'] }) as const;

async function attacked(
  site: Site,
  { attack, random }: { readonly attack: Attack; readonly random: Random },
): Promise<number> {
  const { bench, tx } = site;
  const identity = () => {
    const { fingerprint, standing } = attack.as(site);
    return { fingerprint, standing, role: standing === 'site' ? ('box' as const) : null };
  };
  const network = bench.network.host({ name: 'attacker', identity });
  const transport = await dialled(bench, network.dial(target(tx), new AbortController().signal));
  transport.listen({ frame: () => undefined, closed: () => undefined });
  const ticket = attack.ticket(site);
  if (ticket !== null) transport.send(encodePeer({ type: 'open', ticket, codecs: ['jpeg'], offer: null }));
  for (let frame = 0; frame < FRAMES_A_LINK; frame++) transport.send(encodePeer(foreignInput(random, frame)));
  await bench.pass(2);
  transport.close({ code: 1000, reason: '' });
  await bench.pass(2);
  return FRAMES_A_LINK;
}

/** Rising, repeated, wild and wrapping numbers. */
function foreignInput(random: Random, frame: number): PeerMessage {
  const numbers = [frame, 0, Math.floor(random() * 2 ** 31), 2 ** 31 - 1, 2 ** 32 - 1];
  const key = FOREIGN.first + Math.floor(random() * (FOREIGN.last - FOREIGN.first + 1));
  return {
    type: 'input',
    sequence: numbers[Math.floor(random() * numbers.length)] ?? 0,
    keys: [usage(key)],
    pointer: null,
  };
}

async function dialled(bench: Bench, dialling: Promise<Transport>): Promise<Transport> {
  let transport: Transport | null = null;
  void dialling.then((opened) => {
    transport = opened;
  });
  await bench.clock.until(() => transport !== null, { what: 'the link', within: milliseconds(1000) });
  return dialling;
}
