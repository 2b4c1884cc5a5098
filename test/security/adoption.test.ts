import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manager } from '@seatmatrix/manager-server';
import { openMemoryStore } from '@seatmatrix/manager-server/testing';
import { silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import { createTlsNetwork, LISTENER_FRAME_MAX, type TlsIdentity } from '@seatmatrix/protocol/link';
import { afterEach, expect, test } from 'vitest';
import { makeStranger, makeTestAuthority } from '../../protocol/src/testing/test-authority.ts';
import { eventually } from '../e2e/eventually.ts';
import { ACTOR, HOST, online, type RealBox, realBox, realManager, removeBox } from './rotation-site.ts';
import { tellFigure } from './scale.ts';

const root = new URL('../../', import.meta.url).pathname;

const managers: Manager[] = [];
const boxes: RealBox[] = [];
const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const box of boxes.splice(0)) {
    await box.stop();
    await removeBox(box);
  }
  for (const stop of stops.splice(0)) await stop();
  for (const manager of managers.splice(0)) await manager.close();
});

async function site(): Promise<Manager> {
  const manager = await realManager({ store: openMemoryStore() });
  managers.push(manager);
  return manager;
}

async function boxAt(port: number, code: string | null, folder?: string): Promise<RealBox> {
  const box = await realBox({ port: () => port, code, ...(folder === undefined ? {} : { folder }) });
  boxes.push(box);
  return box;
}

async function codeOf(manager: Manager): Promise<string> {
  const made = await manager.boxSide.createEnrolmentCode({ device: null, actor: ACTOR });
  if (typeof made === 'string') throw new Error(made);
  return made.code;
}

/** Stands where DNS or discovery says the manager is, and hands everything on; counts what boxes say to it. */
async function listener(identity: TlsIdentity, onTo: number | null) {
  const network = createTlsNetwork({ identity: () => identity, clock: systemClock, log: silentLog });
  const seen = { connections: 0, frames: 0 };
  const listening = await network.listen({
    host: HOST,
    port: 0,
    frameMax: { '/control': LISTENER_FRAME_MAX['/control'] },
    accept: (near) => {
      seen.connections += 1;
      const early: Uint8Array[] = [];
      let send = (frame: Uint8Array): void => void early.push(Uint8Array.from(frame));
      near.listen({
        frame: (frame) => {
          seen.frames += 1;
          send(frame);
        },
        closed: () => undefined,
      });
      if (onTo === null) return;
      const target = { host: HOST, port: onTo, path: '/control', expect: null, frameMax: 1e6 } as const;
      network.dial(target, AbortSignal.timeout(5000)).then(
        (far) => {
          far.listen({ frame: (frame) => near.send(frame), closed: (closed) => near.close(closed) });
          send = (frame) => far.send(frame);
          for (const frame of early) far.send(frame);
        },
        () => near.close({ code: 1001, reason: '' }),
      );
    },
  });
  stops.push(() => listening.close());
  return { port: listening.port, seen };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 1500));

test('A9 a box with a code refuses whoever stands between it and the manager, and says not even its code to him', async ({
  task,
}) => {
  const manager = await site();
  const code = await codeOf(manager);
  const between = await listener(await makeStranger('CN=manager, OU=manager'), manager.boxes.port);
  const box = await boxAt(between.port, code);
  await settle();
  expect(between.seen).toMatchObject({ frames: 0 });
  expect(box.identity.adopted).toBe(false);
  expect(manager.boxSide.boxes()).toEqual([]);
  tellFigure(task, 'proxy refused, 0 frames said to it');
});

test('A9 without a code the manager sees the key of whoever stands between, so that the fingerprints do not match', async () => {
  const manager = await site();
  const between = await listener(await makeStranger('CN=manager, OU=manager'), manager.boxes.port);
  const box = await boxAt(between.port, null);
  await eventually('somebody waits', () => manager.boxSide.boxes().length === 1);
  expect(manager.boxSide.boxes()[0]?.fingerprint).not.toBe(box.identity.fingerprint);
});

test('A9 two boxes and two sites of one image share no secret, and the image has none', async ({ task }) => {
  const [one, two] = [await site(), await site()];
  const first = await boxAt(one.boxes.port, await codeOf(one));
  const second = await boxAt(two.boxes.port, await codeOf(two));
  await eventually('both are adopted', () => online(one).length === 1 && online(two).length === 1);
  const keys = async (box: RealBox, manager: Manager) => {
    const memory = await readFile(join(box.folder, 'memory.json'), 'utf8');
    const own = await readFile(join(box.folder, 'box.key'), 'utf8');
    return [own, manager.identity.key.reveal(), JSON.parse(memory).ticketKey, box.identity.fingerprint];
  };
  const secrets = [...(await keys(first, one)), ...(await keys(second, two))];
  expect(secrets.every((secret) => secret.length > 40)).toBe(true);
  expect(new Set(secrets).size).toBe(8);

  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
  const shipped = files.filter((path) => /BEGIN [A-Z ]*PRIVATE KEY-----\s*[A-Za-z0-9+/]{20}/.test(read(path)));
  expect(shipped).toEqual([]);
  tellFigure(task, `0 equal secrets of ${secrets.length}, 0 keys in ${files.length} files`);
});

test('A10 an adopted box says nothing to another manager that answers first, whatever it calls itself', async ({
  task,
}) => {
  const manager = await site();
  const box = await boxAt(manager.boxes.port, await codeOf(manager));
  await eventually('it is adopted', () => online(manager).length === 1);
  const { folder } = box;
  await box.stop();
  const other = await makeTestAuthority('other site');
  const fakes = [
    await makeStranger('CN=manager, OU=manager'),
    await other.issue({ role: 'manager' }),
    // A box of the very site is no manager either.
    { ...box.identity.credentials() },
  ];
  for (const identity of fakes) {
    const fake = await listener(identity, null);
    const again = await boxAt(fake.port, null, folder);
    await settle();
    expect(fake.seen.frames).toBe(0);
    expect(again.link.live).toBe(false);
    await again.stop();
  }
  const back = await boxAt(manager.boxes.port, null, folder);
  await eventually('it is back', () => online(manager).includes(back.identity.fingerprint));
  tellFigure(task, `0 words said to ${fakes.length} fakes`);
}, 30_000);

test('A10 a box that copies the name of an adopted one stays a stranger that waits, with a key of its own', async () => {
  const manager = await site();
  const box = await boxAt(manager.boxes.port, await codeOf(manager));
  await eventually('it is adopted', () => online(manager).length === 1);
  const fake = await makeStranger(`CN=${box.identity.fingerprint}, OU=box`);
  const network = createTlsNetwork({ identity: () => fake, clock: systemClock, log: silentLog });
  const target = { host: HOST, port: manager.boxes.port, path: '/control', expect: null, frameMax: 1e6 } as const;
  const transport = await network.dial(target, AbortSignal.timeout(5000));
  let said = 0;
  transport.listen({ frame: () => void said++, closed: () => undefined });
  expect(online(manager)).toEqual([box.identity.fingerprint]);
  expect(said).toBe(0);
  transport.close({ code: 1000, reason: '' });
});

/** Empty for what is no text file of the working tree any more. */
function read(path: string): string {
  try {
    return readFileSync(join(root, path), 'latin1');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')) return '';
    throw error;
  }
}
