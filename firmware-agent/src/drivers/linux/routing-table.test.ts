import { describe, expect, test } from 'vitest';
import { parseRoutingTable, portTowards } from './routing-table.ts';

// Taken from a machine with two sockets and a VPN, shortened.
const ipv4 = `Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask		MTU	Window	IRTT
eth0	00000000	0100000A	0003	0	0	100	00000000	0	0	0
wlan0	00000000	0101A8C0	0003	0	0	600	00000000	0	0	0
eth0	0000000A	00000000	0001	0	0	100	000000FF	0	0	0
wlan0	0001A8C0	00000000	0001	0	0	600	00FFFFFF	0	0	0
*	0000FEA9	00000000	0201	0	0	0	0000FFFF	0	0	0
tun0	0000010A	00000000	0001	0	0	50	0000FFFF	0	0	0
`;
const ipv6 = `fd000000000000000000000000000000 40 00000000000000000000000000000000 00 00000000000000000000000000000000 00000064 00000001 00000000 00000001     eth1
00000000000000000000000000000000 00 00000000000000000000000000000000 00 fe800000000000000000000000000001 00000400 00000001 00000000 00000003     eth0
00000000000000000000000000000000 00 00000000000000000000000000000000 00 00000000000000000000000000000000 ffffffff 00000001 00000000 00200200       lo
`;
const table = parseRoutingTable({ ipv4, ipv6 });

describe('packets leave', () => {
  test.each([
    ['8.8.8.8', 'eth0'],
    ['10.7.7.7', 'eth0'],
    ['10.1.3.4', 'tun0'],
    ['192.168.1.20', 'wlan0'],
    ['169.254.1.1', 'eth0'],
    ['127.0.0.1', 'lo'],
    ['localhost', 'lo'],
    ['manager.example', 'eth0'],
    ['fd00::5', 'eth1'],
    ['fd00:0:0:1::5', 'eth0'],
    ['2001:db8::1', 'eth0'],
    ['::1', 'lo'],
    ['::ffff:10.1.3.4', 'tun0'],
    ['64:ff9b::10.1.3.4', 'eth0'],
  ])('to %s by %s', (host, port) => {
    expect(portTowards(host, table)).toBe(port);
  });

  test('by nothing where there is no route', () => {
    const empty = parseRoutingTable({ ipv4: 'Iface\tDestination\n', ipv6: '' });

    for (const host of ['10.0.0.1', 'fd00::1', 'manager.example']) expect(portTowards(host, empty)).toBeNull();
  });
});
