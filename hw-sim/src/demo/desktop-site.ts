import type { SiteDescription } from '../site/index.ts';
import { type DemoDevice, type DemoSite, demoDescription, demoSite } from './demo-site.ts';

/** A real desktop of the demonstration: an X server of its own with these programs. */
export interface DemoDesktop extends DemoDevice {
  readonly programs: readonly ('terminal' | 'clock' | 'browser')[];
}

const ROOM = '一楼机房';

export const demoDesktops: readonly DemoDesktop[] = [
  { id: '0001', name: '值班工作站', location: ROOM, box: 'tx-0001', programs: ['clock', 'terminal'] },
  { id: '0002', name: '浏览工作站', location: ROOM, box: 'tx-0002', programs: ['browser'] },
  { id: '0003', name: '运维工作站', location: ROOM, box: 'tx-0003', programs: ['terminal'] },
];

/** The demonstration's desks and walls, before real desktops. */
export const desktopSite: DemoSite = {
  ...demoSite,
  transmitters: demoDesktops,
  sources: [],
  hotkeys: [
    { text: 'zb', devices: ['0001'] },
    { text: 'll', devices: ['0002'] },
    { text: 'dp', devices: ['5006'] },
  ],
  operators: demoSite.operators.map((operator) =>
    operator.connect === 'all' ? operator : { ...operator, connect: ['0001'] },
  ),
};

/** What of it is simulated. */
export const desktopDescription: SiteDescription = { ...demoDescription, computers: [] };
