import type { OperatorKey } from '@seatmatrix/protocol/domain';
import type { Clock, Log } from '@seatmatrix/protocol/kernel';
import { z } from 'zod';
import { jsonCodec, type RecordCollection } from '../store/index.ts';
import type { WebSessions } from './web-sessions.ts';

/** When and where somebody was last there. */
export interface Sighting {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly place: 'desk' | 'pages';
  /** The seat or receiver by the name that it had then, or a network address. */
  readonly where: string;
}

export const sightingCodec = jsonCodec<Sighting>(
  z.object({ at: z.number(), place: z.enum(['desk', 'pages']), where: z.string() }),
);

export interface SightingsOptions {
  /** Keyed by the operator's key. */
  readonly records: RecordCollection<Sighting>;
  readonly sessions: WebSessions;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Who was last seen where. Written when somebody comes to a desk, leaves one, or his session on the pages ends; while that
 * lasts, the session itself knows when it was used, so that no request costs a write of its own.
 */
export class Sightings {
  readonly #options: SightingsOptions;
  readonly #listeners: ((operator: OperatorKey) => void)[] = [];

  constructor(options: SightingsOptions) {
    this.#options = options;
    options.sessions.onChange(({ operator, ended }) => {
      if (ended === null) this.#tell(operator);
      else this.#keep(operator, { at: ended.seenAt, place: 'pages', where: ended.from });
    });
  }

  /** Called when somebody was seen. */
  onChange(listener: (operator: OperatorKey) => void): void {
    this.#listeners.push(listener);
  }

  of(operator: OperatorKey): Sighting | null {
    const { records, sessions } = this.#options;
    const onPages = sessions
      .listOf(operator)
      .map(({ seenAt, from }): Sighting => ({ at: seenAt, place: 'pages', where: from }));
    const kept = records.get(operator);
    return [...(kept === undefined ? [] : [kept]), ...onPages].reduce(newer, null);
  }

  /** He came to a desk, or left it, just now. */
  atDesk(operator: OperatorKey, where: string): void {
    this.#keep(operator, { at: this.#options.clock.wall().getTime(), place: 'desk', where });
  }

  /** Of an operator who is gone. */
  forget(operator: OperatorKey): Promise<void> {
    return this.#options.records.delete(operator);
  }

  #keep(operator: OperatorKey, sighting: Sighting): void {
    const { log, records } = this.#options;
    const kept = records.get(operator);
    if (kept === undefined || kept.at <= sighting.at) {
      records.put(operator, sighting).catch((thrown: unknown) => {
        log.warn('where somebody was last seen is not stored', { operator, thrown });
      });
    }
    this.#tell(operator);
  }

  #tell(operator: OperatorKey): void {
    for (const listener of this.#listeners) listener(operator);
  }
}

const newer = (one: Sighting | null, other: Sighting): Sighting => (one === null || other.at > one.at ? other : one);
