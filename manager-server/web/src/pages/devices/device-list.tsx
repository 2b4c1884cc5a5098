import { Button, Select, TextInput } from '@mantine/core';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import type { Device } from '../../api/records.ts';
import { word } from '../../language/words.ts';
import { Icon } from '../../shell/icons.tsx';
import { Empty } from '../../shell/page.tsx';
import type { SiteView } from '../../site-view.ts';
import { BulkBar } from './bulk-bar.tsx';
import { type DeviceState, type DeviceWish, deviceRows, type SortColumn } from './device-rows.ts';
import { DeviceTable } from './device-table.tsx';

const everything: DeviceWish = { text: '', kind: 'all', state: 'all', sort: 'id', descending: false };
const kinds: readonly Device['kind'][] = ['transmitter', 'receiver'];
const states: readonly DeviceState[] = ['online', 'offline', 'empty', 'twins'];
const stateWords = { online: 'online', offline: 'offline', empty: 'noBox', twins: 'twins' } as const;

/** All devices: searched, filtered, sorted, chosen one or many. */
export function DeviceList({
  site,
  choose,
}: {
  readonly site: SiteView;
  readonly choose: (key: string) => void;
}): ReactNode {
  const [wish, setWish] = useState(everything);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  // Typing stays quick on a large site: the rows follow the text.
  const shownWish = useDeferredValue(wish);
  const rows = useMemo(() => deviceRows(site, shownWish), [site, shownWish]);
  const markedDevices = useMemo(() => [...marked].flatMap((key) => site.devices.get(key) ?? []), [marked, site]);
  const sortBy = (sort: SortColumn) =>
    setWish({ ...wish, sort, descending: wish.sort === sort ? !wish.descending : false });

  if (site.devices.size === 0) {
    return (
      <div className="card">
        <Empty title={word('noDevices')} text={word('noDevicesText')} />
      </div>
    );
  }
  return (
    <section className="card flush" aria-label={word('devices')}>
      <div className="toolbar">
        <TextInput
          className="grow"
          type="search"
          aria-label={word('searchAllDevices')}
          placeholder={word('searchAllDevices')}
          leftSection={<Icon name="search" size={16} />}
          value={wish.text}
          onChange={({ currentTarget }) => setWish({ ...wish, text: currentTarget.value })}
        />
        <Select
          aria-label={word('kind')}
          allowDeselect={false}
          w={150}
          data={[
            { value: 'all', label: word('allKinds') },
            ...kinds.map((kind) => ({ value: kind, label: word(kind) })),
          ]}
          value={wish.kind}
          onChange={(kind) => setWish({ ...wish, kind: kinds.find((each) => each === kind) ?? 'all' })}
        />
        <Select
          aria-label={word('state')}
          allowDeselect={false}
          w={150}
          data={[
            { value: 'all', label: word('allStates') },
            ...states.map((state) => ({ value: state, label: word(stateWords[state]) })),
          ]}
          value={wish.state}
          onChange={(state) => setWish({ ...wish, state: states.find((each) => each === state) ?? 'all' })}
        />
        <span className="small quiet number" role="status">
          {word('shownOf', { shown: rows.length, total: site.devices.size })}
        </span>
      </div>
      {markedDevices.length > 0 && <BulkBar devices={markedDevices} site={site} clear={() => setMarked(new Set())} />}
      {rows.length === 0 ? (
        <Empty title={word('noFilterMatch')}>
          <Button variant="default" onClick={() => setWish(everything)}>
            {word('clearFilter')}
          </Button>
        </Empty>
      ) : (
        <DeviceTable
          rows={rows}
          site={site}
          wish={wish}
          sortBy={sortBy}
          choose={choose}
          marked={marked}
          setMarked={setMarked}
        />
      )}
    </section>
  );
}
