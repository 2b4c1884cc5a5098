import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { create } from '../../api/changes.ts';
import { useCollection } from '../../api/queries.ts';
import type { Device, Source } from '../../api/records.ts';
import { fieldProblem } from '../../language/failure-text.ts';
import { word } from '../../language/words.ts';
import { type FieldsOf, NewRecordDialogue } from '../../parts/new-record-dialogue.tsx';
import { RecordForm } from '../../parts/record-form.tsx';
import { RecordTab } from '../../parts/record-tab.tsx';
import { useSiteView } from '../../site-view.ts';
import { RowPicture } from './layout-picture.tsx';
import { PlaceCards } from './place-cards.tsx';
import { ScreenRow } from './screen-row.tsx';
import { Singles } from './singles.tsx';

/** A seat shows at most so many. */
const HEADS_MAX = 8;

const nameOf = ({ name }: Pick<Source, 'name'>): string => name;
const headNumber = (index: number): string => word('headNumber', { number: index + 1 });

/** Computers with several outputs: one name for all of their transmitters. */
export function SourcesTab(): ReactNode {
  const sources = useCollection('sources');
  const site = useSiteView();
  return (
    <RecordTab
      parameter="source"
      wide
      records={sources}
      nameOf={nameOf}
      list={({ add, choose }) => (
        <PlaceCards
          records={sources}
          nameOf={nameOf}
          card={({ transmitters }) => ({
            text: word('headCount', { count: transmitters.length }),
            picture: <RowPicture devices={transmitters} site={site} numbered={headNumber} />,
            console: null,
          })}
          empty={{ title: word('noSources'), text: word('noSourcesText') }}
          addLabel={word('newSource')}
          add={add}
          choose={choose}
          singles={
            <Singles
              title={word('singleHeads')}
              text={word('singleHeadsText')}
              devices={freeTransmitters(site.transmitters, sources.values())}
              site={site}
            />
          }
        />
      )}
      details={(source, close) => <SourceDetails source={source} close={close} />}
      creation={({ close, created }) => (
        <NewRecordDialogue
          title={word('newSource')}
          size={820}
          empty={nothing}
          fields={(of) => <SourceFields {...of} />}
          complete={isComplete}
          nameOf={nameOf}
          make={({ name, transmitters }) => create('sources', { name, transmitters })}
          close={close}
          created={created}
        />
      )}
    />
  );
}

type SourceValue = Pick<Source, 'key' | 'name' | 'transmitters'>;

const nothing: SourceValue = { key: '', name: '', transmitters: [] };

const isComplete = ({ transmitters }: Pick<Source, 'transmitters'>): boolean => transmitters.length > 0;

function SourceFields<Value extends SourceValue>({ value, set, problem }: FieldsOf<Value>): ReactNode {
  const site = useSiteView();
  const sources = useCollection('sources');
  const others = [...sources.values()].filter(({ key }) => key !== value.key);
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
        title={word('headLayout')}
        text={word('headLayoutText')}
        devices={value.transmitters}
        set={(transmitters) => set({ ...value, transmitters: [...transmitters] })}
        site={site}
        candidates={freeTransmitters(site.transmitters, others)}
        max={HEADS_MAX}
        numbered={headNumber}
        tray={{ title: word('freeTransmitters'), none: word('noFreeTransmitters') }}
      />
      {fieldProblem(problem, '/transmitters') !== null && (
        <p className="callout bad" role="alert">
          {fieldProblem(problem, '/transmitters')}
        </p>
      )}
    </>
  );
}

/** Transmitters that are no head of these sources. */
function freeTransmitters(transmitters: readonly Device[], sources: Iterable<Source>): readonly string[] {
  const taken = new Set([...sources].flatMap((source) => source.transmitters));
  return transmitters.map(({ key }) => key).filter((key) => !taken.has(key));
}

function SourceDetails({ source, close }: { readonly source: Source; readonly close: () => void }): ReactNode {
  const site = useSiteView();
  return (
    <RecordForm
      collection="sources"
      record={source}
      name={source.name}
      complete={isComplete}
      texts={[
        { label: word('name'), text: nameOf },
        { label: word('headsInOrder'), text: ({ transmitters }) => transmitters.map(site.labelOf).join(' · ') },
      ]}
      fields={(draft) => <SourceFields {...draft} />}
      deletion={{ title: word('deletePlaceTitle', { name: source.name }), text: word('deletePlaceText') }}
      deleted={close}
    />
  );
}
