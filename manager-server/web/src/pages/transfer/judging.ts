import { useRef, useState } from 'react';
import { ProblemError } from '../../api/problem.ts';
import { tellFailure } from '../../shell/notices.tsx';
import type { Since, TransferChange, TransferProblem } from './transfer-requests.ts';

/** What an import or a restore would do, or has done. */
export interface Verdict {
  readonly revision: string;
  readonly counts: { readonly add: number; readonly change: number; readonly remove: number };
  readonly changes: readonly TransferChange[];
  readonly changesLeftOut: number;
  readonly problems: readonly TransferProblem[];
  readonly problemsLeftOut: number;
  readonly signsYouOut: boolean;
}

type Ask<Result> = (since: Since) => Promise<Result>;

export type JudgingState<Result> =
  | { readonly step: 'idle' | 'asking' }
  | { readonly step: 'failed'; readonly error: unknown }
  /** `moved`: somebody has changed the site since; what is shown is no longer what would happen. */
  | {
      readonly step: 'judged';
      readonly result: Result;
      readonly ask: Ask<Result>;
      readonly moved: boolean;
      readonly applying: boolean;
    }
  | { readonly step: 'applied'; readonly result: Result };

export interface Judging<Result> {
  readonly state: JudgingState<Result>;
  judge(ask: Ask<Result>): Promise<void>;
  apply(): Promise<void>;
  reset(): void;
}

/** First what would change, then the change itself, and never another one than was shown. */
export function useJudging<Result extends Verdict>(): Judging<Result> {
  const [state, setState] = useState<JudgingState<Result>>({ step: 'idle' });
  // A file that was chosen later answers for itself; the one before may still be on its way.
  const newest = useRef(0);

  const judge = async (ask: Ask<Result>) => {
    newest.current += 1;
    const number = newest.current;
    setState({ step: 'asking' });
    const next = await ask(null).then(
      (result): JudgingState<Result> => ({ step: 'judged', result, ask, moved: false, applying: false }),
      (error: unknown): JudgingState<Result> => ({ step: 'failed', error }),
    );
    if (newest.current === number) setState(next);
  };

  return {
    state,
    judge,
    async apply() {
      if (state.step !== 'judged') return;
      const { ask, result } = state;
      setState({ ...state, applying: true });
      try {
        setState({ step: 'applied', result: await ask(result.revision) });
      } catch (error) {
        const moved = error instanceof ProblemError && error.code === 'version-conflict';
        if (!moved) tellFailure(error);
        setState({ ...state, moved, applying: false });
      }
    },
    reset() {
      newest.current += 1;
      setState({ step: 'idle' });
    },
  };
}

export const isEmpty = ({ counts }: Verdict): boolean => counts.add + counts.change + counts.remove === 0;
