import type { SiteSeed } from '@seatmatrix/manager-server/testing';

/** Benchmark → the manager's process. Each has one answer of the same type; `failed` may answer any. */
export type ManagerOrder =
  | { readonly type: 'begin'; readonly folder: string; readonly seed: SiteSeed }
  /** Every commit of the store takes so much longer from now on. */
  | { readonly type: 'delay'; readonly milliseconds: number }
  /** From now on a page listens to the events. */
  | { readonly type: 'listen' }
  | { readonly type: 'usage' };

/** The manager's process → benchmark. */
export type ManagerAnswer =
  | {
      readonly type: 'begin';
      readonly boxes: { readonly host: string; readonly port: number };
      /** Where the bare WebSockets are. */
      readonly bare: number;
    }
  | { readonly type: 'delay' }
  | { readonly type: 'listen' }
  /** Milliseconds of processor time since the process began: of its event loop, and with the store's and all other threads. */
  | { readonly type: 'usage'; readonly loop: number; readonly all: number }
  | { readonly type: 'failed'; readonly message: string };
