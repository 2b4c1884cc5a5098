import { Fault } from '@seatmatrix/protocol/kernel';
import { eventually } from '../eventually.ts';
import { freePort } from '../free-port.ts';
import { NpmProgram } from '../npm-program.ts';
import { SiteClient } from '../site-client.ts';
import { TemporaryFolder } from '../temporary-folder.ts';

/** May connect to every computer, push to every desk and fetch from it. */
export const OPERATOR = { name: 'wang', password: 'leise9drehen' };
/** May nothing. */
export const GUEST = { name: 'li', password: 'lauter8werden' };
const ADMINISTRATOR = { name: 'admin', password: 'Weit-hinter-den-Wortbergen' };

interface Ports {
  readonly pages: number;
  readonly boxes: number;
}

export interface BoxPlace {
  readonly host: string;
  readonly port: number;
  readonly advertise: string;
}

/** A real manager on loopback with one operator who may do everything, and the real agents that it adopts. */
export class DesktopSite implements AsyncDisposable {
  readonly folder: TemporaryFolder;
  readonly client: SiteClient;
  readonly #ports: Ports;
  readonly #agents = new Map<string, NpmProgram>();
  #manager: NpmProgram;

  private constructor(given: { folder: TemporaryFolder; client: SiteClient; ports: Ports; manager: NpmProgram }) {
    this.folder = given.folder;
    this.client = given.client;
    this.#ports = given.ports;
    this.#manager = given.manager;
  }

  static async start(): Promise<DesktopSite> {
    const folder = new TemporaryFolder();
    const ports = { pages: await freePort(), boxes: await freePort() };
    const manager = startManager(folder, ports);
    const [, code = ''] = await manager.says(/^ +((?:[0-9A-Z]{4}-){3}[0-9A-Z]{4})$/m);
    const [, fingerprint = ''] = await manager.says(/^ +((?:[0-9A-F]{2}:){31}[0-9A-F]{2})$/m);
    const [, base = ''] = await manager.says(/Pages +(https:\S+?)\/\n/);
    const client = new SiteClient({ base, fingerprint });
    await client.signIn('/api/claim', { ...ADMINISTRATOR, code });
    for (const { name, password } of [OPERATOR, GUEST]) {
      const { key } = await client.create('operators', { name, disabled: false, groups: [] });
      await client.do('PUT', `/api/operators/${key}/password`, { password });
    }
    return new DesktopSite({ folder, client, ports, manager });
  }

  /**
   * Starts a box's own program and waits until it is adopted and online. Resolves with its device's key. `place`: where
   * it listens and what other boxes dial, if that is not simply a port of loopback.
   */
  async agent(id: string, argv: readonly string[], place: BoxPlace | null = null): Promise<string> {
    const { host, port, advertise } = place ?? { host: '127.0.0.1', port: await freePort(), advertise: '127.0.0.1' };
    const { code } = await this.client.create('enrolment-codes', {});
    const agent = new NpmProgram({
      script: 'agent',
      argv: [
        ...argv,
        ...['--manager', `https://127.0.0.1:${this.#ports.boxes}`, '--enrol', String(code)],
        ...['--data', this.folder.at(`box-${id}`), '--network', 'none:'],
        ...['--peer-host', host, '--peer-port', String(port), '--peer-advertise', advertise],
      ],
    });
    this.#agents.set(id, agent);
    await eventually(`${id} is online`, async () => (await this.#device(id))?.online === true, {
      seen: () => `${agent.said}\n${this.#manager.said}`,
    });
    const key = (await this.client.list('devices')).find((device) => device.id === id)?.key ?? '';
    const operator = (await this.client.list('operators')).find(({ name }) => name === OPERATOR.name)?.key ?? '';
    const subject = { type: 'operator', key: operator };
    for (const right of id.startsWith('5') ? ['push', 'fetch'] : ['connect']) {
      await this.client.create('grants', { right, subject, object: { type: 'device', key } });
    }
    return key;
  }

  /** What is known of the route that a receiver has; null when it has none. */
  async route(receiver: string) {
    const [devices, routes] = await Promise.all([this.client.list('devices'), this.client.list('routes')]);
    const key = devices.find(({ id }) => id === receiver)?.key;
    return routes.find((route) => route.receiver === key) ?? null;
  }

  /** As a power cut does. */
  async killManager(): Promise<void> {
    this.#manager.killAll();
    await this.#manager[Symbol.asyncDispose]();
  }

  async startManager(): Promise<void> {
    this.#manager = startManager(this.folder, this.#ports);
    await this.#manager.says(/Pages/);
  }

  /** Of the one process of an agent that runs this program. */
  processOf(id: string, program: string): number {
    const found =
      this.#agents
        .get(id)
        ?.commands()
        .filter((command) => command.includes(program)) ?? [];
    const [only = '', ...more] = found;
    if (more.length > 0 || only === '') {
      throw new Fault({ code: 'invariant-broken', message: `${id} runs ${program}: ${found.join(', ')}` });
    }
    return Number(only.split(' ')[0]);
  }

  /** What all programs have said, for a failed test. */
  get said(): string {
    const parts = [...this.#agents].map(([id, agent]) => `--- ${id}\n${agent.said}`);
    return [`--- manager\n${this.#manager.said}`, ...parts].join('\n');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#agents.values(), this.#manager].map((program) => program[Symbol.asyncDispose]()));
    this.folder[Symbol.dispose]();
  }

  async #device(id: string) {
    const devices = await this.client.list('devices');
    const key = devices.find((device) => device.id === id)?.key;
    return (await this.client.list('boxes')).find((box) => box.device === key && key !== undefined);
  }
}

function startManager(folder: TemporaryFolder, { pages, boxes }: Ports): NpmProgram {
  return new NpmProgram({
    script: 'manager',
    argv: [
      ...['--data', folder.at('manager'), '--host', '127.0.0.1'],
      ...['--port', String(pages), '--box-port', String(boxes)],
    ],
  });
}
