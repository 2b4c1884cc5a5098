import { type ReactNode, useState } from 'react';
import { useCollection } from '../../api/queries.ts';
import { word } from '../../language/words.ts';
import { useChosenKey } from '../../parts/chosen-key.ts';
import { RecordList } from '../../parts/record-list.tsx';
import { SidePanel } from '../../parts/side-panel.tsx';
import { Page } from '../../shell/page.tsx';
import { useSiteView } from '../../site-view.ts';
import { HotkeyDetails } from './hotkey-details.tsx';
import { NewHotkeyDialogue } from './new-hotkey-dialogue.tsx';

/** Texts that stand for devices wherever an ID may be typed. */
export default function HotkeysPage(): ReactNode {
  const site = useSiteView();
  const hotkeys = useCollection('hotkeys');
  const [chosen, choose] = useChosenKey('hotkey');
  const [adding, setAdding] = useState(false);
  const hotkey = hotkeys.get(chosen ?? '');
  return (
    <Page title={word('hotkeys')} text={word('hotkeysText')}>
      <RecordList
        records={hotkeys}
        nameOf={({ text }) => text}
        nameTitle={word('hotkeyText')}
        columns={[
          {
            title: word('stands'),
            cell: ({ devices }) => <span className="any">{devices.map(site.labelOf).join(' · ')}</span>,
          },
        ]}
        empty={{ title: word('noHotkeys'), text: word('noHotkeysText') }}
        addLabel={word('newHotkey')}
        add={() => setAdding(true)}
        choose={choose}
      />
      <SidePanel opened={hotkey !== undefined} close={() => choose(null)} title={hotkey?.text ?? ''}>
        {hotkey !== undefined && <HotkeyDetails key={hotkey.key} hotkey={hotkey} close={() => choose(null)} />}
      </SidePanel>
      {adding && <NewHotkeyDialogue close={() => setAdding(false)} created={choose} />}
    </Page>
  );
}
