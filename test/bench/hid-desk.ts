import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFileIdentity } from '@seatmatrix/firmware-agent';
import type { Keyboard } from '@seatmatrix/hw-sim';
import { plainSite, runBoxes, type SimSite } from '@seatmatrix/hw-sim/site';
import { argon2id, createManager, type Manager } from '@seatmatrix/manager-server';
import { openMemoryStore, SiteBuilder } from '@seatmatrix/manager-server/testing';
import { decodeBootKeyboard, usage } from '@seatmatrix/protocol/domain';
import { Fault, seconds, silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import { createTlsNetwork } from '@seatmatrix/protocol/link';
import { encodePeer } from '@seatmatrix/protocol/wire';
import { OsdReading } from '../harness/osd-reading.ts';
import { type BareIdentity, bareIdentityOf } from './bare-socket.ts';
import { pause, until } from './pace.ts';

const TRANSMITTER = 'tx-1';
const RECEIVER = 'rx-1';
const OPERATOR = { name: 'bench', password: 'bench' } as const;
const HOST = '127.0.0.1';

/** F13: nothing on the way makes a hotkey of it. */
const FIRST_KEY = 0x68;
const KEYS = 12;

/** Far more than any report takes: a lost one fails the run instead of hanging it. */
const REPORT_LIMIT = seconds(5);

/** A desk that is connected to a computer, with everything between its keyboard and the computer's port real. */
export interface HidDesk extends AsyncDisposable {
  /** Presses a key (even numbers) or lets it go (odd ones). Resolves with the milliseconds to the gadget's write. */
  report(number: number): Promise<number>;
  /** A frame of the peer link with such a report. */
  readonly frame: Uint8Array;
  /** The receiver's key and certificate. */
  readonly identity: BareIdentity;
}

/**
 * A manager, a receiver and a transmitter on the real network in this process, signed in at by keyboard and connected by
 * the OSD. The computer's own work is left out: what reaches its port is timed there and goes no further.
 */
export async function openHidDesk(): Promise<HidDesk> {
  await using opened = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'seatmatrix-bench-'));
  opened.defer(() => rm(folder, { recursive: true }));
  const receiver = await openFileIdentity(join(folder, RECEIVER));
  const transmitter = await openFileIdentity(join(folder, TRANSMITTER));
  const builder = new SiteBuilder();
  builder.transmitter('0001', { box: transmitter.fingerprint });
  builder.receiver('5001', { box: receiver.fingerprint });
  builder.allowEverything(builder.operator(OPERATOR.name, { password: OPERATOR.password }));
  const manager = opened.adopt(
    await createManager({
      store: openMemoryStore(),
      network: (identity) => createTlsNetwork({ identity: () => identity, clock: systemClock, log: silentLog }),
      ...{ boxHost: HOST, boxPort: 0, clock: systemClock, log: silentLog },
      hash: argon2id({ memoryCost: 8, timeCost: 1, parallelism: 1 }),
      seed: builder.seed(),
    }),
    (each) => each.close(),
  );
  const site = opened.adopt(
    await runBoxes({
      description: plainSite({ transmitters: 1, receivers: 1, mode: { width: 1280, height: 720, rate: 60 } }),
      ...{ manager: manager.boxes, data: folder, peerHost: HOST, console: false, log: silentLog },
      enrolmentCode: () => null,
    }),
    (each) => each.stop(),
  );
  const keyboard = site.place('desk-1').keyboard;
  if (keyboard === null) throw new Fault({ code: 'invariant-broken', message: 'the desk has no keyboard' });
  await connect(site, { manager, keyboard });
  const report = await stopwatch(site, keyboard);
  const all = opened.move();
  return {
    report,
    frame: encodePeer({ type: 'input', sequence: 1_000, keys: [usage(FIRST_KEY)], pointer: null }),
    identity: bareIdentityOf(receiver.credentials()),
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}

async function connect(
  site: SimSite,
  { manager, keyboard }: { readonly manager: Manager; readonly keyboard: Keyboard },
): Promise<void> {
  const within = seconds(20);
  const { hardware } = site.receiver(RECEIVER);
  const reads = (text: string) =>
    new OsdReading({ scene: hardware.overlay?.scene ?? null, monitor: hardware.monitor }).reads(text);
  const arrived = () => manager.boxSide.boxes().filter(({ report }) => report !== null).length === 2;
  await until(arrived, { what: 'both boxes', within });
  await type(keyboard, `${OPERATOR.name}\t${OPERATOR.password}\n`);
  await until(() => reads('【连接】'), { what: 'the menu after the sign-in', within });
  await type(keyboard, '1\n');
  await until(() => reads('连接成功'), { what: 'the connection', within });
}

async function type(keyboard: Keyboard, text: string): Promise<void> {
  for (const character of text) {
    keyboard.type(character);
    await pause(20);
  }
}

/** Takes the times at both ends. The reports of one keyboard arrive in the order in which they were made. */
async function stopwatch(site: SimSite, keyboard: Keyboard): Promise<HidDesk['report']> {
  const port = site.computer('pc-1').ports[0];
  if (port === undefined) throw new Fault({ code: 'invariant-broken', message: 'the computer has no port' });
  const waiting: { readonly key: number; readonly pressed: boolean; readonly written: () => void }[] = [];
  let passing = false;
  port.keyboard = (bytes) => {
    passing = true;
    const keys = decodeBootKeyboard(bytes);
    const next = waiting[0];
    if (next === undefined || keys?.has(usage(next.key)) !== next.pressed) return;
    waiting.shift();
    next.written();
  };
  // The menu stays for a moment to say that it worked, and has the keys until then.
  const closing = performance.now();
  while (!passing) {
    if (performance.now() - closing > REPORT_LIMIT) throw lost('the menu keeps the keys');
    keyboard.tap(usage(FIRST_KEY));
    await pause(100);
  }
  await pause(100);
  return (number) =>
    new Promise((resolve, reject) => {
      const key = FIRST_KEY + (Math.floor(number / 2) % KEYS);
      const pressed = number % 2 === 0;
      const started = performance.now();
      const limit = systemClock.timer({
        name: 'a report',
        after: REPORT_LIMIT,
        fire: () => reject(lost(`report ${number} did not reach the gadget`)),
      });
      const written = () => {
        const passed = performance.now() - started;
        limit.cancel();
        resolve(passed);
      };
      waiting.push({ key, pressed, written });
      if (pressed) keyboard.press(usage(key));
      else keyboard.release(usage(key));
    });
}

const lost = (message: string): Fault => new Fault({ code: 'deadline-passed', message });
