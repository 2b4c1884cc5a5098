import { TextInput } from '@mantine/core';
import type { Right } from '@seatmatrix/protocol/domain';
import { type ReactNode, useMemo, useState } from 'react';
import { useAccount, useCollection } from '../../api/queries.ts';
import { failureText } from '../../language/failure-text.ts';
import { word } from '../../language/words.ts';
import { confirmed } from '../../shell/confirmation.tsx';
import { Icon } from '../../shell/icons.tsx';
import { act, tellDone } from '../../shell/notices.tsx';
import { Empty } from '../../shell/page.tsx';
import { RightChoice } from './effective-rights.tsx';
import {
  applyChange,
  type CellRange,
  cellCount,
  changeCount,
  type GrantChange,
  PartlyChanged,
  planChange,
} from './grant-change.ts';
import { GrantSheetView } from './grant-sheet.tsx';
import { grantColumns, grantRows, grantsByCell } from './grant-table.ts';

/** More than so many are asked about first, though they can be undone. */
const ASK_FROM = 50;

/** People × devices: what is granted, and what is held through a group all the same. */
export function GrantGrid(): ReactNode {
  const { role } = useAccount();
  const operators = useCollection('operators');
  const groups = useCollection('groups');
  const devices = useCollection('devices');
  const deviceGroups = useCollection('device-groups');
  const grants = useCollection('grants');
  const [right, setRight] = useState<Right>('connect');
  const [people, setPeople] = useState('');
  const [objects, setObjects] = useState('');
  const [progress, setProgress] = useState<string | null>(null);
  const rows = useMemo(() => grantRows({ operators, groups, text: people }), [operators, groups, people]);
  const columns = useMemo(
    () => grantColumns({ devices, deviceGroups, right, text: objects }),
    [devices, deviceGroups, right, objects],
  );
  const cells = useMemo(() => grantsByCell(grants, right), [grants, right]);
  const sheet = { rows, columns, cells, right };

  const run = async (change: GrantChange): Promise<GrantChange> => {
    const count = changeCount(change);
    try {
      return await applyChange(change, (done) => count > 1 && setProgress(word('manyProgress', { done, count })));
    } catch (error) {
      if (!(error instanceof PartlyChanged)) throw error;
      const figures = { done: error.done, count, reason: failureText(error.cause) };
      throw new RangeError(word('manyFailed', figures), { cause: error });
    } finally {
      setProgress(null);
    }
  };
  const change = async (range: CellRange, give: boolean | null) => {
    const planned = planChange(sheet, { range, give });
    const count = changeCount(planned);
    if (count === 0) {
      tellDone(word('nothingToChange'));
      return;
    }
    if (count > ASK_FROM) {
      const text = word(planned.give ? 'manyGive' : 'manyTake', { count });
      const action = word(planned.give ? 'grantAll' : 'revokeAll');
      if (!(await confirmed({ title: word('manyTitle', { count }), text, action, danger: !planned.give }))) return;
    }
    let back: GrantChange | null = null;
    const done = cellCount(range) === 1 ? told(range, planned.give) : toldMany(count, planned.give);
    await act(
      async () => {
        back = await run(planned);
      },
      { done, undo: async () => back !== null && run(back) },
    );
  };
  const told = ({ row, column }: CellRange, give: boolean): string => {
    const words = { subject: rows[row]?.name ?? '', object: columns[column]?.name ?? '', right: word(right) };
    return give ? word('granted', words) : word('revoked', words);
  };

  if (operators.size + groups.size === 0 || devices.size === 0) {
    return (
      <div className="card">
        <Empty title={word('grants')} text={word('nothingToGrant')} />
      </div>
    );
  }
  return (
    <section className="stack">
      <p className="quiet">
        {word('gridText')} {word('gridKeys')}
      </p>
      <div className="row wrap">
        <RightChoice right={right} choose={setRight} />
        <Filter label={word('searchPeople')} text={people} set={setPeople} />
        <Filter label={word('searchDevicesShort')} text={objects} set={setObjects} />
        <span className="small quiet grow" role="status">
          {progress}
        </span>
      </div>
      <GrantSheetView
        key={right}
        sheet={sheet}
        mayChange={role === 'administrator' && progress === null}
        change={(range, give) => void change(range, give)}
      />
    </section>
  );
}

const toldMany = (count: number, give: boolean): string =>
  give ? word('manyGranted', { count }) : word('manyRevoked', { count });

function Filter({
  label,
  text,
  set,
}: {
  readonly label: string;
  readonly text: string;
  readonly set: (text: string) => void;
}): ReactNode {
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      leftSection={<Icon name="search" size={16} />}
      value={text}
      onChange={({ currentTarget }) => set(currentTarget.value)}
    />
  );
}
