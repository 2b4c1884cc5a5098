import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { word } from '../../language/words.ts';
import { Preview } from '../../parts/preview.tsx';
import { Icon } from '../../shell/icons.tsx';
import type { SiteView } from '../../site-view.ts';

/** What a drag from the tray carries: the device's key. */
export const FROM_TRAY = 'application/x-seatmatrix-device';

/** So many are drawn; who looks for one of more searches. */
const DRAWN_MAX = 24;
/** Fewer are seen at a glance. */
const SEARCHED_FROM = 9;

/** Devices that can be placed: dragged into the layout, or put there by a click or a key. */
export function DeviceTray(options: {
  readonly title: string;
  readonly devices: readonly string[];
  readonly site: SiteView;
  /** Said where there are none. */
  readonly none: string;
  readonly put: (device: string) => void;
}): ReactNode {
  const { title, devices, site, none, put } = options;
  const [text, setText] = useState('');
  const wanted = text.trim().normalize('NFC').toLowerCase();
  const found = devices.filter((key) => {
    const name = `${site.labelOf(key)}\n${site.devices.get(key)?.location ?? ''}`;
    return name.normalize('NFC').toLowerCase().includes(wanted);
  });
  return (
    <fieldset className="plain stack">
      <legend>{title}</legend>
      {devices.length === 0 && <p className="quiet small">{none}</p>}
      {devices.length >= SEARCHED_FROM && (
        <TextInput
          type="search"
          aria-label={word('searchDevices')}
          placeholder={word('searchDevices')}
          leftSection={<Icon name="search" size={16} />}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      )}
      <ul className="tray">
        {found.slice(0, DRAWN_MAX).map((key) => (
          <li
            key={key}
            draggable
            data-free={site.devices.get(key)?.id}
            onDragStart={({ dataTransfer }) => {
              dataTransfer.setData(FROM_TRAY, key);
              dataTransfer.effectAllowed = 'move';
            }}
          >
            {/* biome-ignore lint/a11y/useSemanticElements: browsers do not drag a button */}
            <div
              role="button"
              tabIndex={0}
              className="tray-device"
              title={site.labelOf(key)}
              aria-label={word('placeDevice', { name: site.labelOf(key) })}
              onClick={() => put(key)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' && event.key !== ' ') return;
                event.preventDefault();
                put(key);
              }}
            >
              <Preview device={key} label={site.labelOf(key)} />
              <span className="small clip">{site.labelOf(key)}</span>
            </div>
          </li>
        ))}
      </ul>
      {found.length > DRAWN_MAX && (
        <p className="quiet small">{word('shownOf', { shown: DRAWN_MAX, total: found.length })}</p>
      )}
    </fieldset>
  );
}
