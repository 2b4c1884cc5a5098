import { decodeBootKeyboard, encodeBootKeyboard, type Usage } from '@seatmatrix/protocol/domain';
import type { Behaviour } from './behaviour.ts';

/** A key that was pressed once and whose up the keyboard never sends: dirt under it, or a wireless report lost. */
export function stuckKey(key: Usage): Behaviour<Uint8Array> {
  let stuck = false;
  return (report, next) => {
    const keys = decodeBootKeyboard(report);
    if (keys?.has(key) === true) stuck = true;
    if (!stuck || keys === null || keys.has(key)) next(report);
    else next(encodeBootKeyboard([key, ...keys]));
  };
}
