import {
  type BoxAnswer,
  type BoxRequest,
  type DeviceKind,
  type Fingerprint,
  fingerprint,
  generation,
  type Hello,
  type ManagerNotice,
  type Plan,
  type Welcome,
} from '@seatmatrix/protocol/domain';
import { type Fault, seconds, seededRandom, silentLog } from '@seatmatrix/protocol/kernel';
import { type ControlClient, createControlClient, DIALLER_FRAME_MAX } from '@seatmatrix/protocol/link';
import { MemoryNetwork, VirtualClock } from '@seatmatrix/protocol/testing';
import { createManager, type Manager, type ManagerOptions } from '../manager.ts';
import { openMemoryStore } from '../store/memory-store.ts';

/** The fingerprint of the lab's box of this name. */
export const print = (name: string): Fingerprint => fingerprint(Buffer.from(name.padEnd(32, '.')).toString('hex'));

/** A manager and boxes that speak the true protocol to it, over a network in memory and in virtual time. */
export class ManagerLab implements AsyncDisposable {
  readonly clock = new VirtualClock();
  readonly net = new MemoryNetwork(this.clock);
  readonly boxes: LabBox[] = [];
  #manager: Manager | null = null;

  get manager(): Manager | null {
    return this.#manager;
  }

  async start(part: Partial<ManagerOptions> = {}): Promise<Manager> {
    this.#manager = await createManager({
      store: openMemoryStore(),
      network: (identity) =>
        this.net.host({
          name: 'manager',
          identity: () => ({ fingerprint: identity.fingerprint, standing: 'site', role: 'manager' }),
        }),
      boxHost: 'manager',
      boxPort: 8443,
      clock: this.clock,
      log: silentLog,
      hash: plainHash,
      issue: async ({ request }) => `certificate for ${request}`,
      ...part,
    });
    return this.#manager;
  }

  box(name: string, part: Partial<LabBoxPart> = {}): LabBox {
    const box = new LabBox(this, { name, host: name, kind: 'receiver', standing: 'site', hello: {}, ...part });
    this.boxes.push(box);
    box.client.start();
    return box;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const box of this.boxes) await box.client.stop();
    await this.#manager?.close();
  }
}

export interface LabBoxPart {
  readonly name: string;
  /** Another than the name for a second machine with the same key. */
  readonly host: string;
  readonly kind: DeviceKind;
  readonly standing: 'site' | 'stranger';
  /** What it says otherwise than a box that has just been switched on. */
  readonly hello: Partial<Hello>;
}

export class LabBox {
  readonly said: ManagerNotice[] = [];
  /** Why each of its links ended. */
  readonly faults: Fault[] = [];
  standing: 'site' | 'stranger';
  welcome: Welcome | null = null;
  readonly client: ControlClient;

  constructor(lab: ManagerLab, part: LabBoxPart) {
    this.standing = part.standing;
    const identity = () => ({
      fingerprint: print(part.name),
      standing: this.standing,
      role: this.standing === 'site' ? ('box' as const) : null,
    });
    const frameMax = DIALLER_FRAME_MAX['/control'];
    this.client = createControlClient({
      network: lab.net.host({ name: part.host, identity }),
      target: () => ({ host: 'manager', port: 8443, path: '/control', expect: null, frameMax }),
      hello: () => ({
        type: 'hello',
        versions: { oldest: 1, newest: 1 },
        kind: part.kind,
        firmware: '1.0',
        model: 'test',
        capabilities: ['route', 'seat'],
        codecs: ['jpeg'],
        highestGeneration: generation(0),
        session: null,
        peer: { host: part.host, port: 1 },
        routes: [],
        authorities: [],
        certificateRequest: this.standing === 'stranger' ? `request of ${part.name}` : null,
        enrolmentCode: null,
        ...part.hello,
      }),
      clock: lab.clock,
      random: seededRandom(1),
      log: silentLog,
      listener: {
        live: (welcome) => {
          this.welcome = welcome;
          if (welcome.certificate !== null) this.standing = 'site';
        },
        lost: (fault) => void this.faults.push(fault),
        message: (notice) => void this.said.push(notice),
      },
    });
  }

  get plan(): Plan | null {
    return this.said.filter((each) => each.type === 'plan').at(-1)?.plan ?? null;
  }

  /** Says that its attempt came up. */
  live(): void {
    const plan = this.plan;
    if (plan?.type !== 'receiver' || plan.attempt === null) throw new Error('no attempt is planned');
    const { id, generation } = plan.attempt;
    const reports = [{ route: id, generation, status: { type: 'live', picture: true } as const }];
    this.client.notify({ type: 'route-reports', reports });
  }

  ask(request: BoxRequest): Promise<BoxAnswer> {
    return this.client.request(request, { deadline: seconds(5) });
  }
}

const plainHash = {
  hash: async (password: string) => `plain:${password}`,
  verify: async (hash: string, password: string) => hash === `plain:${password}`,
};
