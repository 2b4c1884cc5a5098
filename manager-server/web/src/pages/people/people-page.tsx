import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { word } from '../../language/words.ts';
import { useChosenKey } from '../../parts/chosen-key.ts';
import { Page } from '../../shell/page.tsx';
import { DeviceGroupsTab } from './device-groups-tab.tsx';
import { GrantGrid } from './grant-grid.tsx';
import { GroupsTab } from './groups-tab.tsx';
import '../../style/people.css';
import { OperatorsTab } from './operators-tab.tsx';

const tabs = ['operators', 'groups', 'deviceGroups', 'grants'] as const;

/** Who may do what: people, their groups, groups of devices, and the grants between them. */
export default function PeoplePage(): ReactNode {
  const [chosen, choose] = useChosenKey('tab');
  const tab = tabs.find((each) => each === chosen) ?? 'operators';
  return (
    <Page title={word('people')} text={word('peopleText')}>
      <Tabs value={tab} onChange={(next) => choose(next)} keepMounted={false}>
        <Tabs.List mb={16}>
          {tabs.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {word(each)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="operators">
          <OperatorsTab />
        </Tabs.Panel>
        <Tabs.Panel value="groups">
          <GroupsTab />
        </Tabs.Panel>
        <Tabs.Panel value="deviceGroups">
          <DeviceGroupsTab />
        </Tabs.Panel>
        <Tabs.Panel value="grants">
          <GrantGrid />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}
