import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { create, remove } from '../../api/changes.ts';
import { useCollection } from '../../api/queries.ts';
import type { Hotkey } from '../../api/records.ts';
import { word } from '../../language/words.ts';
import { dropDraft } from '../../parts/draft.ts';
import { DraftBar } from '../../parts/draft-bar.tsx';
import { useRecordDraft } from '../../parts/record-draft.ts';
import { act } from '../../shell/notices.tsx';
import { useSiteView } from '../../site-view.ts';
import { conflictOf } from './conflict.ts';
import { HotkeyFields } from './hotkey-fields.tsx';
import { TryHotkey } from './try-hotkey.tsx';

export function HotkeyDetails({ hotkey, close }: { readonly hotkey: Hotkey; readonly close: () => void }): ReactNode {
  const site = useSiteView();
  const hotkeys = useCollection('hotkeys');
  const draft = useRecordDraft('hotkeys', hotkey);
  const conflict = conflictOf(draft.value, { devices: site.devices, hotkeys });
  const { text, devices } = hotkey;
  const deleteHotkey = async () => {
    close();
    dropDraft(`hotkeys/${hotkey.key}`);
    await act(() => remove('hotkeys', hotkey), {
      done: word('hotkeyDeleted', { text }),
      undo: () => create('hotkeys', { text, devices }),
    });
  };
  return (
    <div className="stack wide" data-details={hotkey.text}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (conflict === null) void draft.save();
        }}
      >
        <HotkeyFields
          value={draft.value}
          set={(value) => draft.set({ ...draft.value, text: value.text, devices: [...value.devices] })}
        />
        <DraftBar
          draft={draft}
          disabled={conflict !== null}
          fields={[
            { label: word('hotkeyText'), text: (each) => each.text },
            { label: word('stands'), text: (each) => each.devices.map(site.labelOf).join(' · ') },
          ]}
        />
      </form>
      <TryHotkey hotkey={draft.value} />
      <div className="row end">
        <Button variant="light" color="red" onClick={() => void deleteHotkey()}>
          {word('remove')}
        </Button>
      </div>
    </div>
  );
}
