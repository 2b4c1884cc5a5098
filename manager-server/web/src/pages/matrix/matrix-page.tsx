import { TextInput } from '@mantine/core';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import type { Device } from '../../api/records.ts';
import { word } from '../../language/words.ts';
import { labelOf } from '../../parts/kind-word.ts';
import { Icon } from '../../shell/icons.tsx';
import { Empty, Page } from '../../shell/page.tsx';
import { useSiteView } from '../../site-view.ts';
import { MatrixCanvas } from './matrix-canvas.tsx';

/** Every receiver and every transmitter, and who shows what. */
export default function MatrixPage(): ReactNode {
  const site = useSiteView();
  const [rows, setRows] = useState('');
  const [columns, setColumns] = useState('');
  const [rowText, columnText] = [useDeferredValue(rows), useDeferredValue(columns)];
  const receivers = useMemo(() => matching(site.receivers, rowText), [site.receivers, rowText]);
  const transmitters = useMemo(() => matching(site.transmitters, columnText), [site.transmitters, columnText]);
  if (site.receivers.length === 0 || site.transmitters.length === 0) {
    return (
      <Page title={word('matrix')}>
        <div className="card">
          <Empty title={word('matrixEmpty')} text={word('matrixEmptyText')} />
        </div>
      </Page>
    );
  }
  return (
    <Page title={word('matrix')} text={word('matrixText')}>
      <section className="card flush">
        <div className="toolbar">
          <Filter label={word('searchReceivers')} value={rows} set={setRows} />
          <Filter label={word('searchTransmitters')} value={columns} set={setColumns} />
          <span className="grow" />
          <Legend name={word('legendLive')} look="" />
          <Legend name={word('legendWanted')} look="wanted" />
          <Legend name={word('legendAttempt')} look="attempt" />
        </div>
        <MatrixCanvas receivers={receivers} transmitters={transmitters} site={site} />
      </section>
    </Page>
  );
}

function Filter(options: {
  readonly label: string;
  readonly value: string;
  readonly set: (text: string) => void;
}): ReactNode {
  return (
    <TextInput
      type="search"
      aria-label={options.label}
      placeholder={options.label}
      leftSection={<Icon name="search" size={16} />}
      value={options.value}
      onChange={({ currentTarget }) => options.set(currentTarget.value)}
    />
  );
}

const Legend = ({ name, look }: { readonly name: string; readonly look: string }): ReactNode => (
  <span className="row small quiet">
    <span className={`swatch ${look}`} />
    {name}
  </span>
);

function matching(devices: readonly Device[], text: string): readonly Device[] {
  const wanted = text.trim().normalize('NFC').toLowerCase();
  if (wanted === '') return devices;
  return devices.filter((device) =>
    `${labelOf(device)}\n${device.location}`.normalize('NFC').toLowerCase().includes(wanted),
  );
}
