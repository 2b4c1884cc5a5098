import { useCallback, useSyncExternalStore } from 'react';
import type { Box, BoxReport } from '../api/records.ts';

/** Milliseconds: what a person still connects with what he saw. */
export const HISTORY_TIME = 3 * 60_000;

/** What is drawn of a box's past; null where it was not counted. */
export interface FigureSample {
  /** Milliseconds since 1970, by this page's clock. */
  readonly at: number;
  readonly loss: number | null;
  readonly delay: number | null;
  readonly bitsPerSecond: number | null;
}

interface Figures {
  readonly report: BoxReport;
  readonly history: readonly FigureSample[];
}

const boxes = new Map<string, Figures>();
const listeners = new Map<string, Set<() => void>>();
const NO_HISTORY: readonly FigureSample[] = [];

/** The newest word of a box. Whoever shows it is redrawn, and nothing else of the page. */
export function keepFigures(fingerprint: string, report: BoxReport, now = Date.now()): void {
  const sample = {
    at: now,
    loss: report.reception?.loss ?? null,
    delay: report.delay,
    bitsPerSecond: report.bitsPerSecond,
  };
  const history = (boxes.get(fingerprint)?.history ?? []).filter(({ at }) => at > now - HISTORY_TIME);
  boxes.set(fingerprint, { report, history: [...history, sample] });
  for (const listener of [...(listeners.get(fingerprint) ?? [])]) listener();
}

export const latestReport = (fingerprint: string): BoxReport | null => boxes.get(fingerprint)?.report ?? null;

/** What the box last said of itself. */
export function useReport(box: Box | undefined): BoxReport | null {
  const latest = useFigures(box?.fingerprint ?? '', latestReport);
  return box === undefined ? null : (latest ?? box.report);
}

/** The last minutes as this page heard of them, the oldest first. */
export const useHistory = (fingerprint: string): readonly FigureSample[] => useFigures(fingerprint, historyOf);

const historyOf = (fingerprint: string): readonly FigureSample[] => boxes.get(fingerprint)?.history ?? NO_HISTORY;

function useFigures<Value>(fingerprint: string, read: (fingerprint: string) => Value): Value {
  const subscribe = useCallback(
    (listener: () => void) => {
      const of = listeners.get(fingerprint) ?? new Set();
      listeners.set(fingerprint, of.add(listener));
      return () => {
        of.delete(listener);
        if (of.size === 0) listeners.delete(fingerprint);
      };
    },
    [fingerprint],
  );
  return useSyncExternalStore(subscribe, () => read(fingerprint));
}
