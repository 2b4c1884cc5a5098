import { Button, Modal, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { create } from '../../api/changes.ts';
import { useCollection } from '../../api/queries.ts';
import type { Source } from '../../api/records.ts';
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

/** A seat shows at most so many. */
const HEADS_MAX = 8;

/** Computers with several outputs: one name for all of their transmitters. */
export function SourcesTab(): ReactNode {
  const sources = useCollection('sources');
  const site = useSiteView();
  const [chosen, choose] = useChosenKey('source');
  const [adding, setAdding] = useState(false);
  const source = sources.get(chosen ?? '');
  return (
    <>
      <RecordList
        records={sources.values()}
        nameOf={({ name }) => name}
        nameTitle={word('name')}
        columns={[
          {
            title: word('headsInOrder'),
            cell: ({ transmitters }) => <span className="any">{transmitters.map(site.labelOf).join(' · ')}</span>,
          },
        ]}
        empty={{ title: word('noSources'), text: word('noSourcesText') }}
        addLabel={word('newSource')}
        add={() => setAdding(true)}
        choose={choose}
      />
      <SidePanel opened={source !== undefined} close={() => choose(null)} title={source?.name ?? ''}>
        {source !== undefined && <SourceDetails key={source.key} source={source} close={() => choose(null)} />}
      </SidePanel>
      {adding && <NewSource close={() => setAdding(false)} created={choose} />}
    </>
  );
}

type SourceValue = Pick<Source, 'key' | 'name' | 'transmitters'>;

function SourceFields<Value extends SourceValue>({
  value,
  set,
  problem,
}: {
  readonly value: Value;
  readonly set: (value: Value) => void;
  readonly problem: unknown;
}): ReactNode {
  const site = useSiteView();
  const sources = useCollection('sources');
  const others = [...sources.values()].filter(({ key }) => key !== value.key);
  const taken = new Set(others.flatMap(({ transmitters }) => transmitters));
  const candidates = site.transmitters.map(({ key }) => key).filter((key) => !taken.has(key));
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
        label={word('headsInOrder')}
        devices={value.transmitters}
        set={(transmitters) => set({ ...value, transmitters: [...transmitters] })}
        site={site}
        candidates={candidates}
        max={HEADS_MAX}
        numbered={(index) => word('headNumber', { number: index + 1 })}
      />
    </>
  );
}

function SourceDetails({ source, close }: { readonly source: Source; readonly close: () => void }): ReactNode {
  const site = useSiteView();
  const draft = useRecordDraft('sources', source);
  return (
    <form
      className="stack wide"
      data-details={source.name}
      onSubmit={(event) => {
        event.preventDefault();
        void draft.save();
      }}
    >
      <SourceFields value={draft.value} set={draft.set} problem={draft.problem} />
      <DraftBar
        draft={draft}
        fields={[
          { label: word('name'), text: ({ name }) => name },
          { label: word('headsInOrder'), text: ({ transmitters }) => transmitters.map(site.labelOf).join(' · ') },
        ]}
      />
      <div className="row end">
        <DeleteButton
          collection="sources"
          record={source}
          name={source.name}
          question={{ title: word('deletePlaceTitle', { name: source.name }), text: word('deletePlaceText') }}
          deleted={close}
        />
      </div>
    </form>
  );
}

function NewSource({
  close,
  created,
}: {
  readonly close: () => void;
  readonly created: (key: string) => void;
}): ReactNode {
  const [value, setValue] = useState<SourceValue>({ key: '', name: '', transmitters: [] });
  const [problem, setProblem] = useState<unknown>(null);
  const add = async () => {
    const { name, transmitters } = value;
    let key: string | null = null;
    const make = async () => {
      try {
        key = (await create('sources', { name, transmitters })).key;
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
    <Modal opened onClose={close} title={word('newSource')} size="lg">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <SourceFields value={value} set={setValue} problem={problem} />
        <div className="row end">
          <Button variant="default" onClick={close}>
            {word('cancel')}
          </Button>
          <Button type="submit" disabled={value.transmitters.length === 0}>
            {word('newSource')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
