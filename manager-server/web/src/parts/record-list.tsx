import type { ReactNode } from 'react';
import { RecordFrame, type RecordFrameOptions } from './record-frame.tsx';

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
export function RecordList<Value extends Named>({
  nameTitle,
  columns,
  choose,
  ...frame
}: RecordFrameOptions<Value> & {
  readonly nameTitle: string;
  readonly columns: readonly RecordColumn<Value>[];
  readonly choose: (key: string) => void;
}): ReactNode {
  const { nameOf } = frame;
  return (
    <RecordFrame {...frame} drawnMax={DRAWN_MAX}>
      {(found) => (
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
    </RecordFrame>
  );
}
