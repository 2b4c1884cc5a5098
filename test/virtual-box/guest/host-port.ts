import { constants, openSync, readdirSync, readFileSync, readSync, writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

const CLASS = '/sys/class/virtio-ports';

/** The line to the host. Never a pending read: with one, node-hid keeps the process from ending. */
export class HostPort {
  readonly #file: number;
  #rest = '';

  constructor() {
    const [name] = readdirSync(CLASS);
    if (name === undefined || readFileSync(`${CLASS}/${name}/name`, 'utf8').trim() !== 'port')
      throw new Error('no port');
    this.#file = openSync(`/dev/${name}`, constants.O_RDWR | constants.O_NONBLOCK);
  }

  tell(message: object): void {
    const bytes = Buffer.from(`${JSON.stringify(message)}\n`);
    let written = 0;
    while (written < bytes.length) {
      try {
        written += writeSync(this.#file, bytes, written);
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      }
    }
  }

  /** A command for QEMU's monitor; resolves when QEMU has done it. */
  async ask(execute: string, options: object): Promise<void> {
    this.tell({ type: 'ask', execute, options });
    const answer: { readonly error: string | null } = JSON.parse(await this.#line());
    if (answer.error !== null) throw new Error(`${execute}: ${answer.error}`);
  }

  async #line(): Promise<string> {
    const bytes = Buffer.alloc(4096);
    for (;;) {
      const end = this.#rest.indexOf('\n');
      if (end >= 0) {
        const line = this.#rest.slice(0, end);
        this.#rest = this.#rest.slice(end + 1);
        return line;
      }
      try {
        this.#rest += bytes.toString('utf8', 0, readSync(this.#file, bytes));
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      }
      await wait(2);
    }
  }
}
