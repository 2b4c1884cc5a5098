import type { Device } from '../../api/records.ts';
import { word } from '../../language/words.ts';

const RANGES = { transmitter: [1, 4999], receiver: [5001, 9999] } as const;

/** What is wrong with an ID while it is typed, in words; null for one that can be saved, or is not typed to its end. */
export function idProblem(
  id: string,
  {
    kind,
    own,
    devices,
  }: { readonly kind: Device['kind']; readonly own: string | null; readonly devices: Iterable<Device> },
): string | null {
  if (!/^\d*$/.test(id)) return word('idDigits');
  if (id.length < 4) return null;
  const [first, last] = RANGES[kind];
  if (Number(id) < first || Number(id) > last) {
    return word(kind === 'transmitter' ? 'deviceIdTransmitter' : 'deviceIdReceiver');
  }
  for (const device of devices) {
    if (device.id === id && device.key !== own) return word('idTaken', { id, name: device.name });
  }
  return null;
}
