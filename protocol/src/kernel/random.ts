/** Uniform in [0, 1). Injected, so that a run can be repeated from its seed. */
export type Random = () => number;

export const systemRandom: Random = () => Math.random();

/** Mulberry32: small, fast, and good enough to shuffle a test's world; never for keys or tokens. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
