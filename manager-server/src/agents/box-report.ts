import type { BoxReport } from '@seatmatrix/protocol/domain';

/**
 * Whether a page would tell the two apart by more than figures that always move. Those reach pages by a mention, which
 * redraws one line: this here makes a page read the box anew.
 */
export function sameToPages(one: BoxReport, other: BoxReport): boolean {
  return (
    one.capture === other.capture &&
    one.codec === other.codec &&
    one.engine === other.engine &&
    one.firmware === other.firmware &&
    one.mode?.width === other.mode?.width &&
    one.mode?.height === other.mode?.height &&
    one.mode?.rate === other.mode?.rate &&
    isHot(one) === isHot(other) &&
    one.identifySigns.join() === other.identifySigns.join()
  );
}

const isHot = ({ temperature, temperatureLimit }: BoxReport): boolean =>
  temperature !== null && temperatureLimit !== null && temperature >= temperatureLimit;
