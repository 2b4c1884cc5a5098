import { Fault, faultFrom } from '../kernel/index.ts';

interface Encoded {
  finish(): Uint8Array;
}

/** Throws `frame-oversized` when what we say is longer than the other side takes. */
export function frameBytes(
  encoded: Encoded,
  { what, max }: { readonly what: string; readonly max: number },
): Uint8Array {
  const bytes = encoded.finish();
  if (bytes.length > max) throw oversized({ what, length: bytes.length, max });
  return bytes;
}

/**
 * The one way from bytes to a domain value: whatever the generated decoder throws (Error, RangeError, TypeError) and
 * whatever validation finds becomes a Fault.
 */
export function readFrame<Raw, Value>(
  bytes: Uint8Array,
  {
    what,
    max,
    decode,
    read,
  }: {
    readonly what: string;
    readonly max: number;
    readonly decode: (bytes: Uint8Array) => Raw;
    readonly read: (raw: Raw) => Value;
  },
): Value {
  if (bytes.length > max) throw oversized({ what, length: bytes.length, max });
  try {
    return read(decode(plain(bytes)));
  } catch (thrown) {
    throw faultFrom(thrown, { code: 'frame-malformed', message: `${what}: not readable`, context: { what } });
  }
}

export function unknownMessage(what: string, context: Readonly<Record<string, number | boolean>> = {}): Fault {
  return new Fault({
    code: 'frame-unknown',
    message: `${what}: a message of a kind that this version does not know`,
    context: { what, ...context },
  });
}

/** A node Buffer would give Buffers for byte fields, whose slice() shares memory where Uint8Array's copies. */
const plain = (bytes: Uint8Array): Uint8Array =>
  bytes.constructor === Uint8Array ? bytes : new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function oversized({ what, length, max }: { what: string; length: number; max: number }): Fault {
  return new Fault({
    code: 'frame-oversized',
    message: `${what}: ${length} bytes where ${max} are allowed`,
    context: { what, length, max },
  });
}
