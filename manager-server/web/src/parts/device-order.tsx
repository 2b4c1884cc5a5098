import { ActionIcon, Select } from '@mantine/core';
import { type DragEvent, type ReactNode, useState } from 'react';
import { word } from '../language/words.ts';
import { Icon } from '../shell/icons.tsx';
import type { SiteView } from '../site-view.ts';
import { labelOf } from './kind-word.ts';
import { moved } from './moved.ts';

const DRAGGED = 'application/x-seatmatrix-place';

/** Devices in an order that matters: dragged by hand, or moved by buttons; the first is the main one. */
export function DeviceOrder(options: {
  readonly label: string;
  readonly devices: readonly string[];
  readonly set: (devices: readonly string[]) => void;
  readonly site: SiteView;
  /** Keys of those that may be added. */
  readonly candidates: readonly string[];
  readonly max: number;
  readonly numbered?: (index: number) => string;
}): ReactNode {
  const { label, devices, set, site, candidates, max, numbered } = options;
  const [over, setOver] = useState<number | null>(null);
  const free = candidates.filter((key) => !devices.includes(key));
  const drop = (event: DragEvent, to: number) => {
    event.preventDefault();
    setOver(null);
    const from = Number(event.dataTransfer.getData(DRAGGED));
    if (event.dataTransfer.types.includes(DRAGGED)) set(moved(devices, { from, to }));
  };
  return (
    <fieldset className="plain stack">
      <legend>{label}</legend>
      <ol className="sortable">
        {devices.map((key, index) => (
          <li
            key={key}
            draggable
            data-device={site.devices.get(key)?.id}
            data-over={over === index}
            onDragStart={({ dataTransfer }) => {
              dataTransfer.setData(DRAGGED, String(index));
              dataTransfer.effectAllowed = 'move';
            }}
            onDragOver={(event) => {
              if (!event.dataTransfer.types.includes(DRAGGED)) return;
              event.preventDefault();
              setOver(index);
            }}
            onDragLeave={() => setOver(null)}
            onDrop={(event) => drop(event, index)}
          >
            <span className="handle">
              <Icon name="grip" />
            </span>
            <span className="number quiet">{numbered?.(index) ?? index + 1}</span>
            <span className="grow clip">{site.labelOf(key)}</span>
            <Step
              name="moveUp"
              icon="up"
              of={site.labelOf(key)}
              off={index === 0}
              go={() => set(moved(devices, { from: index, to: index - 1 }))}
            />
            <Step
              name="moveDown"
              icon="down"
              of={site.labelOf(key)}
              off={index === devices.length - 1}
              go={() => set(moved(devices, { from: index, to: index + 1 }))}
            />
            <Step
              name="takeOut"
              icon="close"
              of={site.labelOf(key)}
              off={false}
              go={() => set(devices.filter((each) => each !== key))}
            />
          </li>
        ))}
      </ol>
      {devices.length < max && (
        <Select
          aria-label={word('addDevice')}
          placeholder={word('addDevice')}
          searchable
          limit={100}
          nothingFoundMessage={word('noFilterMatch')}
          data={free.flatMap((key) => {
            const device = site.devices.get(key);
            return device === undefined ? [] : [{ value: key, label: labelOf(device) }];
          })}
          value={null}
          onChange={(key) => key !== null && set([...devices, key])}
        />
      )}
    </fieldset>
  );
}

function Step(options: {
  readonly name: 'moveUp' | 'moveDown' | 'takeOut';
  readonly icon: 'up' | 'down' | 'close';
  readonly of: string;
  readonly off: boolean;
  readonly go: () => void;
}): ReactNode {
  const label = `${word(options.name)}: ${options.of}`;
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={label}
      title={label}
      disabled={options.off}
      onClick={options.go}
    >
      <Icon name={options.icon} size={16} />
    </ActionIcon>
  );
}
