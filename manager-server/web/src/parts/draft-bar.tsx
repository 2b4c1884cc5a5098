import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { word } from '../language/words.ts';
import { sameValue } from './draft.ts';
import type { RecordDraft } from './record-draft.ts';

/** One field as people read it. */
export interface FieldText<Value> {
  readonly label: string;
  readonly text: (value: Value) => string;
}

/** Save and discard, and what somebody else did meanwhile. */
export function DraftBar<Value>({
  draft,
  fields,
  disabled = false,
}: {
  readonly draft: RecordDraft<Value>;
  readonly fields: readonly FieldText<Value>[];
  readonly disabled?: boolean;
}): ReactNode {
  if (draft.conflict) return <Conflict draft={draft} fields={fields} />;
  return (
    <div className="row wrap between draft-bar">
      <span className="small quiet grow" role="status">
        {draft.changed ? `${word('unsaved')}. ${word('unsavedText')}` : ''}
      </span>
      <Button variant="default" disabled={!draft.changed} onClick={draft.discard}>
        {word('discard')}
      </Button>
      <Button disabled={!draft.changed || disabled} loading={draft.saving} onClick={() => void draft.save()}>
        {word('save')}
      </Button>
    </div>
  );
}

function Conflict<Value>({
  draft,
  fields,
}: {
  readonly draft: RecordDraft<Value>;
  readonly fields: readonly FieldText<Value>[];
}): ReactNode {
  const differing = fields.filter(({ text }) => !sameValue(text(draft.current), text(draft.value)));
  return (
    <div className="callout warn stack" role="alert">
      <strong>{word('changedMeanwhile')}</strong>
      <span>{word('changedMeanwhileText')}</span>
      <table className="table">
        <thead>
          <tr>
            <th>{word('field')}</th>
            <th>{word('theirs')}</th>
            <th>{word('mine')}</th>
          </tr>
        </thead>
        <tbody>
          {differing.map(({ label, text }) => (
            <tr key={label}>
              <td>{label}</td>
              <td className="any">{text(draft.current)}</td>
              <td className="any">{text(draft.value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row wrap end">
        <Button variant="default" onClick={draft.takeTheirs}>
          {word('takeTheirs')}
        </Button>
        <Button onClick={draft.keepMine}>{word('keepMine')}</Button>
      </div>
    </div>
  );
}
