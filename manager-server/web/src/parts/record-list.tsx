import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { compareTexts } from '../language/format.ts';
import { word } from '../language/words.ts';
import { Icon } from '../shell/icons.tsx';
import { Empty } from '../shell/page.tsx';

export interface RecordColumn<Value> {
  readonly title: string;
  readonly cell: (value: Value) => ReactNode;
}

interface Named {
  readonly key: string;
}

/** So many rows are drawn; who looks for one of more searches. */
const DRAWN_MAX = 300;

/** A searched table of one collection, with what to do when it is empty and a button for a new one. */
export function RecordList<Value extends Named>(options: {
  readonly records: Iterable<Value>;
  readonly nameOf: (value: Value) => string;
  readonly nameTitle: string;
  readonly columns: readonly RecordColumn<Value>[];
  readonly empty: { readonly title: string; readonly text: string };
  readonly addLabel: string;
  readonly add: () => void;
  readonly choose: (key: string) => void;
}): ReactNode {
  const { records, nameOf, nameTitle, columns, empty, addLabel, add, choose } = options;
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text).normalize('NFC').toLowerCase();
  const all = [...records];
  const found = all
    .filter((record) => nameOf(record).normalize('NFC').toLowerCase().includes(wanted))
    .sort((one, other) => compareTexts(nameOf(one), nameOf(other)));
  const button = (
    <Button leftSection={<Icon name="plus" size={16} />} onClick={add}>
      {addLabel}
    </Button>
  );
  if (all.length === 0) {
    return (
      <div className="card">
        <Empty title={empty.title} text={empty.text}>
          {button}
        </Empty>
      </div>
    );
  }
  return (
    <section className="card flush">
      <div className="toolbar">
        <TextInput
          className="grow"
          type="search"
          aria-label={word('search')}
          placeholder={word('search')}
          leftSection={<Icon name="search" size={16} />}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <span className="small quiet number" role="status">
          {word('shownOf', { shown: Math.min(found.length, DRAWN_MAX), total: all.length })}
        </span>
        {button}
      </div>
      {found.length === 0 ? (
        <Empty title={word('noFilterMatch')}>
          <Button variant="default" onClick={() => setText('')}>
            {word('clearFilter')}
          </Button>
        </Empty>
      ) : (
        <div className="table-wrap">
          <table className="table">
            <thead>
              <tr>
                <th>{nameTitle}</th>
                {columns.map(({ title }) => (
                  <th key={title}>{title}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {found.slice(0, DRAWN_MAX).map((record) => (
                <tr key={record.key} data-record={record.key}>
                  <td className="wide-cell">
                    <button
                      type="button"
                      className="link clip strong"
                      title={nameOf(record)}
                      onClick={() => choose(record.key)}
                    >
                      {nameOf(record)}
                    </button>
                  </td>
                  {columns.map(({ title, cell }) => (
                    <td key={title}>{cell(record)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
