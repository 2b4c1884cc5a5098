import { isIPv4, isIPv6 } from 'node:net';

/** One way out of the kernel's main routing table. */
export interface KernelRoute {
  readonly port: string;
  /** Network bits, 0–32 or 0–128; 0 is the default route. */
  readonly bits: number;
  readonly destination: bigint;
  readonly metric: number;
}

export interface RoutingTable {
  readonly ipv4: readonly KernelRoute[];
  readonly ipv6: readonly KernelRoute[];
}

/** Reads /proc/net/route and /proc/net/ipv6_route; either may be empty. Routes that are down or refuse are left out. */
export function parseRoutingTable(text: { readonly ipv4: string; readonly ipv6: string }): RoutingTable {
  return {
    ipv4: lines(text.ipv4).flatMap(ipv4Route),
    ipv6: lines(text.ipv6).flatMap(ipv6Route),
  };
}

/**
 * The network interface that packets to this host leave by; null without any route. A name that is no address is taken
 * to be somewhere beyond the default route.
 */
export function portTowards(host: string, table: RoutingTable): string | null {
  const mapped = /^::ffff:([\d.]+)$/i.exec(host)?.[1];
  if (mapped !== undefined) return portTowards(mapped, table);
  if (isIPv4(host)) {
    // The kernel keeps 127.0.0.0/8 in the local table, which these files do not show.
    return host.startsWith('127.') ? LOOPBACK : best(table.ipv4, { address: ipv4Number(host), width: 32 });
  }
  if (isIPv6(host)) return host === '::1' ? LOOPBACK : best(table.ipv6, { address: ipv6Number(host), width: 128 });
  if (host === 'localhost') return LOOPBACK;
  const byDefault = (routes: readonly KernelRoute[]) => leastMetric(routes.filter((route) => route.bits === 0));
  return byDefault(table.ipv4) ?? byDefault(table.ipv6);
}

const LOOPBACK = 'lo';

/** include/uapi/linux/route.h */
const RTF_UP = 0x1;
const RTF_REJECT = 0x200;

const usable = (flags: number): boolean => (flags & RTF_UP) !== 0 && (flags & RTF_REJECT) === 0;

const lines = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields.length > 1);

/** Iface Destination Gateway Flags RefCnt Use Metric Mask …: addresses are hex in the machine's byte order. */
function ipv4Route([port, destination, , flags, , , metric, mask]: readonly string[]): readonly KernelRoute[] {
  if (port === undefined || destination === undefined || mask === undefined) return [];
  if (!/^[0-9A-F]{8}$/i.test(destination) || !usable(Number.parseInt(flags ?? '0', 16))) return [];
  const bits = [...BigInt(`0x${mask}`).toString(2)].filter((bit) => bit === '1').length;
  return [{ port, bits, destination: BigInt(`0x${littleEndian(destination)}`), metric: Number(metric) }];
}

/** Every CPU that the boxes have is little-endian. */
const littleEndian = (hex: string): string => (hex.match(/../g) ?? []).reverse().join('');

/** destination, its bits, source, its bits, next hop, metric, references, uses, flags, interface: all hex. */
function ipv6Route(fields: readonly string[]): readonly KernelRoute[] {
  const [destination, bits, , , , metric, , , flags, port] = fields;
  if (port === undefined || destination === undefined || bits === undefined) return [];
  if (!usable(Number.parseInt(flags ?? '0', 16))) return [];
  return [
    {
      port,
      bits: Number.parseInt(bits, 16),
      destination: BigInt(`0x${destination}`),
      metric: Number.parseInt(metric ?? '0', 16),
    },
  ];
}

function best(
  routes: readonly KernelRoute[],
  { address, width }: { readonly address: bigint; readonly width: number },
): string | null {
  const matching = routes.filter(({ bits, destination }) => {
    const shift = BigInt(width - bits);
    return address >> shift === destination >> shift;
  });
  const longest = Math.max(...matching.map((route) => route.bits));
  return leastMetric(matching.filter((route) => route.bits === longest));
}

function leastMetric(routes: readonly KernelRoute[]): string | null {
  const least = Math.min(...routes.map((route) => route.metric));
  return routes.find((route) => route.metric === least)?.port ?? null;
}

const ipv4Number = (address: string): bigint =>
  address.split('.').reduce((sum, part) => (sum << 8n) | BigInt(part), 0n);

function ipv6Number(address: string): bigint {
  const [plain = ''] = address.split('%');
  const dotted = /\d+\.\d+\.\d+\.\d+$/.exec(plain)?.[0];
  const hex = dotted === undefined ? plain : plain.replace(dotted, asGroups(ipv4Number(dotted)));
  const [head = '', tail] = hex.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
  return groups.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n);
}

const asGroups = (value: bigint): string => `${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`;
