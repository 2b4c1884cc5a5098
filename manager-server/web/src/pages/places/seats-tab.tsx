import { Button, NumberInput, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { create } from '../../api/changes.ts';
import { useCollection } from '../../api/queries.ts';
import type { Seat } from '../../api/records.ts';
import { fieldProblem } from '../../language/failure-text.ts';
import { word } from '../../language/words.ts';
import { type FieldsOf, NewRecordDialogue } from '../../parts/new-record-dialogue.tsx';
import { RecordForm } from '../../parts/record-form.tsx';
import { RecordTab } from '../../parts/record-tab.tsx';
import { type SiteView, useSiteView } from '../../site-view.ts';
import { seatConsole } from '../console/console-place.ts';
import { freeReceivers } from './free-receivers.ts';
import { RowPicture } from './layout-picture.tsx';
import { PlaceCards } from './place-cards.tsx';
import { ScreenRow } from './screen-row.tsx';
import { Singles } from './singles.tsx';

/** F7 counts to eight. */
const RECEIVERS_MAX = 8;

const nameOf = ({ name }: Pick<Seat, 'name'>): string => name;
const displayNumber = (index: number): string => word('displayNumber', { number: index + 1 });

/** Desks of several displays. */
export function SeatsTab(): ReactNode {
  const seats = useCollection('seats');
  const walls = useCollection('walls');
  const site = useSiteView();
  return (
    <RecordTab
      parameter="seat"
      wide
      records={seats}
      nameOf={nameOf}
      list={({ add, choose }) => (
        <PlaceCards
          records={seats}
          nameOf={nameOf}
          card={(seat) => ({
            text: seatText(seat, site),
            picture: <RowPicture devices={seat.receivers} site={site} numbered={displayNumber} />,
            console: seatConsole(seat.name),
          })}
          empty={{ title: word('noSeats'), text: word('noSeatsText') }}
          addLabel={word('newSeat')}
          add={add}
          choose={choose}
          singles={
            <Singles
              title={word('singleDesks')}
              text={word('singleDesksText')}
              devices={freeReceivers(site.receivers, { use: 'desk', own: '', seats, walls })}
              site={site}
            />
          }
        />
      )}
      details={(seat, close) => <SeatDetails seat={seat} close={close} />}
      creation={({ close, created }) => (
        <NewRecordDialogue
          title={word('newSeat')}
          size={820}
          empty={nothing}
          fields={(of) => <SeatFields {...of} />}
          complete={isComplete}
          nameOf={nameOf}
          make={({ name, receivers, idleMinutes }) => create('seats', { name, receivers, idleMinutes })}
          close={close}
          created={created}
        />
      )}
    />
  );
}

type SeatValue = Pick<Seat, 'key' | 'name' | 'receivers' | 'idleMinutes'>;

const nothing: SeatValue = { key: '', name: '', receivers: [], idleMinutes: null };

const isComplete = ({ receivers }: Pick<Seat, 'receivers'>): boolean => receivers.length > 0;

function SeatFields<Value extends SeatValue>({ value, set, problem }: FieldsOf<Value>): ReactNode {
  const site = useSiteView();
  const seats = useCollection('seats');
  const walls = useCollection('walls');
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
      <ScreenRow
        title={word('seatLayout')}
        text={word('seatLayoutText')}
        devices={value.receivers}
        set={(receivers) => set({ ...value, receivers: [...receivers] })}
        site={site}
        candidates={freeReceivers(site.receivers, { use: 'desk', own: value.key, seats, walls })}
        max={RECEIVERS_MAX}
        numbered={displayNumber}
        tray={{ title: word('freeReceivers'), none: word('noFreeDesks') }}
      />
      {fieldProblem(problem, '/receivers') !== null && (
        <p className="callout bad" role="alert">
          {fieldProblem(problem, '/receivers')}
        </p>
      )}
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
  return (
    <RecordForm
      collection="seats"
      record={seat}
      name={seat.name}
      complete={isComplete}
      texts={[
        { label: word('name'), text: nameOf },
        { label: word('receiversInOrder'), text: ({ receivers }) => receivers.map(site.labelOf).join(' · ') },
        { label: word('idleMinutes'), text: ({ idleMinutes }) => String(idleMinutes ?? '') },
      ]}
      fields={(draft) => (
        <>
          <Button component="a" href={seatConsole(seat.name)} variant="light">
            {word('seatConsole')}
          </Button>
          <SeatFields {...draft} />
        </>
      )}
      deletion={{ title: word('deletePlaceTitle', { name: seat.name }), text: word('deletePlaceText') }}
      deleted={close}
    />
  );
}

/** Who sits there, and how many displays he has. */
function seatText(seat: Seat, site: SiteView): ReactNode {
  const operator = seat.receivers.map(site.operatorAt).find((each) => each !== undefined);
  return (
    <>
      {word('displayCount', { count: seat.receivers.length })}
      {' · '}
      {operator === undefined ? word('nobody') : <bdi className="strong">{operator.name}</bdi>}
    </>
  );
}
