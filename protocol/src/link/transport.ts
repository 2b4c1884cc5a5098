import type { Fingerprint } from '../domain/index.ts';

/**
 * Who is at the other end, as the transport proved it (mutual TLS; the in-memory one is told). `site`: its certificate
 * is from the site's CA. `stranger`: it holds the key of this fingerprint and nothing more is known.
 */
export interface PeerIdentity {
  readonly fingerprint: Fingerprint;
  readonly standing: 'site' | 'stranger';
  /** What a site certificate says its holder is; null for strangers. */
  readonly role: 'manager' | 'box' | null;
  /** For logs and the audit: where the connection came from. */
  readonly address: string;
}

/** Application close codes (RFC 6455 §7.4.2, 4000–4999). */
export const CloseCode = {
  normal: 1000,
  goingAway: 1001,
  oversized: 1009,
  /** What handles the connection failed: a defect on the side that closed. */
  internal: 1011,
  malformed: 4000,
  unknown: 4001,
  versionUnsupported: 4002,
  helloExpected: 4003,
  unauthorised: 4004,
  replaced: 4005,
  silent: 4006,
  slow: 4007,
  adopted: 4008,
  overloaded: 4009,
} as const;

export type CloseCode = (typeof CloseCode)[keyof typeof CloseCode];

export interface Closed {
  readonly code: number;
  readonly reason: string;
}

/** Whole frames in order, over any duplex pipe. */
export interface Transport {
  readonly peer: PeerIdentity;
  /** Bytes accepted by send and not yet handed to the network: what a slow reader makes us hold. */
  readonly buffered: number;
  /** Never throws: after the close it drops the frame, and the listener has been told of the close. */
  send(frame: Uint8Array): void;
  /** No frame arrives after it; the own listener is told soon, and never from within this call. */
  close(closed: Closed): void;
  /** Called once, synchronously with getting the transport: frames wait for nobody. */
  listen(listener: TransportListener): void;
}

export interface TransportListener {
  frame(frame: Uint8Array): void;
  /** Exactly once; nothing after it. */
  closed(closed: Closed): void;
}
