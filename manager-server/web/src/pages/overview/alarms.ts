import type { Device } from '../../api/records.ts';
import type { SiteView } from '../../site-view.ts';
import { heatOf } from '../devices/picture-words.ts';

export type AlarmType = 'twins' | 'offline' | 'hot' | 'noSignal' | 'notShown';

export interface Alarm {
  readonly type: AlarmType;
  /** By ID. */
  readonly devices: readonly Device[];
}

/** What needs somebody, the worst first. `late`: receivers that have not shown what they should for some seconds. */
export function alarmsOf(site: SiteView, late: ReadonlySet<string>): readonly Alarm[] {
  const found: Record<AlarmType, Device[]> = { twins: [], offline: [], hot: [], noSignal: [], notShown: [] };
  for (const device of [...site.transmitters, ...site.receivers]) {
    const type = alarmOf(device, { site, late });
    if (type !== null) found[type].push(device);
  }
  return order.map((type) => ({ type, devices: found[type] })).filter(({ devices }) => devices.length > 0);
}

const order: readonly AlarmType[] = ['twins', 'offline', 'hot', 'notShown', 'noSignal'];

/** A place without a box is no alarm: somebody made it for later. What follows from a worse one is not told beside it. */
function alarmOf(
  { key, kind }: Device,
  { site, late }: { readonly site: SiteView; readonly late: ReadonlySet<string> },
): AlarmType | null {
  const box = site.boxOf(key);
  if (box === undefined) return null;
  if (box.twins.length > 0) return 'twins';
  if (!box.online) return 'offline';
  if (box.report !== null && heatOf(box.report) === 'hot') return 'hot';
  if (late.has(key)) return 'notShown';
  const capture = box.report?.capture;
  return kind === 'transmitter' && (capture === 'no-signal' || capture === 'no-cable') ? 'noSignal' : null;
}

/** Receivers that are to show something and do not, though both boxes are there. */
export function waitingReceivers(site: SiteView): readonly string[] {
  return site.receivers.flatMap(({ key }) => {
    const route = site.routeOf(key);
    if (route?.transmitter == null || route.status?.type === 'live' || route.status?.type === 'ready') return [];
    return site.isOnline(key) && site.isOnline(route.transmitter) ? [key] : [];
  });
}
