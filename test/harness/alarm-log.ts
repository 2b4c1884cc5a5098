import type { Log, LogFields } from '@seatmatrix/protocol/kernel';

/** Keeps what somebody would have to act on, and nothing else. */
export class AlarmLog implements Log {
  readonly #alarms: string[];
  readonly #fields: LogFields;

  constructor(alarms: string[] = [], fields: LogFields = {}) {
    this.#alarms = alarms;
    this.#fields = fields;
  }

  /** One line each, oldest first. */
  get alarms(): readonly string[] {
    return this.#alarms;
  }

  /** Forgets those with these words; false when there were none. */
  take(words: string): boolean {
    const others = this.#alarms.filter((alarm) => !alarm.includes(words));
    return this.#alarms.splice(0, this.#alarms.length, ...others).length > others.length;
  }

  error(message: string, fields: LogFields = {}): void {
    const all = Object.entries({ ...this.#fields, ...fields }).map(([name, value]) => `${name}=${String(value)}`);
    this.#alarms.push([message, ...all].join(' '));
  }

  warn(): void {}

  info(): void {}

  debug(): void {}

  child(fields: LogFields): Log {
    return new AlarmLog(this.#alarms, { ...this.#fields, ...fields });
  }
}
