import { Button, Modal, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { create } from '../../api/changes.ts';
import { useCollection } from '../../api/queries.ts';
import type { Wall } from '../../api/records.ts';
import { fieldProblem } from '../../language/failure-text.ts';
import { word } from '../../language/words.ts';
import { useChosenKey } from '../../parts/chosen-key.ts';
import { DeleteButton } from '../../parts/delete-button.tsx';
import { DraftBar } from '../../parts/draft-bar.tsx';
import { useRecordDraft } from '../../parts/record-draft.ts';
import { RecordList } from '../../parts/record-list.tsx';
import { SidePanel } from '../../parts/side-panel.tsx';
import { act } from '../../shell/notices.tsx';
import { useSiteView } from '../../site-view.ts';
import { wallConsole } from '../console/console-place.ts';
import { freeReceivers } from './free-receivers.ts';
import { WallGrid } from './wall-grid.tsx';

const SIDE_MAX = 16;

export function WallsTab(): ReactNode {
  const walls = useCollection('walls');
  const [chosen, choose] = useChosenKey('wall');
  const [adding, setAdding] = useState(false);
  const wall = walls.get(chosen ?? '');
  return (
    <>
      <RecordList
        records={walls.values()}
        nameOf={({ name }) => name}
        nameTitle={word('name')}
        columns={[
          { title: word('wallGrid'), cell: ({ rows, columns }) => `${columns} × ${rows}` },
          { title: word('wallState'), cell: ({ state }) => word(state) },
        ]}
        empty={{ title: word('noWalls'), text: word('noWallsText') }}
        addLabel={word('newWall')}
        add={() => setAdding(true)}
        choose={choose}
      />
      <SidePanel opened={wall !== undefined} close={() => choose(null)} title={wall?.name ?? ''}>
        {wall !== undefined && <WallDetails key={wall.key} wall={wall} close={() => choose(null)} />}
      </SidePanel>
      {adding && <NewWall close={() => setAdding(false)} created={choose} />}
    </>
  );
}

type WallValue = Pick<Wall, 'key' | 'name' | 'rows' | 'columns' | 'receivers' | 'state'>;

const isComplete = ({ rows, columns, receivers }: WallValue): boolean =>
  receivers.length === rows * columns && receivers.every((key) => key !== '');

function WallFields<Value extends WallValue>({
  value,
  set,
  problem,
}: {
  readonly value: Value;
  readonly set: (value: Value) => void;
  readonly problem: unknown;
}): ReactNode {
  const site = useSiteView();
  const seats = useCollection('seats');
  const walls = useCollection('walls');
  const candidates = freeReceivers(site.receivers, { use: 'display', own: value.key, seats, walls });
  const resize = (rows: number, columns: number) => {
    // Each display stays where it hangs; what falls outside is free again.
    const receivers = Array.from({ length: rows * columns }, (_, index) => {
      const [row, column] = [Math.floor(index / columns), index % columns];
      return column < value.columns ? (value.receivers[row * value.columns + column] ?? '') : '';
    });
    set({ ...value, rows, columns, receivers });
  };
  const size = (wanted: number | string) => Math.max(1, Math.min(SIDE_MAX, Number(wanted) || 1));
  return (
    <>
      <TextInput
        label={word('name')}
        name="name"
        required
        maxLength={200}
        data-autofocus
        value={value.name}
        error={fieldProblem(problem, '/name')}
        onChange={({ currentTarget }) => set({ ...value, name: currentTarget.value })}
      />
      <SegmentedControl
        aria-label={word('wallState')}
        data={[
          { value: 'spliced', label: word('spliced') },
          { value: 'single', label: word('single') },
        ]}
        value={value.state}
        onChange={(state) => set({ ...value, state: state === 'single' ? 'single' : 'spliced' })}
      />
      <div className="fields narrow">
        <NumberInput
          label={word('wallColumns')}
          min={1}
          max={SIDE_MAX}
          allowDecimal={false}
          value={value.columns}
          onChange={(columns) => resize(value.rows, size(columns))}
        />
        <NumberInput
          label={word('rows')}
          min={1}
          max={SIDE_MAX}
          allowDecimal={false}
          value={value.rows}
          onChange={(rows) => resize(size(rows), value.columns)}
        />
      </div>
      <WallGrid
        value={value}
        set={(receivers) => set({ ...value, receivers: [...receivers] })}
        site={site}
        candidates={candidates}
      />
      {fieldProblem(problem, '/receivers') !== null && (
        <p className="callout bad" role="alert">
          {fieldProblem(problem, '/receivers')}
        </p>
      )}
    </>
  );
}

function WallDetails({ wall, close }: { readonly wall: Wall; readonly close: () => void }): ReactNode {
  const site = useSiteView();
  const draft = useRecordDraft('walls', wall);
  return (
    <form
      className="stack wide"
      data-details={wall.name}
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete(draft.value)) void draft.save();
      }}
    >
      <Button component="a" href={wallConsole(wall.name)} variant="light">
        {word('wallConsole')}
      </Button>
      <WallFields value={draft.value} set={draft.set} problem={draft.problem} />
      <DraftBar
        draft={draft}
        disabled={!isComplete(draft.value)}
        fields={[
          { label: word('name'), text: ({ name }) => name },
          { label: word('wallState'), text: ({ state }) => word(state) },
          { label: word('wallColumns'), text: ({ columns }) => String(columns) },
          { label: word('rows'), text: ({ rows }) => String(rows) },
          { label: word('wallGrid'), text: ({ receivers }) => receivers.map(site.labelOf).join(' · ') },
        ]}
      />
      <div className="row end">
        <DeleteButton
          collection="walls"
          record={wall}
          name={wall.name}
          question={{ title: word('deletePlaceTitle', { name: wall.name }), text: word('deletePlaceText') }}
          deleted={close}
        />
      </div>
    </form>
  );
}

function NewWall({
  close,
  created,
}: {
  readonly close: () => void;
  readonly created: (key: string) => void;
}): ReactNode {
  const [value, setValue] = useState<WallValue>({
    ...{ key: '', name: '', rows: 2, columns: 2, state: 'spliced' },
    receivers: [],
  });
  const [problem, setProblem] = useState<unknown>(null);
  const add = async () => {
    const { key: _, ...wall } = value;
    let key: string | null = null;
    const make = async () => {
      try {
        key = (await create('walls', wall)).key;
      } catch (error) {
        setProblem(error);
        throw error;
      }
    };
    if (!(await act(make, { done: word('created', { name: wall.name }) }))) return;
    close();
    if (key !== null) created(key);
  };
  return (
    <Modal opened onClose={close} title={word('newWall')} size="lg">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <WallFields value={value} set={setValue} problem={problem} />
        <div className="row end">
          <Button variant="default" onClick={close}>
            {word('cancel')}
          </Button>
          <Button type="submit" disabled={!isComplete(value)}>
            {word('newWall')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
