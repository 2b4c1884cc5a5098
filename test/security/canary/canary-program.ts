import { spawnSync } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFileIdentity } from '@seatmatrix/firmware-agent';
import type { Keyboard } from '@seatmatrix/hw-sim';
import { plainSite, runBoxes, type SimSite } from '@seatmatrix/hw-sim/site';
import { argon2id, createManager } from '@seatmatrix/manager-server';
import { openMemoryStore, SiteBuilder } from '@seatmatrix/manager-server/testing';
import { decodeBootKeyboard, isConsumer } from '@seatmatrix/protocol/domain';
import { seconds, silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import { createTlsNetwork } from '@seatmatrix/protocol/link';
import { pause, until } from '../../bench/pace.ts';
import { OsdReading } from '../../harness/osd-reading.ts';
import { hitsIn, needlesOf } from './needles.ts';
import { PacketTap } from './packet-tap.ts';
import { clearTextIn } from './tls-records.ts';

/** Letters that stand once each: no report of one is another's. */
const CANARY = 'wxnqjkv8h3z';
const CONTROL = 'ymg5pctb7df';
const HOST = '127.0.0.1';

/** What the test is told, as JSON on standard output. */
export interface CanaryReport {
  readonly arrived: string;
  readonly packets: number;
  readonly flows: number;
  readonly bytes: number;
  readonly hits: readonly string[];
  readonly clear: readonly string[];
  /** What the same tap found of the same kind of word that was sent in clear. */
  readonly control: readonly string[];
}

/** In a network namespace of its own, so that the tap hears this site and nothing else. */
async function run(): Promise<CanaryReport> {
  spawnSync('ip', ['link', 'set', 'lo', 'up']);
  using tap = new PacketTap();
  await inClear();
  const needles = needlesOf(CANARY);
  const control = tap
    .flows()
    .flatMap(({ name, bytes }) => hitsIn(bytes, needlesOf(CONTROL)).map((hit) => `${name.slice(0, 3)} ${hit}`));
  const before = new Set(tap.flows().map(({ name }) => name));
  const arrived = await typedThrough();
  const flows = tap.flows().filter(({ name }) => !before.has(name));
  return {
    arrived,
    packets: tap.packets,
    flows: flows.length,
    bytes: flows.reduce((sum, { bytes }) => sum + bytes.length, 0),
    hits: flows.flatMap(({ name, bytes }) => hitsIn(bytes, needles).map((hit) => `${hit} in ${name}`)),
    clear: flows.flatMap(({ name, protocol, bytes }) => {
      const found = protocol === 'tcp' ? clearTextIn(bytes) : null;
      return found === null ? [] : [`${name}: ${found}`];
    }),
    control: [...new Set(control)],
  };
}

/** A word over TCP and reports over UDP, by nobody's protocol: a tap that finds nothing here finds nothing anywhere. */
async function inClear(): Promise<void> {
  const server = createServer((socket) => socket.resume()).listen(0, HOST);
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const socket = connect({ host: HOST, port: address.port });
  socket.end(`password=${CONTROL}`);
  await once(socket, 'close');
  server.close();
  const datagrams = createSocket('udp4');
  for (const { name, bytes } of needlesOf(CONTROL)) {
    if (name.includes('report')) await new Promise((resolve) => datagrams.send(bytes, 9, HOST, resolve));
  }
  datagrams.close();
  await pause(50);
}

/** Signs in with the canary as password at a desk's keyboard, connects, and types it into the computer. */
async function typedThrough(): Promise<string> {
  await using opened = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'seatmatrix-canary-'));
  opened.defer(() => rm(folder, { recursive: true }));
  const builder = new SiteBuilder();
  builder.transmitter('0001', { box: (await openFileIdentity(join(folder, 'tx-1'))).fingerprint });
  builder.receiver('5001', { box: (await openFileIdentity(join(folder, 'rx-1'))).fingerprint });
  builder.allowEverything(builder.operator('li', { password: CANARY }));
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
      description: plainSite({ transmitters: 1, receivers: 1, mode: { width: 640, height: 480, rate: 30 } }),
      ...{ manager: manager.boxes, data: folder, peerHost: HOST, console: false, log: silentLog },
      enrolmentCode: () => null,
    }),
    (each) => each.stop(),
  );
  const within = seconds(30);
  const { keyboard } = site.place('desk-1');
  if (keyboard === null) throw new Error('the desk has no keyboard');
  const { hardware } = site.receiver('rx-1');
  const reads = (text: string) =>
    new OsdReading({ scene: hardware.overlay?.scene ?? null, monitor: hardware.monitor }).reads(text);
  const arrived = () => manager.boxSide.boxes().filter(({ report }) => report !== null).length === 2;
  await until(arrived, { what: 'both boxes', within });
  await type(keyboard, `li\t${CANARY}\n`);
  await until(() => reads('【连接】'), { what: 'the menu', within });
  await type(keyboard, '1\n');
  await until(() => reads('连接成功'), { what: 'the connection', within });
  // The menu stays for a moment to say that it worked, and has the keys until then.
  await pause(1500);
  const keys = arriving(site);
  await type(keyboard, CANARY);
  await pause(500);
  return keys();
}

/** The letters that went down at the computer, in order. */
function arriving(site: SimSite): () => string {
  const port = site.computer('pc-1').ports[0];
  if (port === undefined) throw new Error('the computer has no port');
  const typed: string[] = [];
  let held: ReadonlySet<number> = new Set();
  port.keyboard = (bytes) => {
    const keys = decodeBootKeyboard(bytes) ?? new Set();
    for (const key of keys) if (!held.has(key) && !isConsumer(key)) typed.push(letterOf(key));
    held = keys;
  };
  return () => typed.join('');
}

const letterOf = (key: number): string =>
  key >= 0x1e && key <= 0x26 ? String(key - 0x1d) : String.fromCharCode('a'.charCodeAt(0) + key - 0x04);

async function type(keyboard: Keyboard, text: string): Promise<void> {
  for (const character of text) {
    keyboard.type(character);
    await pause(30);
  }
}

process.stdout.write(JSON.stringify(await run()));
process.exit(0);
