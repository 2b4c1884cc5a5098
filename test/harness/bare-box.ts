import { namedFingerprint } from '@seatmatrix/hw-sim/site';
import { generation, type ManagerNotice, type TransmitterPlan } from '@seatmatrix/protocol/domain';
import { type Clock, seededRandom, silentLog } from '@seatmatrix/protocol/kernel';
import { type ControlClient, createControlClient, DIALLER_FRAME_MAX } from '@seatmatrix/protocol/link';
import type { MemoryNetwork } from '@seatmatrix/protocol/testing';
import { FIRMWARE, MANAGER } from './lab-site.ts';

/** Speaks to the manager with the key of an adopted transmitter, obeys nothing, and keeps what it is told. */
export class BareBox implements AsyncDisposable {
  readonly #said: ManagerNotice[] = [];
  readonly #client: ControlClient;

  constructor(device: string, { clock, network }: { readonly clock: Clock; readonly network: MemoryNetwork }) {
    const fingerprint = namedFingerprint(device);
    const name = `bare ${device}`;
    this.#client = createControlClient({
      network: network.host({ name, identity: () => ({ fingerprint, standing: 'site', role: 'box' }) }),
      target: () => ({ ...MANAGER, path: '/control', expect: null, frameMax: DIALLER_FRAME_MAX['/control'] }),
      hello: () => ({
        type: 'hello',
        versions: { oldest: 1, newest: 1 },
        kind: 'transmitter',
        firmware: FIRMWARE,
        model: 'bare',
        capabilities: ['route'],
        codecs: ['jpeg'],
        highestGeneration: generation(0),
        session: null,
        peer: { host: name, port: 9000 },
        routes: [],
        authorities: [],
        certificateRequest: null,
        enrolmentCode: null,
      }),
      clock,
      random: seededRandom(5),
      log: silentLog,
      listener: {
        live: () => undefined,
        lost: () => undefined,
        message: (notice) => void this.#said.push(notice),
      },
    });
    this.#client.start();
  }

  /** Every plan that it got, oldest first. */
  get plans(): readonly TransmitterPlan[] {
    return this.#said.flatMap((each) => (each.type === 'plan' && each.plan.type === 'transmitter' ? [each.plan] : []));
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#client.stop();
  }
}
