import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { Fault, milliseconds, systemClock } from '@seatmatrix/protocol/kernel';

export interface ChildOptions {
  /** For messages to people. */
  readonly name: string;
  readonly program: URL;
  readonly argv: readonly string[];
  /** What it writes goes here. */
  readonly logFile: string;
  /** Begun anew at the start of a demonstration, so that it never grows over the weeks. */
  readonly keepLog: boolean;
}

export interface ChildEnd {
  /** To be said to a person. */
  readonly why: string;
  /** Nobody asked for it, neither here nor by a signal that ends a program in order. */
  readonly crashed: boolean;
}

/** Below what the supervisor gives itself to leave. */
const STOP_LIMIT = milliseconds(3500);

/** A message between supervisor and child: plain data with a type. */
export interface ChildMessage {
  readonly type: string;
}

/** A process of the demonstration. It ends by itself when its channel to us closes, however we ended. */
export class Child {
  readonly #options: ChildOptions;
  readonly #process: ChildProcess;
  /** Resolves when it is gone; never rejects. */
  readonly ended: Promise<ChildEnd>;

  constructor(options: ChildOptions) {
    this.#options = options;
    const log = openSync(options.logFile, options.keepLog ? 'a' : 'w');
    this.#process = fork(options.program, [...options.argv], { stdio: ['ignore', log, log, 'ipc'] });
    closeSync(log);
    const { name, logFile } = options;
    this.ended = new Promise((resolve) => {
      this.#process.once('error', (error) =>
        resolve({ why: `the ${name} cannot be started: ${error.message}`, crashed: false }),
      );
      this.#process.once('exit', (code, signal) =>
        resolve({
          why: `the ${name} ended (${signal ?? `code ${code}`}); what it said is in ${logFile}`,
          crashed: code !== 0,
        }),
      );
    });
  }

  send<Message extends ChildMessage>(message: Message): void {
    if (this.#process.connected) this.#process.send(message);
  }

  /**
   * The next message of this type. Rejects with `configuration-invalid` and the child's own words when it says
   * `{ type: 'failed', message }`, and when it ends before.
   */
  next<Message extends ChildMessage>(type: Message['type']): Promise<Message> {
    return new Promise((resolve, reject) => {
      const hear = (message: unknown) => {
        if (!isMessage(message)) return;
        // Both ends are of one version: the type says the rest.
        if (message.type === type) settle(() => resolve(message as Message));
        if (message.type === 'failed') settle(() => reject(failed(failureOf(message))));
      };
      const settle = (action: () => void) => {
        this.#process.off('message', hear);
        action();
      };
      this.#process.on('message', hear);
      void this.ended.then(({ why }) => settle(() => reject(failed(why))));
    });
  }

  /** Asks it to end and waits until it has; one that does not in time is killed. */
  async stop(): Promise<void> {
    this.#process.kill('SIGTERM');
    const limit = systemClock.timer({ name: 'stopping', after: STOP_LIMIT, fire: () => this.#process.kill('SIGKILL') });
    await this.ended;
    limit.cancel();
  }

  get name(): string {
    return this.#options.name;
  }
}

const failed = (message: string): Fault => new Fault({ code: 'configuration-invalid', message });

const isMessage = (message: unknown): message is ChildMessage =>
  typeof message === 'object' && message !== null && 'type' in message && typeof message.type === 'string';

const failureOf = (message: ChildMessage): string =>
  'message' in message && typeof message.message === 'string' ? message.message : 'it failed without a word';
