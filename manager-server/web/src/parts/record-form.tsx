import type { ReactNode } from 'react';
import type { CollectionName, Collections } from '../api/records.ts';
import { DeleteButton } from './delete-button.tsx';
import { DraftBar, type FieldText } from './draft-bar.tsx';
import { type RecordDraft, useRecordDraft } from './record-draft.ts';

/** The fields of one record with save, discard and delete, and with what others do to it meanwhile. */
export function RecordForm<Name extends CollectionName>(options: {
  readonly collection: Name;
  readonly record: Collections[Name];
  readonly name: string;
  /** As people read them, for the comparison with what somebody else saved. */
  readonly texts: readonly FieldText<Collections[Name]>[];
  readonly fields: (draft: RecordDraft<Collections[Name]>) => ReactNode;
  /** Whether it can be saved as it is. */
  readonly complete?: (value: Collections[Name]) => boolean;
  readonly deletion: { readonly title: string; readonly text: string };
  readonly deleted: () => void;
}): ReactNode {
  const { collection, record, name, texts, fields, complete = () => true, deletion, deleted } = options;
  const draft = useRecordDraft(collection, record);
  return (
    <form
      className="stack wide"
      data-details={name}
      onSubmit={(event) => {
        event.preventDefault();
        if (complete(draft.value)) void draft.save();
      }}
    >
      {fields(draft)}
      <DraftBar draft={draft} fields={texts} disabled={!complete(draft.value)} />
      <div className="row end">
        <DeleteButton collection={collection} record={record} name={name} question={deletion} deleted={deleted} />
      </div>
    </form>
  );
}
