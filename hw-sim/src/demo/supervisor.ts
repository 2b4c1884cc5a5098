import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Fault } from '@seatmatrix/protocol/kernel';
import type { BoxesAnswer, BoxesOrder } from './boxes-channel.ts';
import { Child } from './child.ts';
import type { DemoOptions } from './demo-options.ts';
import { demoSeed } from './demo-seed.ts';
import { demoSite } from './demo-site.ts';
import type { ManagerOrder, ManagerReady } from './manager-channel.ts';

const MANAGER_PROGRAM = new URL('../../../manager-server/src/main.ts', import.meta.url);
const PAGES_PROGRAM = new URL('./build-pages.ts', import.meta.url);
const BOXES_PROGRAM = new URL('./boxes.ts', import.meta.url);

/** The demonstration while it runs. */
export interface Demo {
  /** Where the pages are. */
  readonly pages: string;
}

/** The processes of the demonstration: the manager's, and one with all boxes. */
export class Supervisor {
  readonly #options: DemoOptions;
  readonly #children: Child[] = [];
  #stopping = false;
  #tellFailed: (why: string) => void = () => undefined;
  /** Resolves with the reason when a child ends that nobody stopped. */
  readonly failed: Promise<string>;

  constructor(options: DemoOptions) {
    this.#options = options;
    this.failed = new Promise((resolve) => {
      this.#tellFailed = resolve;
    });
  }

  /** Resolves when the manager listens and all boxes run. Rejects with a Fault that says what is wrong in one line. */
  async start(): Promise<Demo> {
    const { host, port, boxPort, data } = this.#options;
    makeFolder(data);
    await buildPages();
    const boxes = this.#child({ name: 'simulated boxes', program: BOXES_PROGRAM, argv: [] });
    const manager = this.#child({
      name: 'manager',
      program: MANAGER_PROGRAM,
      argv: [
        ...['--demo', '--host', host, '--port', String(port)],
        ...['--box-host', host, '--box-port', String(boxPort), '--data', join(data, 'manager')],
      ],
    });
    const boxData = join(data, 'boxes');
    boxes.send({ type: 'identify', data: boxData } satisfies BoxesOrder);
    const { fingerprints } = await boxes.next<Extract<BoxesAnswer, { type: 'identified' }>>('identified');
    manager.send({ type: 'seed', seed: demoSeed(demoSite, fingerprints) } satisfies ManagerOrder);
    const ready = await manager.next<ManagerReady>('ready');
    boxes.send({ type: 'begin', data: boxData, manager: ready.boxes, peerHost: host } satisfies BoxesOrder);
    await boxes.next('running');
    return {
      pages: `http://${ready.pages.host.includes(':') ? `[${ready.pages.host}]` : ready.pages.host}:${ready.pages.port}`,
    };
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await Promise.all(this.#children.map((child) => child.stop()));
  }

  #child(given: { readonly name: string; readonly program: URL; readonly argv: readonly string[] }): Child {
    const child = new Child({ ...given, logFile: join(this.#options.data, `${given.name.replace(' ', '-')}.log`) });
    this.#children.push(child);
    void child.ended.then((why) => {
      if (!this.#stopping) this.#tellFailed(why);
    });
    return child;
  }
}

/** In a thread that ends: the bundler takes 200 MB, and is needed only when the pages' sources changed. */
function buildPages(): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(PAGES_PROGRAM);
    worker.once('error', reject);
    worker.once('exit', () => resolve());
  });
}

/** Not mkdir's own `recursive`: it never returns where a parent exists and takes no folders (Node 26, /proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (cause) {
    throw new Fault({ code: 'folder-unwritable', message: `--data ${folder} cannot be written`, cause });
  }
}
