import { useSyncExternalStore } from 'react';
import type { SiteEvent } from './site-event.ts';

/** As many as the first page shows. */
const KEPT = 60;

/** Milliseconds since 1970: what was before stands in the audit. */
export const PAGE_OPENED = Date.now();

export interface HeardEvent {
  readonly number: number;
  readonly at: number;
  readonly event: SiteEvent;
}

let heard: readonly HeardEvent[] = [];
let count = 0;
const listeners = new Set<() => void>();

/** What happened since the page was opened, the newest first. */
export const useLatestEvents = (): readonly HeardEvent[] => useSyncExternalStore(subscribe, () => heard);

export function rememberEvent(event: SiteEvent): void {
  // Figures of a box change all the time and are no news.
  if (event.type === 'report' || event.type === 'figures') return;
  count += 1;
  heard = [{ number: count, at: Date.now(), event }, ...heard].slice(0, KEPT);
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
