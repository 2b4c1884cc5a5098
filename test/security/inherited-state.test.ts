import {
  type BoxNotice,
  type DeviceKey,
  deviceKey,
  type Fingerprint,
  generation,
  type Hello,
} from '@seatmatrix/protocol/domain';
import { type Clock, instant, type Random, seededRandom, silentLog } from '@seatmatrix/protocol/kernel';
import type { Closed, PeerIdentity, Transport, TransportListener } from '@seatmatrix/protocol/link';
import { encodeBoxFrame } from '@seatmatrix/protocol/wire';
import { expect, test } from 'vitest';
import { BoxGateway } from '../../manager-server/src/agents/box-gateway.ts';
import { BoxRegister } from '../../manager-server/src/agents/box-register.ts';
import { openDirectory } from '../../manager-server/src/directory/index.ts';
import { createFeed } from '../../manager-server/src/feed/index.ts';
import { createJournal } from '../../manager-server/src/store/group-commit.ts';
import { openMemoryStore } from '../../manager-server/src/store/memory-store.ts';
import { commitStaged, type StagedWrite } from '../../manager-server/src/store/record-collection.ts';
import { print } from '../../manager-server/src/testing/manager-lab.ts';
import { scaled, tellFigure } from './scale.ts';

const BOXES = ['one', 'two', 'three'] as const;
const MOVES = 24;

const DEVICES: readonly DeviceKey[] = [deviceKey('device-1'), deviceKey('device-2')];

/** A connection whose other end is the test. */
class Wire implements Transport {
  readonly peer: PeerIdentity;
  readonly buffered = 0;
  open = true;
  greeted = false;
  #listener: TransportListener | null = null;

  constructor(fingerprint: Fingerprint, standing: PeerIdentity['standing']) {
    this.peer = { fingerprint, standing, role: standing === 'site' ? 'box' : null, address: '192.0.2.1:9' };
  }

  send(): void {}

  close(closed: Closed): void {
    if (!this.open) return;
    this.open = false;
    const listener = this.#listener;
    this.#listener = null;
    queueMicrotask(() => listener?.closed(closed));
  }

  listen(listener: TransportListener): void {
    this.#listener = listener;
  }

  say(message: Hello | BoxNotice): void {
    this.#listener?.frame(encodeBoxFrame({ id: 1, deadline: null, message }));
  }
}

test('A7 what a connection may do comes from itself alone: nothing is left for the next with the same key, place or number', async ({
  task,
}) => {
  const runs = scaled(1000, 100_000);
  const site = await ground();
  for (let run = 0; run < runs; run++) await play(site, seededRandom(run));
  expect(site.heard).toBeGreaterThan(runs / 10);
  tellFigure(
    task,
    `0 differences in ${runs.toLocaleString('en')} sequences, ${site.heard.toLocaleString('en')} words taken`,
  );
}, 600_000);

interface Ground {
  readonly gateway: BoxGateway;
  readonly register: BoxRegister;
  readonly commit: (staged: StagedWrite) => Promise<void>;
  /** Whose word the matrix got last. */
  taken: DeviceKey | null;
  heard: number;
  number: number;
}

async function ground(): Promise<Ground> {
  const store = openMemoryStore();
  const journal = createJournal(store, silentLog);
  const records = await store.load();
  // An hour between any two moves: neither budgets nor the memory of places play a part here.
  let now = 0;
  const clock: Clock = {
    now() {
      now += 3_600_000;
      return instant(now);
    },
    wall: () => new Date(now),
    timer: () => ({ cancel: () => undefined }),
    outside: (work) => work,
  };
  const directory = openDirectory({
    records,
    journal,
    clock,
    feed: createFeed({ id: 'f', log: silentLog }),
    log: silentLog,
  });
  for (const [index, key] of DEVICES.entries()) {
    const value = {
      kind: 'receiver',
      key,
      id: `500${index + 1}`,
      name: key,
      location: '',
      receiverKind: 'desk',
      viewWhileSignedOut: false,
    } as never;
    await directory.change([{ type: 'put', collection: 'devices', value, expected: null }], { name: 'test', from: '' });
  }
  const register = new BoxRegister({ records, journal });
  const gateway = new BoxGateway({
    authority: {
      identity: { fingerprint: print('manager'), authority: '' },
      ticketKey: new Uint8Array(32),
      issue: async () => '',
    } as never,
    register,
    adoption: {} as never,
    directory,
    journal,
    feed: { publish: () => undefined } as never,
    clock,
    log: silentLog,
  });
  const site: Ground = {
    gateway,
    register,
    commit: (staged) => commitStaged(journal, { staged: [staged] }),
    taken: null,
    heard: 0,
    number: 0,
  };
  const tell = (fact: { readonly type: string; readonly receiver?: DeviceKey }) => {
    if (fact.type === 'watch-list') site.taken = fact.receiver ?? null;
  };
  gateway.open({ matrix: { tell } as never, requests: {} as never, previews: {} as never });
  return site;
}

