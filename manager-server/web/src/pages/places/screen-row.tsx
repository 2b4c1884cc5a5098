import { ActionIcon } from '@mantine/core';
import { type DragEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { word } from '../../language/words.ts';
import { moved } from '../../parts/moved.ts';
import { Preview } from '../../parts/preview.tsx';
import { Icon } from '../../shell/icons.tsx';
import type { SiteView } from '../../site-view.ts';
import { DeviceTray, FROM_TRAY } from './device-tray.tsx';

const FROM_ROW = 'application/x-seatmatrix-screen';

/** Displays of a desk, or heads of a computer, side by side as they stand; from left to right they are numbered. */
export function ScreenRow(options: {
  readonly title: string;
  readonly text: string;
  readonly devices: readonly string[];
  readonly set: (devices: readonly string[]) => void;
  readonly site: SiteView;
  /** Keys of those that may stand here. */
  readonly candidates: readonly string[];
  readonly max: number;
  readonly numbered: (index: number) => string;
  readonly tray: { readonly title: string; readonly none: string };
}): ReactNode {
  const { title, text, devices, set, site, candidates, max, numbered, tray } = options;
  const [over, setOver] = useState<number | null>(null);
  const list = useRef<HTMLOListElement>(null);
  const wanted = useRef<string | null>(null);
  // What was moved by keys keeps them, wherever it stands now.
  useEffect(() => {
    if (wanted.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-screen="${wanted.current}"] [role="button"]`)?.focus();
    wanted.current = null;
  });
  const put = (device: string, at: number) => {
    if (devices.length < max) set(devices.toSpliced(at, 0, device));
  };
  const drop = (event: DragEvent, to: number) => {
    event.preventDefault();
    setOver(null);
    const { types } = event.dataTransfer;
    if (types.includes(FROM_ROW)) {
      const from = Number(event.dataTransfer.getData(FROM_ROW));
      set(moved(devices, { from, to: Math.min(to, devices.length - 1) }));
    } else if (types.includes(FROM_TRAY)) put(event.dataTransfer.getData(FROM_TRAY), to);
  };
  const target = (index: number) => ({
    'data-over': over === index,
    onDragOver: (event: DragEvent) => {
      if (!event.dataTransfer.types.some((type) => type === FROM_ROW || type === FROM_TRAY)) return;
      event.preventDefault();
      setOver(index);
    },
    onDragLeave: () => setOver(null),
    onDrop: (event: DragEvent) => drop(event, index),
  });
  const key = (event: KeyboardEvent, index: number) => {
    const device = devices[index];
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (device === undefined) return;
    if (step !== undefined) {
      event.preventDefault();
      wanted.current = device;
      set(moved(devices, { from: index, to: index + step }));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      wanted.current = devices[index + 1] ?? devices[index - 1] ?? null;
      set(devices.toSpliced(index, 1));
    }
  };
  return (
    <>
      <fieldset className="plain stack">
        <legend>{title}</legend>
        <p className="small quiet">{text}</p>
        <ol className="screen-row" ref={list}>
          {devices.map((device, index) => (
            <li
              key={device}
              className="screen-place"
              draggable
              data-screen={device}
              data-device={site.devices.get(device)?.id}
              onDragStart={({ dataTransfer }) => {
                dataTransfer.setData(FROM_ROW, String(index));
                dataTransfer.effectAllowed = 'move';
              }}
              {...target(index)}
            >
              {/* biome-ignore lint/a11y/useSemanticElements: browsers do not drag a button */}
              <div
                role="button"
                tabIndex={0}
                className="screen-face"
                aria-label={word('screenPlace', { number: numbered(index), name: site.labelOf(device) })}
                onKeyDown={(event) => key(event, index)}
              >
                <Preview device={device} label={site.labelOf(device)} />
                <span className="screen-number">{numbered(index)}</span>
                <span className="small clip">{site.labelOf(device)}</span>
              </div>
              <ActionIcon
                className="screen-out"
                variant="filled"
                color="dark"
                size={26}
                aria-label={`${word('takeOut')}: ${site.labelOf(device)}`}
                title={`${word('takeOut')}: ${site.labelOf(device)}`}
                onClick={() => set(devices.toSpliced(index, 1))}
              >
                <Icon name="close" size={13} />
              </ActionIcon>
            </li>
          ))}
          {devices.length < max && (
            <li className="screen-place screen-empty" {...target(devices.length)}>
              <span className="small quiet">{word('dropHere')}</span>
            </li>
          )}
        </ol>
      </fieldset>
      {devices.length < max && (
        <DeviceTray
          {...tray}
          site={site}
          devices={candidates.filter((device) => !devices.includes(device))}
          put={(device) => put(device, devices.length)}
        />
      )}
    </>
  );
}
