import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { compareTexts } from '../language/format.ts';
import { word } from '../language/words.ts';
import { Icon } from '../shell/icons.tsx';
import { Empty } from '../shell/page.tsx';

export interface RecordFrameOptions<Value> {
  readonly records: ReadonlyMap<string, Value>;
  readonly nameOf: (value: Value) => string;
  readonly empty: { readonly title: string; readonly text: string };
  readonly addLabel: string;
  readonly add: () => void;
}

/** One collection by name, searched, with what to do when it is empty and a button for a new one. */
export function RecordFrame<Value>({
  records,
  nameOf,
  empty,
  addLabel,
  add,
  drawnMax = Number.POSITIVE_INFINITY,
  children,
}: RecordFrameOptions<Value> & {
  /** So many of those that were found are drawn. */
  readonly drawnMax?: number;
  readonly children: (found: readonly Value[]) => ReactNode;
}): ReactNode {
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text).normalize('NFC').toLowerCase();
  const all = [...records.values()];
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
          {word('shownOf', { shown: Math.min(found.length, drawnMax), total: all.length })}
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
        children(found)
      )}
    </section>
  );
}
