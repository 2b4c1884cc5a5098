import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Fault } from '@seatmatrix/protocol/kernel';
import { benchAdministrator, type SeededSite } from './page-seed.ts';

interface Ready {
  readonly type: 'ready';
  readonly pages: { readonly host: string; readonly port: number };
  readonly boxes: { readonly host: string; readonly port: number };
}

/** The manager's own program, on plain HTTP on loopback, with a site of the benchmark's. */
export class PageManager implements AsyncDisposable {
  readonly #process: ChildProcess;
  readonly boxes: Ready['boxes'];
  readonly address: string;

  private constructor(process: ChildProcess, { pages, boxes }: Ready) {
    this.#process = process;
    this.boxes = boxes;
    this.address = `http://${pages.host}:${pages.port}`;
  }

  static async start(seed: SeededSite['seed'], data: string): Promise<PageManager> {
    const process = fork(
      new URL('../../manager-server/src/main.ts', import.meta.url),
      ['--demo', '--port', '0', '--box-port', '0', '--data', data, '--log-level', 'error'],
      { stdio: ['ignore', 'ignore', 2, 'ipc'] },
    );
    process.send({ type: 'seed', seed });
    const ended = once(process, 'exit').then(() => null);
    const [message] = (await Promise.race([once(process, 'message'), ended])) ?? [];
    if (!isReady(message)) {
      process.kill('SIGKILL');
      throw new Fault({ code: 'configuration-invalid', message: `the manager: ${JSON.stringify(message ?? 'ended')}` });
    }
    return new PageManager(process, message);
  }

  /** The cookie of its administrator. */
  async signIn(): Promise<{ readonly name: string; readonly value: string }> {
    const answer = await fetch(`${this.address}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: this.address },
      body: JSON.stringify(benchAdministrator),
    });
    const [, name, value] = /^([^=]+)=([^;]+)/.exec(answer.headers.getSetCookie()[0] ?? '') ?? [];
    if (name === undefined || value === undefined) {
      throw new Fault({ code: 'configuration-invalid', message: `a sign-in is answered with ${answer.status}` });
    }
    return { name, value };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = this.#process.exitCode === null ? once(this.#process, 'exit') : null;
    this.#process.kill('SIGTERM');
    await ended;
  }
}

const isReady = (message: unknown): message is Ready =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready';
