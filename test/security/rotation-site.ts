import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FileIdentity, openFileIdentity, openFileMemory } from '@seatmatrix/firmware-agent';
import { createManager, type Manager } from '@seatmatrix/manager-server';
import type { Store } from '@seatmatrix/manager-server/testing';
import { type Fingerprint, PROTOCOL_VERSION } from '@seatmatrix/protocol/domain';
import { type Clock, type Log, seededRandom, silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import { createTlsNetwork, LISTENER_FRAME_MAX, type Network } from '@seatmatrix/protocol/link';
import { authorityPrefixOf } from '../../firmware-agent/src/identity/enrolment-code.ts';
import { ManagerLink } from '../../firmware-agent/src/manager-link/manager-link.ts';

export const ACTOR = { name: 'administrator:test', from: '' };
export const HOST = '127.0.0.1';

/** A box's identity and its link to the manager, over real TLS; nothing of a desk or a computer. */
export interface RealBox {
  readonly folder: string;
  readonly identity: FileIdentity;
  readonly network: Network;
  readonly link: ManagerLink;
  stop(): Promise<void>;
}

export async function realManager(options: {
  readonly store: Store;
  readonly port?: number;
  readonly log?: Log;
}): Promise<Manager> {
  const log = options.log ?? silentLog;
  return createManager({
    store: options.store,
    network: (identity) => createTlsNetwork({ identity: () => identity, clock: systemClock, log }),
    boxHost: HOST,
    boxPort: options.port ?? 0,
    clock: systemClock,
    log,
  });
}

export async function realBox(options: {
  readonly port: () => number;
  readonly code: string | null;
  readonly folder?: string;
  /** Another wall clock than the machine's. */
  readonly wall?: () => Date;
  readonly log?: Log;
}): Promise<RealBox> {
  const { port, code, wall = () => new Date(), log = silentLog } = options;
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'seatmatrix-box-')));
  const identity = await openFileIdentity(folder);
  const memory = await openFileMemory(folder);
  const clock: Clock = { ...systemClock, wall };
  const prefix = code === null ? null : authorityPrefixOf(code);
  const network = createTlsNetwork({
    identity: () => identity.credentials(),
    authorityPrefix: () => prefix,
    clock,
    log,
  });
  const link = new ManagerLink({
    ...{ identity, memory, network, clock, log },
    manager: () => ({ host: HOST, port: port() }),
    peer: { host: HOST, port: 9, advertise: null },
    media: null,
    random: seededRandom(1),
    firmware: '1',
    enrolmentCode: code,
    hello: () => ({
      type: 'hello',
      versions: { oldest: PROTOCOL_VERSION, newest: PROTOCOL_VERSION },
      kind: 'receiver',
      firmware: '1',
      model: 'test',
      capabilities: ['route'],
      codecs: [],
      highestGeneration: memory.highestGeneration,
      session: null,
      peer: { host: HOST, port: 9 },
      routes: [],
      authorities: identity.authorities(),
      certificateRequest: identity.certificateRequest(),
      enrolmentCode: identity.adopted ? null : code,
    }),
    listener: { changed: () => undefined, plan: () => undefined, notice: () => undefined },
  });
  link.start();
  return { folder, identity, network, link, stop: () => link.stop() };
}

export const removeBox = (box: RealBox): Promise<void> => rm(box.folder, { recursive: true, force: true });

export const online = (manager: Manager): readonly Fingerprint[] =>
  manager.boxSide
    .boxes()
    .filter((box) => box.state === 'adopted' && box.online)
    .map(({ fingerprint }) => fingerprint);

/** What one box sees of another that it calls at its peer listener. */
export async function peerSeen(caller: RealBox, called: RealBox): Promise<string> {
  const listening = await called.network.listen({
    host: HOST,
    port: 0,
    frameMax: { '/peer': LISTENER_FRAME_MAX['/peer'] },
    accept: (transport) => {
      transport.listen({ frame: () => undefined, closed: () => undefined });
      seen = transport.peer.standing;
    },
  });
  let seen = 'nobody';
  try {
    const target = { host: HOST, port: listening.port, path: '/peer', expect: called.identity.fingerprint } as const;
    const transport = await caller.network.dial({ ...target, frameMax: 1000 }, AbortSignal.timeout(5000));
    transport.listen({ frame: () => undefined, closed: () => undefined });
    const both = `${seen} and ${transport.peer.standing}`;
    transport.close({ code: 1000, reason: '' });
    return both;
  } finally {
    await listening.close();
  }
}
