import type { Usage } from '@seatmatrix/protocol/domain';

/** What reached a computer, decoded as its operating system would. Ports and heads count from 1. */
export type Received =
  | { readonly type: 'key'; readonly key: Usage; readonly pressed: boolean; readonly port: number }
  | { readonly type: 'button'; readonly buttons: number; readonly port: number }
  | { readonly type: 'pointer'; readonly x: number; readonly y: number; readonly head: number }
  | { readonly type: 'wheel'; readonly notches: number; readonly port: number }
  | { readonly type: 'tilt'; readonly notches: number; readonly port: number }
  | { readonly type: 'entered'; readonly line: string };

/** A demonstration runs for weeks; no test presses so often. */
const RECEIVED_MAX = 10_000;

/** The newest events, oldest first. */
export class ReceivedRecord {
  #events: Received[] = [];

  get events(): readonly Received[] {
    return this.#events;
  }

  add(event: Received): void {
    this.#events.push(event);
    // Half at a time, so that a full record does not move with every event.
    if (this.#events.length > RECEIVED_MAX) this.#events = this.#events.slice(RECEIVED_MAX / 2);
  }

  clear(): void {
    this.#events = [];
  }
}
