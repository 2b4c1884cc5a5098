import { isIPv6 } from 'node:net';

/**
 * Where a link's other end is, of the address `HOST:PORT` that its transport tells; an IPv4 address that came over an IPv6
 * socket without its prefix. Datagrams go to it rather than to a name: each would ask the resolver.
 */
export const hostOf = (address: string): string => address.replace(/:\d+$/, '').replace(/^::ffff:/, '');

/** Whether SRTP reaches the other end of this link: it goes over IPv4 alone. */
export const takesDatagrams = (address: string): boolean => !isIPv6(hostOf(address));
