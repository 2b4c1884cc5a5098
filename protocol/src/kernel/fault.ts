/**
 * Whose fault it is: `ours` is a bug of this program, `caller` a wrong argument or message, `world` a cable, a disk,
 * a peer. Refusals that an operator can expect are values (domain/refusal.ts) and never thrown.
 */
export type FaultOrigin = 'ours' | 'caller' | 'world';

/** The error catalogue: docs/errors.md lists every code, and a test compares the two. Codes are never reused. */
export const faultCatalogue = {
  'frame-malformed': 'caller',
  'frame-oversized': 'caller',
  'frame-unknown': 'caller',
  'version-unsupported': 'caller',
  'hello-expected': 'caller',
  'deadline-passed': 'world',
  'link-lost': 'world',
  'link-closed': 'world',
  overloaded: 'world',
  'peer-unauthorised': 'caller',
  'ticket-refused': 'caller',
  'invariant-broken': 'ours',
  'configuration-invalid': 'caller',
  'option-unknown': 'caller',
  'port-in-use': 'world',
  'folder-unwritable': 'world',
  'store-newer': 'world',
  'store-failed': 'world',
  'store-corrupt': 'world',
  'backup-refused': 'world',
  'driver-unavailable': 'world',
  'device-absent': 'world',
  'device-denied': 'world',
  'device-busy': 'world',
  'media-failed': 'world',
  'rtp-malformed': 'caller',
  'srtp-refused': 'caller',
  'hid-malformed': 'caller',
  'serial-malformed': 'caller',
  'picture-undecodable': 'caller',
  'enrolment-refused': 'caller',
  'certificate-invalid': 'caller',
} as const satisfies Record<string, FaultOrigin>;

export type FaultCode = keyof typeof faultCatalogue;

export interface FaultOptions {
  readonly code: FaultCode;
  readonly message: string;
  /** What was at hand when it happened; never a secret. */
  readonly context?: Readonly<Record<string, string | number | boolean>>;
  readonly cause?: unknown;
}

/** Everything that Seatmatrix throws. */
export class Fault extends Error {
  override readonly name = 'Fault';
  readonly code: FaultCode;
  readonly origin: FaultOrigin;
  readonly context: Readonly<Record<string, string | number | boolean>>;

  constructor({ code, message, context = {}, cause }: FaultOptions) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.origin = faultCatalogue[code];
    this.context = context;
  }
}

/** The fault itself, or a fault that wraps what somebody else threw. */
export function faultFrom(thrown: unknown, otherwise: Omit<FaultOptions, 'cause'>): Fault {
  return thrown instanceof Fault ? thrown : new Fault({ ...otherwise, cause: thrown });
}

/** For the default branch of an exhaustive switch: reached only when a codec let something through. */
export function unreachable(value: never): never {
  throw new Fault({ code: 'invariant-broken', message: `unexpected value ${JSON.stringify(value)}` });
}
