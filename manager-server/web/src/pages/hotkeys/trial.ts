import { deviceKey, foldHotkey, type OsdFunction, resolveSelection } from '@seatmatrix/protocol/domain';
import { domainDevice, domainHotkey } from '../../api/domain-records.ts';
import type { ByKey, Device, Hotkey, Operator } from '../../api/records.ts';
import { word } from '../../language/words.ts';
import { labelOf } from '../../parts/kind-word.ts';
import { kindOfRight, type Rights } from '../../parts/rights.ts';
import type { SiteView } from '../../site-view.ts';

export interface TrialLine {
  readonly good: boolean;
  readonly text: string;
}

/** What would become of a typed text: each device in order, or the reason against it, in the manager's order. */
export function trial(
  asked: {
    readonly text: string;
    readonly function: OsdFunction;
    readonly operator: Operator;
    readonly receiver: Device;
  },
  known: { readonly site: SiteView; readonly hotkeys: ByKey<Hotkey>; readonly rights: Rights },
): readonly TrialLine[] {
  const { site, rights } = known;
  const { operator, receiver, function: wanted } = asked;
  const byId = new Map([...site.devices.values()].map((device) => [device.id, device]));
  const byText = new Map([...known.hotkeys.values()].map((hotkey) => [foldHotkey(hotkey.text), hotkey]));
  const selection = resolveSelection(asked, {
    deviceById: (id) => mapped(byId.get(id), domainDevice),
    deviceByKey: (key) => mapped(site.devices.get(key), domainDevice),
    hotkeyByText: (folded) => mapped(byText.get(folded), domainHotkey),
  });
  if (selection.type === 'unknown-name') return [{ good: false, text: word('wouldUnknown') }];
  if (selection.type === 'all') {
    const within = (kindOfRight(wanted) === 'receiver' ? site.receivers : []).filter(
      ({ key }) => key !== receiver.key && rights.may(operator, wanted, key).allowed,
    );
    const devices = within.map(labelOf).join(', ');
    return [{ good: within.length > 0, text: word('wouldAll', { devices: devices === '' ? word('none') : devices }) }];
  }
  return selection.devices.map((device) => {
    const label = labelOf(device);
    if (!rights.may(operator, wanted, deviceKey(device.key)).allowed) {
      return { good: false, text: word('wouldOutOfRange', { device: label, right: word(wanted) }) };
    }
    if (!site.isOnline(device.key)) return { good: false, text: word('wouldOffline', { device: label }) };
    return { good: true, text: outcome(wanted, { device: label, receiver: labelOf(receiver) }) };
  });
}

function outcome(wanted: OsdFunction, { device, receiver }: { readonly device: string; readonly receiver: string }) {
  switch (wanted) {
    case 'connect':
      return word('wouldConnect', { receiver, transmitter: device });
    case 'push':
      return word('wouldPush', { target: device });
    case 'fetch':
      return word('wouldFetch', { target: device });
  }
}

const mapped = <From, To>(value: From | undefined, map: (value: From) => To): To | undefined =>
  value === undefined ? undefined : map(value);