/** Opens, greets, speaks, closes, adopts and forgets at random; the model knows from the connections alone who may speak. */
async function play(site: Ground, random: Random): Promise<void> {
  const { gateway, register } = site;
  const adopted = new Map<Fingerprint, DeviceKey>();
  /** The newest connection that each key has greeted on, and as what. */
  const current = new Map<Fingerprint, { readonly wire: Wire; readonly device: DeviceKey | null }>();
  const wires: Wire[] = [];
  const below = (limit: number) => Math.floor(random() * limit);
  for (let move = 0; move < MOVES; move++) {
    const fingerprint = print(`${BOXES[below(BOXES.length)]}`);
    const wire = wires[below(wires.length)];
    switch (below(7)) {
      case 0:
      case 1: {
        const opened = new Wire(fingerprint, random() < 0.7 ? 'site' : 'stranger');
        wires.push(opened);
        gateway.accept(opened, '/control');
        break;
      }
      case 2: {
        if (wire === undefined || !wire.open || wire.greeted) break;
        wire.greeted = true;
        const { fingerprint: key, standing } = wire.peer;
        const device = adopted.get(key) ?? null;
        wire.say(hello);
        // A stranger that has a place is sent away to come back with its certificate.
        if (device === null || standing === 'site') current.set(key, { wire, device });
        break;
      }
      case 3:
      case 4: {
        if (wire === undefined || !wire.greeted || !wire.open) break;
        const place = current.get(wire.peer.fingerprint);
        const expected = place?.wire === wire ? place.device : null;
        site.taken = null;
        wire.say({ type: 'watch-list', watch: null });
        expect(site.taken).toBe(expected);
        if (expected !== null) site.heard++;
        break;
      }
      case 5:
        wire?.close({ code: 1000, reason: '' });
        break;
      default: {
        const device = DEVICES.find((each) => ![...adopted.values()].includes(each));
        const has = adopted.get(fingerprint);
        if (has !== undefined) {
          adopted.delete(fingerprint);
          await site.commit(register.stageForget(fingerprint));
          gateway.forgotten(fingerprint, has);
        } else if (device !== undefined) {
          adopted.set(fingerprint, device);
          const box = { device, kind: 'receiver', model: '', firmware: '', adoptedAt: 0, peer: null } as const;
          await site.commit(register.stageAdoption(fingerprint, box));
          gateway.adopted(fingerprint, device);
          const waiting = current.get(fingerprint);
          if (waiting?.wire.open && waiting.wire.peer.standing === 'site')
            current.set(fingerprint, { ...waiting, device });
        }
      }
    }
    await Promise.resolve();
    await Promise.resolve();
    for (const [key, { wire: held }] of current) if (!held.open) current.delete(key);
  }
  for (const each of wires) each.close({ code: 1000, reason: '' });
  for (const [key, device] of adopted) {
    await site.commit(register.stageForget(key));
    gateway.forgotten(key, device);
  }
}

const hello: Hello = {
  type: 'hello',
  versions: { oldest: 1, newest: 1 },
  kind: 'receiver',
  firmware: '',
  model: '',
  capabilities: [],
  codecs: [],
  highestGeneration: generation(0),
  session: null,
  peer: { host: 'h', port: 1 },
  routes: [],
  authorities: [],
  certificateRequest: null,
  enrolmentCode: null,
};
