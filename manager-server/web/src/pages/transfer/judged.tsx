import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { failureText } from '../../language/failure-text.ts';
import { word } from '../../language/words.ts';
import { confirmed } from '../../shell/confirmation.tsx';
import { Difference } from './difference.tsx';
import { isEmpty, type Judging, type Verdict } from './judging.ts';
import { wouldDo } from './transfer-words.ts';

/** What came of a file so far: being compared, what it would do, somebody was faster, done. */
export function Judged<Result extends Verdict>(options: {
  readonly judging: Judging<Result>;
  readonly done: string;
  readonly restart: () => void;
  readonly compareAgain: () => void;
  /** Something more that has to be so before the button works, beside it. */
  readonly before?: { readonly node: ReactNode; readonly met: boolean };
  /** Of the button; what would happen is appended. */
  readonly action?: string;
}): ReactNode {
  const { judging, done, restart, compareAgain, before, action } = options;
  const { state } = judging;
  switch (state.step) {
    case 'idle':
      return null;
    case 'asking':
      return (
        <p className="quiet row" role="status">
          <span className="spinner" aria-hidden="true" /> {word('comparing')}
        </p>
      );
    case 'failed':
      return (
        <div className="callout bad row wrap between" role="alert">
          <span className="grow">{failureText(state.error)}</span>
          <Button variant="default" onClick={compareAgain}>
            {word('compareAgain')}
          </Button>
        </div>
      );
    case 'applied':
      return (
        <div className="callout good stack tight" role="status" data-applied="">
          <strong>{done}</strong>
          <span>
            {wouldDo(state.result)}
            {state.result.signsYouOut ? ` ${word('signedOutByIt')}` : ''}
          </span>
          <div className="row">
            <Button variant="default" onClick={restart}>
              {word('anotherFile')}
            </Button>
          </div>
        </div>
      );
    case 'judged':
      break;
  }
  const { result, moved, applying } = state;
  const { counts, problems, signsYouOut } = result;
  const apply = async () => {
    const lost = { title: word('removesTitle', { count: counts.remove }), action: wouldDo(result), danger: true };
    if (counts.remove > 0 && before === undefined && !(await confirmed({ ...lost, text: word('removesText') }))) return;
    await judging.apply();
  };
  return (
    <div className="stack">
      {moved && (
        <div className="callout warn row wrap between" role="alert" data-moved="">
          <span className="grow">{word('movedMeanwhile')}</span>
          <Button onClick={compareAgain}>{word('compareAgain')}</Button>
        </div>
      )}
      <Difference verdict={result} />
      {problems.length === 0 && !isEmpty(result) && (
        <>
          {signsYouOut && <div className="callout warn">{word('signsYouOut')}</div>}
          {before?.node}
          <div className="row wrap end">
            <Button variant="default" onClick={restart}>
              {word('cancel')}
            </Button>
            <Button
              color={counts.remove > 0 ? 'red' : 'blue'}
              disabled={moved || before?.met === false}
              loading={applying}
              onClick={() => void apply()}
            >
              {action === undefined ? wouldDo(result) : `${action}: ${wouldDo(result)}`}
            </Button>
          </div>
        </>
      )}
      {(problems.length > 0 || isEmpty(result)) && (
        <div className="row wrap end">
          <Button variant="default" onClick={restart}>
            {word('anotherFile')}
          </Button>
        </div>
      )}
    </div>
  );
}
