import { Button, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { create } from '../../api/changes.ts';
import { useCollection } from '../../api/queries.ts';
import { word } from '../../language/words.ts';
import { act } from '../../shell/notices.tsx';
import { conflictOf } from './conflict.ts';
import { HotkeyFields, type HotkeyValue } from './hotkey-fields.tsx';

export function NewHotkeyDialogue({
  close,
  created,
}: {
  readonly close: () => void;
  readonly created: (key: string) => void;
}): ReactNode {
  const devices = useCollection('devices');
  const hotkeys = useCollection('hotkeys');
  const [value, setValue] = useState<HotkeyValue>({ key: '', text: '', devices: [] });
  const add = async () => {
    const { text } = value;
    let key: string | null = null;
    const make = async () => {
      key = (await create('hotkeys', { text, devices: [...value.devices] })).key;
    };
    if (!(await act(make, { done: word('hotkeyCreated', { text }) }))) return;
    close();
    if (key !== null) created(key);
  };
  return (
    <Modal opened onClose={close} title={word('newHotkey')} size="lg">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <HotkeyFields value={value} set={setValue} />
        <div className="row end">
          <Button variant="default" onClick={close}>
            {word('cancel')}
          </Button>
          <Button type="submit" disabled={conflictOf(value, { devices, hotkeys }) !== null}>
            {word('newHotkey')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
