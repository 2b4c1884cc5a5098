import { Button, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { create } from '../../api/changes.ts';
import { useCollection } from '../../api/queries.ts';
import type { Wall } from '../../api/records.ts';
import { fieldProblem } from '../../language/failure-text.ts';
import { word } from '../../language/words.ts';
import { type FieldsOf, NewRecordDialogue } from '../../parts/new-record-dialogue.tsx';
import { RecordForm } from '../../parts/record-form.tsx';
import { RecordTab } from '../../parts/record-tab.tsx';
import { useSiteView } from '../../site-view.ts';
import { wallConsole } from '../console/console-place.ts';
import { freeReceivers } from './free-receivers.ts';
import { WallPicture } from './layout-picture.tsx';
import { PlaceCards } from './place-cards.tsx';
import { Singles } from './singles.tsx';
import { WallGrid } from './wall-grid.tsx';

const SIDE_MAX = 16;

const nameOf = ({ name }: Pick<Wall, 'name'>): string => name;

/** Displays that hang in a grid. */
export function WallsTab(): ReactNode {
  const walls = useCollection('walls');
  const seats = useCollection('seats');
  const site = useSiteView();
  return (
    <RecordTab
      parameter="wall"
      wide
      records={walls}
      nameOf={nameOf}
      list={({ add, choose }) => (
        <PlaceCards
          records={walls}
          nameOf={nameOf}
          card={(wall) => ({
            text: `${wall.columns} × ${wall.rows} · ${word(wall.state)}`,
            picture: <WallPicture wall={wall} site={site} />,
            console: wallConsole(wall.name),
          })}
          empty={{ title: word('noWalls'), text: word('noWallsText') }}
          addLabel={word('newWall')}
          add={add}
          choose={choose}
          singles={
            <Singles
              title={word('singleDisplays')}
              text={word('singleDisplaysText')}
              devices={freeReceivers(site.receivers, { use: 'display', own: '', seats, walls })}
              site={site}
            />
          }
        />
      )}
      details={(wall, close) => <WallDetails wall={wall} close={close} />}
      creation={({ close, created }) => (
        <NewRecordDialogue
          title={word('newWall')}
          size={820}
          empty={nothing}
          fields={(of) => <WallFields {...of} />}
          complete={isComplete}
          nameOf={nameOf}
          make={({ key: _, ...wall }) => create('walls', wall)}
          close={close}
          created={created}
        />
      )}
    />
  );
}

type WallValue = Pick<Wall, 'key' | 'name' | 'rows' | 'columns' | 'receivers' | 'state'>;

const nothing: WallValue = { key: '', name: '', rows: 2, columns: 2, receivers: [], state: 'spliced' };

const isComplete = ({ rows, columns, receivers }: WallValue): boolean =>
  receivers.length === rows * columns && receivers.every((key) => key !== '');

function WallFields<Value extends WallValue>({ value, set, problem }: FieldsOf<Value>): ReactNode {
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
  return (
    <RecordForm
      collection="walls"
      record={wall}
      name={wall.name}
      complete={isComplete}
      texts={[
        { label: word('name'), text: nameOf },
        { label: word('wallState'), text: ({ state }) => word(state) },
        { label: word('wallColumns'), text: ({ columns }) => String(columns) },
        { label: word('rows'), text: ({ rows }) => String(rows) },
        { label: word('wallGrid'), text: ({ receivers }) => receivers.map(site.labelOf).join(' · ') },
      ]}
      fields={(draft) => (
        <>
          <Button component="a" href={wallConsole(wall.name)} variant="light">
            {word('wallConsole')}
          </Button>
          <WallFields {...draft} />
        </>
      )}
      deletion={{ title: word('deletePlaceTitle', { name: wall.name }), text: word('deletePlaceText') }}
      deleted={close}
    />
  );
}
