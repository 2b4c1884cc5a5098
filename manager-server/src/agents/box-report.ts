import type { BoxReport } from '@seatmatrix/protocol/domain';

/**
 * Whether a page would tell the two apart by more than figures that always move. Rates, loss and delays are looked up
 * when a page shows them: a thousand boxes report every second.
 */
export function sameToPages(one: BoxReport, other: BoxReport): boolean {
  return (
    one.capture === other.capture &&
    one.codec === other.codec &&
    one.engine === other.engine &&
    one.firmware === other.firmware &&
    one.mode?.width === other.mode?.width &&
    one.mode?.height === other.mode?.height &&
    one.mode?.rate === other.mode?.rate
  );
}
