import { Fault, type FaultCode } from '@seatmatrix/protocol/kernel';
import fc from 'fast-check';
import { type FuzzShare, openTarget } from './fuzz-target.ts';
import { mutated } from './mutation.ts';

export interface BytesTarget {
  readonly name: string;
  readonly weight: number;
  readonly samples: readonly Uint8Array[];
  readonly decode: (bytes: Uint8Array) => unknown;
  /** What the decoder may throw; anything else is a finding. */
  readonly faults: readonly FaultCode[];
}

/** A decoder that is a function of bytes. */
export const bytesTarget = ({ name, weight, samples, decode, faults }: BytesTarget): FuzzShare => ({
  weight,
  open: async () =>
    openTarget<Uint8Array>({
      name,
      make: (random) => mutated(samples, random),
      take: (bytes) => {
        try {
          decode(bytes);
        } catch (thrown) {
          if (!(thrown instanceof Fault) || !faults.includes(thrown.code)) throw thrown;
        }
      },
      show: (bytes) => bytes.toHex(),
      [Symbol.asyncDispose]: async () => undefined,
    }),
});

/** Valid inputs, the same in every run. */
export function samplesOf<Value>(
  values: fc.Arbitrary<Value>,
  encode: (value: Value) => Uint8Array,
): readonly Uint8Array[] {
  return fc.sample(values, { numRuns: 200, seed: 4 }).map(encode);
}
