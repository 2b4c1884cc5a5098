import { mediaReports } from './media-key.ts';
import type { ChipReport, ReportQueue } from './report-queue.ts';

/**
 * Every key and button up, whatever the computer was told last. The absolute pointer is let go where it is known to be;
 * without a place the report would move it.
 */
export function allUp(newest: ReportQueue): ReportQueue {
  const absolute = newest.flatMap((report) =>
    report.kind === 'absolute' ? [{ ...report, buttons: 0, wheel: 0 }] : [],
  );
  return [
    { kind: 'keyboard', data: new Uint8Array(8) },
    ...consumerReports(0),
    { kind: 'relative', buttons: 0, dx: 0, dy: 0, wheel: 0 },
    ...absolute,
  ];
}

/** The key of this consumer usage held and no other; 0 for none. */
export function consumerReports(usage: number): readonly ChipReport[] {
  const { power, media } = mediaReports(usage);
  return [
    { kind: 'power', data: power },
    { kind: 'media', data: media },
  ];
}
