import type { Behaviour } from './behaviour.ts';

/** A worn cable or a cheap extender: the block's sum is wrong. */
export const badEdid: Behaviour<Uint8Array> = (edid, next) => {
  const worn = Uint8Array.from(edid);
  worn[8] = (worn[8] ?? 0) ^ 0x10;
  next(worn);
};
