import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { between, Fault, seconds, systemClock } from '@seatmatrix/protocol/kernel';
import { makeWritableFolder } from '@seatmatrix/protocol/program';
import type { BoxesAnswer, BoxesOrder } from './boxes-channel.ts';
import { Child } from './child.ts';
import type { DemoOptions } from './demo-options.ts';
import { demoSeed } from './demo-seed.ts';
import { demoSite } from './demo-site.ts';
import { desktopSite } from './desktop-site.ts';
import type { ManagerOrder, ManagerReady } from './manager-channel.ts';
import { requireDesktopPrograms } from './x-desktop.ts';

const MANAGER_PROGRAM = new URL('../../../manager-server/src/main.ts', import.meta.url);
const PAGES_PROGRAM = new URL('./build-pages.ts', import.meta.url);
const BOXES_PROGRAM = new URL('./boxes.ts', import.meta.url);

/** The demonstration while it runs. */
export interface Demo {
  /** Where the pages are. */
  readonly pages: string;
}

/** A manager that falls over sooner than this would only do it again. */
const RESTART_AFTER = seconds(5);

/**
 * The processes of the demonstration: the manager's, and one with all boxes. A manager that crashes is started again, as
 * a service manager does; pictures and keys go on meanwhile.
 */
export class Supervisor {
  readonly #options: DemoOptions;
  readonly #children = new Set<Child>();
  #stopping = false;
  #tellFailed: (why: string) => void = () => undefined;
  /** Resolves with the reason when a child ends that nobody stopped and that does not come back. */
  readonly failed: Promise<string>;

  constructor(options: DemoOptions) {
    this.#options = options;
    this.failed = new Promise((resolve) => {
      this.#tellFailed = resolve;
    });
  }

  /** Resolves when the manager listens and all boxes run. Rejects with a Fault that says what is wrong in one line. */
  async start(): Promise<Demo> {
    const { host, data, desktop } = this.#options;
    if (desktop) requireDesktopPrograms();
    makeWritableFolder(data, '--data');
    await buildPages();
    const boxes = this.#child({ name: 'simulated boxes', program: BOXES_PROGRAM, argv: [], keepLog: false });
    void boxes.ended.then(({ why }) => this.#lost(why));
    const boxData = join(data, 'boxes');
    boxes.send({ type: 'identify', data: boxData, desktop } satisfies BoxesOrder);
    const { fingerprints } = await boxes.next<Extract<BoxesAnswer, { type: 'identified' }>>('identified');
    const seed = demoSeed(desktop ? desktopSite : demoSite, fingerprints);
    const ready = await this.#startManager({ ports: this.#options, seed, keepLog: false });
    boxes.send({ type: 'begin', data: boxData, desktop, manager: ready.boxes, peerHost: host } satisfies BoxesOrder);
    await boxes.next('running');
    return {
      pages: `http://${ready.pages.host.includes(':') ? `[${ready.pages.host}]` : ready.pages.host}:${ready.pages.port}`,
    };
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all([...this.#children].map((child) => child.stop()));
  }

  async #startManager({ ports, seed, keepLog }: ManagerStart): Promise<ManagerReady> {
    const { host, data } = this.#options;
    const manager = this.#child({
      name: 'manager',
      program: MANAGER_PROGRAM,
      argv: [
        ...['--demo', '--host', host, '--port', String(ports.port)],
        ...['--box-host', host, '--box-port', String(ports.boxPort), '--data', join(data, 'manager')],
      ],
      keepLog,
    });
    manager.send({ type: 'seed', seed } satisfies ManagerOrder);
    const ready = await manager.next<ManagerReady>('ready');
    const since = systemClock.now();
    void manager.ended.then(({ why, crashed }) => {
      this.#children.delete(manager);
      if (!crashed || this.#stopping || between(since, systemClock.now()) < RESTART_AFTER) {
        this.#lost(why);
        return;
      }
      console.error(`${why}; it starts again`);
      // The ports that it took: pages and boxes look for it there.
      const taken = { port: ready.pages.port, boxPort: ready.boxes.port };
      this.#startManager({ ports: taken, seed, keepLog: true }).catch((thrown: unknown) =>
        this.#lost(thrown instanceof Error ? thrown.message : String(thrown)),
      );
    });
    return ready;
  }

  #lost(why: string): void {
    if (!this.#stopping) this.#tellFailed(why);
  }

  #child(given: Omit<ConstructorParameters<typeof Child>[0], 'logFile'>): Child {
    const child = new Child({ ...given, logFile: join(this.#options.data, `${given.name.replace(' ', '-')}.log`) });
    this.#children.add(child);
    return child;
  }
}

interface ManagerStart {
  readonly ports: { readonly port: number; readonly boxPort: number };
  readonly seed: ManagerOrder['seed'];
  readonly keepLog: boolean;
}

/** In a thread that ends: the bundler takes 200 MB, and is needed only when the pages' sources changed. */
function buildPages(): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(PAGES_PROGRAM);
    worker.once('error', (cause) =>
      reject(
        new Fault({ code: 'configuration-invalid', message: `the pages cannot be built: ${String(cause)}`, cause }),
      ),
    );
    worker.once('exit', () => resolve());
  });
}
