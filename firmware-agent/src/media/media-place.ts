import { createHash } from 'node:crypto';
import { isIPv4 } from 'node:net';
import type { Fingerprint } from '@seatmatrix/protocol/domain';
import type { MediaChoice } from '../options.ts';
import type { DatagramPlace } from './datagram-port.ts';

/** SRTP goes over IPv4: where the peer listener is told an IPv6 address, it opens on every IPv4 one. */
export const mediaPlace = ({
  peerHost,
  mediaPort,
}: {
  readonly peerHost: string;
  readonly mediaPort: number;
}): DatagramPlace => ({ host: isIPv4(peerHost) ? peerHost : '0.0.0.0', port: mediaPort });

/**
 * Where a transmitter sends for all its receivers; null sends to each by itself. Without a group of the administrator's it
 * is made from the box's key, so that no two transmitters of a site share one: 239.192.0.0/14, the organisation's own
 * (RFC 2365 §6.2).
 */
export function multicastGroup(
  choice: MediaChoice,
  { fingerprint, port }: { readonly fingerprint: Fingerprint; readonly port: number },
): DatagramPlace | null {
  if (choice.type === 'unicast') return null;
  if (choice.group !== null) return { host: choice.group, port };
  const [one = 0, two = 0, three = 0] = createHash('sha256').update(fingerprint).digest();
  return { host: `239.${192 + (one & 3)}.${two}.${three}`, port };
}
