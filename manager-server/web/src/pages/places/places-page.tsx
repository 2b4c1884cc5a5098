import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { word } from '../../language/words.ts';
import { useChosenKey } from '../../parts/chosen-key.ts';
import { Page } from '../../shell/page.tsx';
import { SeatsTab } from './seats-tab.tsx';
import { SourcesTab } from './sources-tab.tsx';
import { WallsTab } from './walls-tab.tsx';
import '../../style/places.css';

const tabs = ['seats', 'walls', 'sources'] as const;

/** What belongs together: displays of a desk, tiles of a wall, outputs of a computer. */
export default function PlacesPage(): ReactNode {
  const [chosen, choose] = useChosenKey('tab');
  const tab = tabs.find((each) => each === chosen) ?? 'seats';
  return (
    <Page title={word('places')} text={word('placesText')}>
      <Tabs value={tab} onChange={(next) => choose(next)} keepMounted={false}>
        <Tabs.List mb={16}>
          {tabs.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {word(each)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="seats">
          <SeatsTab />
        </Tabs.Panel>
        <Tabs.Panel value="walls">
          <WallsTab />
        </Tabs.Panel>
        <Tabs.Panel value="sources">
          <SourcesTab />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
