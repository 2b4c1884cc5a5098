import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { word } from '../../language/words.ts';
import { useChosenKey } from '../../parts/chosen-key.ts';
import { Icon } from '../../shell/icons.tsx';
import { Page } from '../../shell/page.tsx';
import { useSiteView } from '../../site-view.ts';
import { DeviceDrawer } from './device-drawer.tsx';
import { DeviceList } from './device-list.tsx';
import { EnrolmentDialogue } from './enrolment-dialogue.tsx';
import { NewDeviceDialogue } from './new-device-dialogue.tsx';
import { PendingBoxes } from './pending-boxes.tsx';
import { TwinAlarms } from './twin-alarms.tsx';

export default function DevicesPage(): ReactNode {
  const site = useSiteView();
  const [chosen, choose] = useChosenKey('device');
  const [dialogue, setDialogue] = useState<'enrolment' | 'new' | null>(null);
  const close = () => setDialogue(null);
  return (
    <Page
      title={word('devices')}
      text={word('devicesText')}
      tools={
        <div className="row wrap">
          <Button variant="default" leftSection={<Icon name="plus" size={16} />} onClick={() => setDialogue('new')}>
            {word('addPlace')}
          </Button>
          <Button leftSection={<Icon name="link" size={16} />} onClick={() => setDialogue('enrolment')}>
            {word('addBoxes')}
          </Button>
        </div>
      }
    >
      <div className="stack wide">
        <TwinAlarms site={site} />
        <PendingBoxes site={site} />
        <DeviceList site={site} choose={choose} />
      </div>
      <DeviceDrawer device={chosen} site={site} close={() => choose(null)} />
      {dialogue === 'enrolment' && <EnrolmentDialogue device={null} close={close} />}
      {dialogue === 'new' && <NewDeviceDialogue site={site} close={close} />}
    </Page>
  );
}
