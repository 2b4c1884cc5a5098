import type { Random } from '@seatmatrix/protocol/kernel';

/** One decoder, and how inputs for it are made and judged. */
export interface FuzzTarget<Input = Uint8Array> extends AsyncDisposable {
  readonly name: string;
  /** Input `random` decides about everything: the same numbers make the same input. */
  make(random: Random): Input;
  /** Throws, or rejects, when the decoder did anything else than answer or refuse in its own words. */
  take(input: Input): void | Promise<void>;
  /** So that somebody can write it into a test. */
  show(input: Input): string;
}

/** A target with how many of a run's inputs are its own: those that need a server get fewer than those that need bytes. */
export interface FuzzShare {
  readonly weight: number;
  open(): Promise<OpenTarget>;
}

/** A target whose inputs nobody outside looks at. */
export interface OpenTarget extends AsyncDisposable {
  readonly name: string;
  /** Makes the input of these numbers, and gives it. Rejects with a FuzzFinding. */
  run(random: Random): void | Promise<void>;
}

export class FuzzFinding extends Error {
  override readonly name = 'FuzzFinding';
  readonly input: string;

  constructor(input: string, cause: unknown) {
    super(cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause), { cause });
    this.input = input;
  }
}

export function openTarget<Input>(target: FuzzTarget<Input>): OpenTarget {
  return {
    name: target.name,
    run(random) {
      const input = target.make(random);
      const found = (thrown: unknown): never => {
        throw new FuzzFinding(target.show(input), thrown);
      };
      try {
        const taken = target.take(input);
        return taken === undefined ? undefined : taken.catch(found);
      } catch (thrown) {
        return found(thrown);
      }
    },
    [Symbol.asyncDispose]: () => target[Symbol.asyncDispose](),
  };
}
