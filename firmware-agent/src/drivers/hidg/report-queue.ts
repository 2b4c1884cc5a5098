import { after, between, type Instant, milliseconds, type Stepped, unreachable } from '@seatmatrix/protocol/kernel';

/**
 * The reports that wait until the computer fetches the one before: it polls every millisecond at best, and a barcode
 * scanner or a gaming mouse writes as often. Each keyboard report in turn, so that no key is lost; movements are added up.
 * A computer that fetches nothing gets only the newest when it does.
 */
export interface ReportQueue {
  readonly kind: QueueKind;
  readonly waiting: readonly WaitingReport[];
}

/** `movement`: what two reports with the same buttons say can be added up. `place`: the later one says it all. */
export type QueueKind = 'keys' | 'place' | 'movement';

interface WaitingReport {
  readonly bytes: Uint8Array;
  readonly since: Instant;
}

export type QueueInput =
  | { readonly type: 'write'; readonly report: Uint8Array; readonly at: Instant }
  /** The kernel has taken the first report. */
  | { readonly type: 'taken' }
  /** The kernel took none. */
  | { readonly type: 'full'; readonly at: Instant };

export const emptyQueue = (kind: QueueKind): ReportQueue => ({ kind, waiting: [] });

/** `out` says which report is next, if any. */
export function queueStep(queue: ReportQueue, input: QueueInput): Stepped<ReportQueue, Uint8Array> {
  const next = (waiting: readonly WaitingReport[]): Stepped<ReportQueue, Uint8Array> => ({
    state: { ...queue, waiting },
    out: waiting.slice(0, 1).map(({ bytes }) => bytes),
  });
  switch (input.type) {
    case 'write':
      return next(newestIfStale(add(queue, input), input.at));
    case 'taken':
      return next(queue.waiting.slice(1));
    case 'full':
      return next(newestIfStale(queue.waiting, input.at));
    default:
      return unreachable(input);
  }
}

/** A computer that has fetched nothing for so long is not slow but absent: what was typed at it is nobody's. */
const STALE = milliseconds(250);

/** More than a scanner sends while a computer is busy for a quarter of a second. */
const WAITING_MAX = 64;

function add(
  { kind, waiting }: ReportQueue,
  { report, at }: { readonly report: Uint8Array; readonly at: Instant },
): readonly WaitingReport[] {
  const last = waiting.at(-1);
  const merged = last === undefined ? null : merge(kind, { earlier: last.bytes, later: report });
  if (last === undefined || merged === null) return [...waiting, { bytes: Uint8Array.from(report), since: at }];
  return [...waiting.slice(0, -1), { bytes: merged, since: last.since }];
}

function newestIfStale(waiting: readonly WaitingReport[], at: Instant): readonly WaitingReport[] {
  const [first] = waiting;
  const newest = waiting.at(-1);
  if (first === undefined || newest === undefined || waiting.length === 1) return waiting;
  const stale = waiting.length > WAITING_MAX || between(after(first.since, STALE), at) > 0;
  // It keeps its age: whatever comes behind it replaces it.
  return stale ? [{ bytes: newest.bytes, since: first.since }] : waiting;
}

/** Null where both have to be told. Layouts: protocol/domain/hid.ts. */
function merge(
  kind: QueueKind,
  { earlier, later }: { readonly earlier: Uint8Array; readonly later: Uint8Array },
): Uint8Array | null {
  if (kind === 'keys' || earlier[0] !== later[0] || earlier.length !== later.length) return null;
  const sum = Uint8Array.from(later);
  const [one, other, both] = [earlier, later, sum].map((bytes) => new DataView(bytes.buffer, bytes.byteOffset));
  if (one === undefined || other === undefined || both === undefined) return null;
  if (kind === 'movement') {
    for (const at of [1, 3]) {
      const moved = one.getInt16(at, true) + other.getInt16(at, true);
      if (Math.abs(moved) > 32_767) return null;
      both.setInt16(at, moved, true);
    }
  }
  for (const at of [5, 6]) {
    const turned = one.getInt8(at) + other.getInt8(at);
    if (Math.abs(turned) > 127) return null;
    both.setInt8(at, turned);
  }
  return sum;
}
