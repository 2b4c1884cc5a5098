import { ChipCommand, type ChipFrame } from './chip-frame.ts';

/** A report on its way to the chip. */
export type ChipReport =
  /** A boot keyboard report, or the data of one of the two media devices: the whole state of its keys. */
  | { readonly kind: 'keyboard' | 'power' | 'media'; readonly data: Uint8Array }
  /** 0–4095 of the display's width and height. */
  | {
      readonly kind: 'absolute';
      readonly buttons: number;
      readonly x: number;
      readonly y: number;
      readonly wheel: number;
    }
  | {
      readonly kind: 'relative';
      readonly buttons: number;
      readonly dx: number;
      readonly dy: number;
      readonly wheel: number;
    };

export type ReportQueue = readonly ChipReport[];

/**
 * A burst of this many strokes is typed as it came: at 9600 baud a report and its answer take 22 ms, so that the last of
 * them is a third of a second late. More is a line that cannot follow, and then the newest states count.
 */
export const QUEUE_MAX = 16;

/** As far as one report moves; the descriptor's logical range is −127…127. */
const STEP_MAX = 127;

/** Movement that waits is bounded: 32 reports of it. */
const MOVEMENT_MAX = 4096;

/** At the end of the queue; a movement that changes no button goes into the one before it. */
export function enqueue(queue: ReportQueue, report: ChipReport): ReportQueue {
  const last = queue.at(-1);
  if (last !== undefined && isMovement(last) && isMovement(report) && last.buttons === report.buttons) {
    const merged = merge(last, report);
    if (merged !== null) return [...queue.slice(0, -1), merged];
  }
  const longer = [...queue, report];
  return longer.length > QUEUE_MAX ? newestOfEach(longer) : longer;
}

/** Of each kind the newest alone, with the movement of those before it. */
export function newestOfEach(queue: ReportQueue): ReportQueue {
  const newest: ChipReport[] = [];
  for (const report of queue) {
    const before = newest.findIndex(({ kind }) => kind === report.kind);
    const [older] = before === -1 ? [] : newest.splice(before, 1);
    newest.push(older === undefined ? report : (merge(older, report) ?? report));
  }
  return newest;
}

/** States without movement: what was moved while nobody could be told is not made up for. */
export const standing = (queue: ReportQueue): ReportQueue => newestOfEach(queue).map(withoutMovement);

export function withoutMovement(report: ChipReport): ChipReport {
  if (report.kind === 'absolute') return { ...report, wheel: 0 };
  return report.kind === 'relative' ? { ...report, dx: 0, dy: 0, wheel: 0 } : report;
}

/** The first report, or as much of it as one frame carries. */
export function takeReport(queue: ReportQueue): { readonly report: ChipReport; readonly rest: ReportQueue } | null {
  const [first, ...others] = queue;
  if (first === undefined) return null;
  if (!isMovement(first)) return { report: first, rest: others };
  const wheel = step(first.wheel);
  if (first.kind === 'absolute') {
    const rest = first.wheel === wheel ? others : [{ ...first, wheel: first.wheel - wheel }, ...others];
    return { report: { ...first, wheel }, rest };
  }
  const [dx, dy] = [step(first.dx), step(first.dy)];
  const left = { ...first, dx: first.dx - dx, dy: first.dy - dy, wheel: first.wheel - wheel };
  const whole = left.dx === 0 && left.dy === 0 && left.wheel === 0;
  return { report: { ...first, dx, dy, wheel }, rest: whole ? others : [left, ...others] };
}

/** CMD_SEND_KB_GENERAL_DATA, _KB_MEDIA_DATA, _MS_ABS_DATA and _MS_REL_DATA of the protocol document. */
export function reportFrame(report: ChipReport): ChipFrame {
  switch (report.kind) {
    case 'keyboard':
      return { command: ChipCommand.sendKeyboard, data: report.data };
    case 'power':
    case 'media':
      return { command: ChipCommand.sendMedia, data: report.data };
    case 'absolute': {
      const { buttons, x, y, wheel } = report;
      const data = Uint8Array.of(0x02, buttons, x & 0xff, x >> 8, y & 0xff, y >> 8, wheel & 0xff);
      return { command: ChipCommand.sendAbsoluteMouse, data };
    }
    case 'relative': {
      const { buttons, dx, dy, wheel } = report;
      return {
        command: ChipCommand.sendRelativeMouse,
        data: Uint8Array.of(0x01, buttons, dx & 0xff, dy & 0xff, wheel & 0xff),
      };
    }
  }
}

type Movement = Extract<ChipReport, { readonly buttons: number }>;

const isMovement = (report: ChipReport): report is Movement => report.kind === 'absolute' || report.kind === 'relative';

/** Null where the two have no movement in common. */
function merge(older: ChipReport, newer: ChipReport): ChipReport | null {
  if (older.kind === 'absolute' && newer.kind === 'absolute') {
    return { ...newer, wheel: bounded(older.wheel + newer.wheel) };
  }
  if (older.kind !== 'relative' || newer.kind !== 'relative') return null;
  return {
    ...newer,
    dx: bounded(older.dx + newer.dx),
    dy: bounded(older.dy + newer.dy),
    wheel: bounded(older.wheel + newer.wheel),
  };
}

const step = (value: number): number => Math.max(-STEP_MAX, Math.min(STEP_MAX, value));
const bounded = (value: number): number => Math.max(-MOVEMENT_MAX, Math.min(MOVEMENT_MAX, value));
