import type { DemoSeed } from './demo-seed.ts';

/**
 * The manager's side of the demonstration: its ordinary program with `--demo`, which serves plain HTTP on loopback and
 * waits for its seed. Supervisor → manager:
 */
export interface ManagerOrder {
  readonly type: 'seed';
  /** For an empty store; one that has a site already keeps it. */
  readonly seed: DemoSeed;
}

/** Manager → supervisor: it listens, at these ports; or `{ type: 'failed', message }`. */
export interface ManagerReady {
  readonly type: 'ready';
  readonly pages: { readonly host: string; readonly port: number };
  readonly boxes: { readonly host: string; readonly port: number };
}
