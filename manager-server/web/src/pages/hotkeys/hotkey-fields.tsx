import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCollection } from '../../api/queries.ts';
import { word } from '../../language/words.ts';
import { DeviceOrder } from '../../parts/device-order.tsx';
import { useSiteView } from '../../site-view.ts';
import { concernsText, conflictOf, conflictText } from './conflict.ts';

export interface HotkeyValue {
  readonly key: string;
  readonly text: string;
  readonly devices: readonly string[];
}

/** As many as one hotkey can bring somewhere at once: a wall of them. */
const DEVICES_MAX = 64;

/** Text and devices, with the reason against them while they are typed. */
export function HotkeyFields<Value extends HotkeyValue>({
  value,
  set,
}: {
  readonly value: Value;
  readonly set: (value: Value) => void;
}): ReactNode {
  const site = useSiteView();
  const hotkeys = useCollection('hotkeys');
  const conflict = conflictOf(value, { devices: site.devices, hotkeys });
  const reason = conflict === null ? null : conflictText(conflict, value.text);
  const ofText = conflict !== null && concernsText(conflict);
  const kind = site.devices.get(value.devices[0] ?? '')?.kind;
  const all = [...site.transmitters, ...site.receivers];
  const candidates = all.filter((device) => kind === undefined || device.kind === kind).map(({ key }) => key);
  return (
    <>
      <TextInput
        label={word('hotkeyText')}
        description={word('hotkeyTextHint')}
        name="text"
        maxLength={16}
        data-autofocus
        autoCapitalize="off"
        spellCheck={false}
        value={value.text}
        error={ofText && value.text !== '' ? reason : null}
        onChange={({ currentTarget }) => set({ ...value, text: currentTarget.value })}
      />
      <DeviceOrder
        label={word('standsOrder')}
        devices={value.devices}
        set={(devices) => set({ ...value, devices })}
        site={site}
        candidates={candidates}
        max={DEVICES_MAX}
      />
      <p
        className={conflict === null ? 'chip good' : 'callout warn'}
        role="status"
        data-conflict={conflict?.type ?? 'none'}
      >
        {reason ?? word('conflictNone')}
      </p>
    </>
  );
}
