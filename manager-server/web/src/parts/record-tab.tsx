import { type ReactNode, useState } from 'react';
import type { ByKey } from '../api/records.ts';
import { useChosenKey } from './chosen-key.ts';
import { SidePanel } from './side-panel.tsx';

/** A collection on a page: its records, the chosen one's details beside them, and a dialogue for a new one. */
export function RecordTab<Value extends { readonly key: string }>(options: {
  /** The name under which the chosen record's key stands in the address. */
  readonly parameter: string;
  readonly records: ByKey<Value>;
  readonly nameOf: (record: Value) => string;
  readonly list: (actions: { readonly add: () => void; readonly choose: (key: string) => void }) => ReactNode;
  readonly details: (record: Value, close: () => void) => ReactNode;
  readonly creation: (actions: { readonly close: () => void; readonly created: (key: string) => void }) => ReactNode;
  /** Room for a layout. */
  readonly wide?: boolean;
}): ReactNode {
  const { parameter, records, nameOf, list, details, creation, wide = false } = options;
  const [chosen, choose] = useChosenKey(parameter);
  const [adding, setAdding] = useState(false);
  const record = records.get(chosen ?? '');
  const close = () => choose(null);
  return (
    <>
      {list({ add: () => setAdding(true), choose })}
      <SidePanel
        opened={record !== undefined}
        close={close}
        title={record === undefined ? '' : nameOf(record)}
        wide={wide}
      >
        {record !== undefined && <div key={record.key}>{details(record, close)}</div>}
      </SidePanel>
      {adding && creation({ close: () => setAdding(false), created: choose })}
    </>
  );
}
