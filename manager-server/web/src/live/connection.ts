import { useSyncExternalStore } from 'react';

/** Whether the manager is there: its live events come, and it answers what it is asked. */
interface Connection {
  readonly events: boolean;
  readonly answers: boolean;
}

let connection: Connection = { events: true, answers: true };
const listeners = new Set<() => void>();

/** What the last request found. */
export function setReachable(answers: boolean): void {
  change({ ...connection, answers });
}

/** Whether the live events come. A manager that sends them is there, whatever the last request found. */
export function setEventsCome(events: boolean): void {
  change({ answers: events || connection.answers, events });
}

export function useConnected(): boolean {
  return useSyncExternalStore(subscribe, () => connection.events && connection.answers);
}

function change(next: Connection): void {
  if (next.events === connection.events && next.answers === connection.answers) return;
  connection = next;
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
