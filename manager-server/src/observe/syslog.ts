import { type Clock, type Log, milliseconds, type Random, retryDelays, seconds } from '@seatmatrix/protocol/kernel';
import type { LogSink } from '@seatmatrix/protocol/program';
import type { AuditEntry } from '../store/store.ts';
import { auditMessage, logMessage, type SyslogOrigin } from './syslog-message.ts';

/** A stream to a receiver; `down` is called once when it is no more, or was never there. */
export interface SyslogConnection {
  send(message: string): void;
  close(): void;
}

export interface SyslogConnector {
  connect(on: { readonly up: () => void; readonly down: (reason: string) => void }): SyslogConnection;
}

export interface SyslogOptions {
  readonly connector: SyslogConnector;
  readonly origin: SyslogOrigin;
  readonly clock: Clock;
  readonly random: Random;
  /** Without this syslog as its sink: what is said about it must not go through it. */
  readonly log: Log;
}

/** Some minutes of a busy site, a megabyte; the store has every audit entry in any case. */
const WAITING_MAX = 5000;
const RETRY = { base: milliseconds(500), cap: seconds(30) };

/** Sends the audit and the log's warnings on. Never holds anything up: who cannot keep up loses the oldest, counted. */
export class Syslog implements Disposable {
  readonly #options: SyslogOptions;
  readonly #waiting: string[] = [];
  #delays: Iterator<ReturnType<typeof milliseconds>>;
  #connection: SyslogConnection | null = null;
  #up = false;
  #lost = 0;
  #stopped = false;

  constructor(options: SyslogOptions) {
    this.#options = options;
    this.#delays = retryDelays(RETRY, options.random);
    this.#connect();
  }

  readonly audit = (entry: AuditEntry): void => this.#send(auditMessage(entry, this.#options.origin));

  readonly sink: LogSink = ({ level, message }) => {
    this.#send(logMessage({ level, message, at: this.#options.clock.wall() }, this.#options.origin));
  };

  [Symbol.dispose](): void {
    this.#stopped = true;
    this.#connection?.close();
  }

  #send(message: string): void {
    if (this.#up && this.#connection !== null) {
      this.#connection.send(message);
      return;
    }
    this.#waiting.push(message);
    if (this.#waiting.length <= WAITING_MAX) return;
    this.#waiting.shift();
    this.#lost += 1;
  }

  #connect(): void {
    this.#connection = this.#options.connector.connect({
      up: () => this.#flush(),
      down: (reason) => this.#reconnect(reason),
    });
  }

  #flush(): void {
    this.#up = true;
    this.#delays = retryDelays(RETRY, this.#options.random);
    for (const message of this.#waiting.splice(0)) this.#connection?.send(message);
    if (this.#lost === 0) return;
    this.#options.log.warn('messages did not reach syslog', { count: this.#lost });
    this.sink({ level: 'warn', message: `${this.#lost} messages did not reach syslog`, fields: {} });
    this.#lost = 0;
  }

  #reconnect(reason: string): void {
    if (this.#stopped) return;
    if (this.#up) this.#options.log.warn('syslog does not answer', { reason });
    this.#up = false;
    this.#connection = null;
    const wait = this.#delays.next().value;
    this.#options.clock.timer({ name: 'syslog reconnects', after: wait, fire: () => this.#stopped || this.#connect() });
  }
}
