import type { Random } from '@seatmatrix/protocol/kernel';

/** Lengths and counts go wrong at these. */
const EDGES = [0, 1, 0x7f, 0x80, 0xfe, 0xff] as const;

/** Longer than every sample, shorter than what only costs time. */
const RANDOM_MAX = 300;
const MUTATIONS_MAX = 6;

/** One in eight: bytes out of nowhere. The rest: a valid sample with up to six changes, so that most of it is understood. */
export function mutated(samples: readonly Uint8Array[], random: Random): Uint8Array {
  if (samples.length === 0 || random() < 1 / 8) return randomBytes(random);
  let bytes = samples[below(random, samples.length)] ?? new Uint8Array();
  const changes = 1 + below(random, MUTATIONS_MAX);
  for (let change = 0; change < changes; change++) bytes = mutate(bytes, { samples, random });
  return bytes;
}

export const below = (random: Random, limit: number): number => Math.floor(random() * limit);

export function pick<Value>(random: Random, values: readonly [Value, ...Value[]]): Value {
  return values[below(random, values.length)] ?? values[0];
}

export function randomBytes(random: Random): Uint8Array {
  return Uint8Array.from({ length: below(random, RANDOM_MAX) }, () => below(random, 256));
}

function mutate(
  bytes: Uint8Array,
  { samples, random }: { readonly samples: readonly Uint8Array[]; readonly random: Random },
): Uint8Array {
  const at = below(random, bytes.length + 1);
  const [head, tail] = [bytes.subarray(0, at), bytes.subarray(at)];
  const byte = random() < 0.5 ? pick(random, EDGES) : below(random, 256);
  switch (below(random, 8)) {
    case 0:
      return join(head, Uint8Array.of(byte), tail.subarray(1));
    case 1:
      return join(head, Uint8Array.of((tail[0] ?? 0) ^ (1 << below(random, 8))), tail.subarray(1));
    case 2:
      return join(head, Uint8Array.of(byte), tail);
    case 3:
      return join(head, tail.subarray(1 + below(random, 4)));
    case 4:
      return head.slice();
    case 5:
      return join(bytes, tail);
    case 6:
      return join(
        head,
        Uint8Array.from({ length: 4 }, () => byte),
        tail.subarray(4),
      );
    default: {
      const other = samples[below(random, samples.length)] ?? bytes;
      return join(head, other.subarray(below(random, other.length + 1)));
    }
  }
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
