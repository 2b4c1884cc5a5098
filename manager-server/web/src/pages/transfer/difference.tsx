import { SegmentedControl, TextInput } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { word } from '../../language/words.ts';
import { Icon } from '../../shell/icons.tsx';
import { isEmpty, type Verdict } from './judging.ts';
import type { TransferChange } from './transfer-requests.ts';
import { actionSigns, collectionWord, problemText } from './transfer-words.ts';

/** What is wrong with a file first, then what it would change. */
export function Difference({ verdict }: { readonly verdict: Verdict }): ReactNode {
  const { problems } = verdict;
  return (
    <div className="stack" data-difference={problems.length > 0 ? 'problems' : isEmpty(verdict) ? 'none' : 'some'}>
      {problems.length > 0 && <Problems verdict={verdict} />}
      {problems.length === 0 && isEmpty(verdict) && (
        <div className="callout" role="status">
          <strong>{word('noDifference')}</strong> <span>{word('noDifferenceText')}</span>
        </div>
      )}
      {verdict.changes.length > 0 && <Changes verdict={verdict} />}
    </div>
  );
}

function Problems({ verdict: { problems, problemsLeftOut } }: { readonly verdict: Verdict }): ReactNode {
  return (
    <div className="callout bad stack tight" role="alert">
      <strong>{word('problemCount', { count: problems.length + problemsLeftOut })}</strong>
      <ul className="transfer-problems">
        {problems.map((problem, index) => {
          const { line, column, collection } = problem;
          const where = [
            line === null ? '' : word('lineNumber', { line }),
            collection === null ? '' : collectionWord(collection),
            column ?? '',
          ].filter((part) => part !== '');
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is one answer and never sorted or edited.
            <li key={index} data-problem={problem.code}>
              {where.length > 0 && <span className="strong number">{where.join(' · ')} </span>}
              <span className="any">{problemText(problem)}</span>
            </li>
          );
        })}
      </ul>
      {problemsLeftOut > 0 && <span className="small">{word('moreProblems', { count: problemsLeftOut })}</span>}
    </div>
  );
}

type Shown = TransferChange['action'] | 'all';

function Changes({ verdict }: { readonly verdict: Verdict }): ReactNode {
  const { counts, changes, changesLeftOut } = verdict;
  const [shown, setShown] = useState<Shown>('all');
  const [text, setText] = useState('');
  const rows = useMemo(() => {
    const wanted = text.trim().toLocaleLowerCase();
    return changes.filter(
      (each) =>
        (shown === 'all' || each.action === shown) &&
        (wanted === '' || `${each.name} ${collectionWord(each.collection)}`.toLocaleLowerCase().includes(wanted)),
    );
  }, [changes, shown, text]);
  const all = counts.add + counts.change + counts.remove;
  return (
    <section className="difference" aria-label={word('difference')}>
      <div className="toolbar">
        <SegmentedControl
          aria-label={word('difference')}
          data={[
            { value: 'all', label: word('allChanges', { count: all }) },
            { value: 'remove', label: `− ${word('removed')} ${counts.remove}` },
            { value: 'change', label: `~ ${word('changed')} ${counts.change}` },
            { value: 'add', label: `+ ${word('added')} ${counts.add}` },
          ]}
          value={shown}
          onChange={(value) => setShown((['add', 'change', 'remove'] as const).find((each) => each === value) ?? 'all')}
        />
        <TextInput
          className="grow"
          type="search"
          aria-label={word('search')}
          placeholder={word('searchChanges')}
          leftSection={<Icon name="search" size={16} />}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      </div>
      <ChangeList rows={rows} />
      {changesLeftOut > 0 && <p className="foot small quiet">{word('moreChanges', { count: changesLeftOut })}</p>}
    </section>
  );
}

/** Only what is in view is drawn: a file may change a thousand records. */
function ChangeList({ rows }: { readonly rows: readonly TransferChange[] }): ReactNode {
  const frame = useRef<HTMLUListElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: (index) => 44 + (rows[index]?.action === 'change' ? (rows[index]?.fields.length ?? 0) * 26 : 0),
    overscan: 10,
  });
  const items = virtualizer.getVirtualItems();
  if (rows.length === 0) return <p className="foot quiet">{word('noSuchChange')}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and without a keyboard's focus nothing else in it could.
    <ul ref={frame} className="change-list" tabIndex={0} aria-label={word('difference')}>
      <li aria-hidden="true" style={{ height: items[0]?.start ?? 0 }} />
      {items.map(({ index }) => {
        const row = rows[index];
        if (row === undefined) return null;
        return <Change key={index} row={row} index={index} measure={virtualizer.measureElement} />;
      })}
      <li aria-hidden="true" style={{ height: Math.max(0, virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0)) }} />
    </ul>
  );
}

function Change({
  row,
  index,
  measure,
}: {
  readonly row: TransferChange;
  readonly index: number;
  readonly measure: (element: HTMLElement | null) => void;
}): ReactNode {
  const { sign, name, chip } = actionSigns[row.action];
  return (
    <li ref={measure} data-index={index} data-change={`${row.action} ${row.name}`} className={`change ${row.action}`}>
      <div className="row">
        <span className={`sign ${chip}`} aria-hidden="true">
          {sign}
        </span>
        <span className="visually-hidden">{word(name)}</span>
        <strong className={row.action === 'remove' ? 'name gone' : 'name'}>{row.name}</strong>
        <span className="quiet small">{collectionWord(row.collection)}</span>
        {row.with !== null && <span className="quiet small any">{word('goesWith', { name: row.with })}</span>}
        {row.line !== null && <span className="quiet small number line">{word('lineNumber', { line: row.line })}</span>}
      </div>
      {row.action === 'change' && row.fields.length > 0 && (
        <dl className="change-fields">
          {row.fields.map(({ field, before, after }) => (
            <div key={field}>
              <dt>{field}</dt>
              <dd>
                <del>{shownValue(before)}</del> <span aria-hidden="true">→</span> <ins>{shownValue(after)}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </li>
  );
}

const shownValue = (value: string | null): string => (value === null || value === '' ? word('nothingThere') : value);
