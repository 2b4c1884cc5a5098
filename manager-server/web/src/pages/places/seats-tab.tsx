import { Button, Modal, NumberInput, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { create } from '../../api/changes.ts';
import { useCollection } from '../../api/queries.ts';
import type { Seat } from '../../api/records.ts';
import { fieldProblem } from '../../language/failure-text.ts';
import { word } from '../../language/words.ts';
import { useChosenKey } from '../../parts/chosen-key.ts';
import { DeleteButton } from '../../parts/delete-button.tsx';
import { DeviceOrder } from '../../parts/device-order.tsx';
import { DraftBar } from '../../parts/draft-bar.tsx';
import { useRecordDraft } from '../../parts/record-draft.ts';
import { RecordList } from '../../parts/record-list.tsx';
import { SidePanel } from '../../parts/side-panel.tsx';
import { act } from '../../shell/notices.tsx';
import { useSiteView } from '../../site-view.ts';
import { seatConsole } from '../console/console-place.ts';
import { freeReceivers } from './free-receivers.ts';

/** F7 counts to eight. */
const RECEIVERS_MAX = 8;

export function SeatsTab(): ReactNode {
  const seats = useCollection('seats');
  const site = useSiteView();
  const [chosen, choose] = useChosenKey('seat');
  const [adding, setAdding] = useState(false);
  const seat = seats.get(chosen ?? '');
  return (
    <>
      <RecordList
        records={seats.values()}
        nameOf={({ name }) => name}
        nameTitle={word('name')}
        columns={[
          {
            title: word('receiversInOrder'),
            cell: ({ receivers }) => <span className="any">{receivers.map(site.labelOf).join(' · ')}</span>,
          },
        ]}
        empty={{ title: word('noSeats'), text: word('noSeatsText') }}
        addLabel={word('newSeat')}
        add={() => setAdding(true)}
        choose={choose}
      />
      <SidePanel opened={seat !== undefined} close={() => choose(null)} title={seat?.name ?? ''}>
        {seat !== undefined && <SeatDetails key={seat.key} seat={seat} close={() => choose(null)} />}
      </SidePanel>
      {adding && <NewSeat close={() => setAdding(false)} created={choose} />}
    </>
  );
}

type SeatValue = Pick<Seat, 'key' | 'name' | 'receivers' | 'idleMinutes'>;

function SeatFields<Value extends SeatValue>({
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
  const candidates = freeReceivers(site.receivers, { use: 'desk', own: value.key, seats, walls });
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
      <DeviceOrder
        label={word('receiversInOrder')}
        devices={value.receivers}
        set={(receivers) => set({ ...value, receivers: [...receivers] })}
        site={site}
        candidates={candidates}
        max={RECEIVERS_MAX}
        numbered={(index) => word('displayNumber', { number: index + 1 })}
      />
      {candidates.length === 0 && <p className="quiet">{word('noFreeDesks')}</p>}
      <NumberInput
        label={word('idleMinutes')}
        description={word('idleNever')}
        min={1}
        max={1440}
        allowDecimal={false}
        value={value.idleMinutes ?? ''}
        error={fieldProblem(problem, '/idleMinutes')}
        onChange={(minutes) => set({ ...value, idleMinutes: minutes === '' ? null : Number(minutes) })}
      />
    </>
  );
}

function SeatDetails({ seat, close }: { readonly seat: Seat; readonly close: () => void }): ReactNode {
  const site = useSiteView();
  const draft = useRecordDraft('seats', seat);
  return (
    <form
      className="stack wide"
      data-details={seat.name}
      onSubmit={(event) => {
        event.preventDefault();
        void draft.save();
      }}
    >
      <Button component="a" href={seatConsole(seat.name)} variant="light">
        {word('seatConsole')}
      </Button>
      <SeatFields value={draft.value} set={draft.set} problem={draft.problem} />
      <DraftBar
        draft={draft}
        fields={[
          { label: word('name'), text: ({ name }) => name },
          { label: word('receiversInOrder'), text: ({ receivers }) => receivers.map(site.labelOf).join(' · ') },
          { label: word('idleMinutes'), text: ({ idleMinutes }) => String(idleMinutes ?? '') },
        ]}
      />
      <div className="row end">
        <DeleteButton
          collection="seats"
          record={seat}
          name={seat.name}
          question={{ title: word('deletePlaceTitle', { name: seat.name }), text: word('deletePlaceText') }}
          deleted={close}
        />
      </div>
    </form>
  );
}

function NewSeat({
  close,
  created,
}: {
  readonly close: () => void;
  readonly created: (key: string) => void;
}): ReactNode {
  const [value, setValue] = useState<SeatValue>({ key: '', name: '', receivers: [], idleMinutes: null });
  const [problem, setProblem] = useState<unknown>(null);
  const add = async () => {
    const { name, receivers, idleMinutes } = value;
    let key: string | null = null;
    const make = async () => {
      try {
        key = (await create('seats', { name, receivers, idleMinutes })).key;
      } catch (error) {
        setProblem(error);
        throw error;
      }
    };
    if (!(await act(make, { done: word('created', { name }) }))) return;
    close();
    if (key !== null) created(key);
  };
  return (
    <Modal opened onClose={close} title={word('newSeat')} size="lg">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <SeatFields value={value} set={setValue} problem={problem} />
        <div className="row end">
          <Button variant="default" onClick={close}>
            {word('cancel')}
          </Button>
          <Button type="submit" disabled={value.receivers.length === 0}>
            {word('newSeat')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
