import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Device } from '../../api/records.ts';
import { word } from '../../language/words.ts';
import { labelOf } from '../../parts/kind-word.ts';
import { SidePanel } from '../../parts/side-panel.tsx';
import { Icon } from '../../shell/icons.tsx';
import type { SiteView } from '../../site-view.ts';
import { receiverConsole } from '../console/console-place.ts';
import { BoxSection } from './box-section.tsx';
import { DeviceForm } from './device-form.tsx';
import { deviceState } from './device-rows.ts';
import { LiveState } from './live-state.tsx';
import { StateChip } from './state-chip.tsx';

/** One device: how it is, what it is, and what can be done to it. */
export function DeviceDrawer({
  device: key,
  site,
  close,
}: {
  readonly device: string | null;
  readonly site: SiteView;
  readonly close: () => void;
}): ReactNode {
  const device = key === null ? undefined : site.devices.get(key);
  return (
    <SidePanel opened={key !== null} close={close} title={device === undefined ? word('devices') : labelOf(device)}>
      {device === undefined ? (
        <p role="alert">{word('unknownDevice')}</p>
      ) : (
        <Details key={device.key} device={device} site={site} close={close} />
      )}
    </SidePanel>
  );
}

function Details({
  device,
  site,
  close,
}: {
  readonly device: Device;
  readonly site: SiteView;
  readonly close: () => void;
}): ReactNode {
  const box = site.boxOf(device.key);
  return (
    <div className="stack wide" data-details={device.id}>
      <div className="row wrap">
        <StateChip state={deviceState(box)} />
        <span className="quiet">{word(device.kind)}</span>
        <span className="grow" />
        {device.kind === 'receiver' && (
          <Button
            component="a"
            href={receiverConsole(device.id)}
            variant="light"
            leftSection={<Icon name="screen" size={16} />}
          >
            {word('openConsole')}
          </Button>
        )}
      </div>
      <LiveState device={device} box={box} site={site} />
      <BoxSection device={device} box={box} site={site} close={close} />
      <DeviceForm device={device} />
    </div>
  );
}
