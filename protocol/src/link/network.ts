import type { Fingerprint } from '../domain/index.ts';
import type { Transport } from './transport.ts';

/** Paths of the boxes' WebSockets: of the manager's box listener, and of a box's own peer listener. */
export type LinkPath = '/control' | '/preview' | '/peer' | '/media' | '/console';

export interface DialTarget {
  readonly host: string;
  readonly port: number;
  readonly path: LinkPath;
  /** Whose key must answer; null takes any holder of a certificate of the site's CA (or, before adoption, anyone). */
  readonly expect: Fingerprint | null;
  /** Largest frame that this side takes. */
  readonly frameMax: number;
}

export interface Listening {
  readonly host: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Opens and accepts transports. The real one is mutual TLS with WebSocket; hw-sim has one with faults and no ports. */
export interface Network {
  /** Rejects with a Fault: `link-lost` when nobody answers, `peer-unauthorised` when the wrong key does. */
  dial(target: DialTarget, signal: AbortSignal): Promise<Transport>;
  listen(options: {
    readonly host: string;
    /** 0 takes any free one. */
    readonly port: number;
    readonly frameMax: Readonly<Partial<Record<LinkPath, number>>>;
    readonly accept: (transport: Transport, path: LinkPath) => void;
  }): Promise<Listening>;
}
