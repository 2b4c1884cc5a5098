import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');
loopback.addSubnet('::ffff:127.0.0.0', 104, 'ipv6');

/** Whether the address, or the name localhost, is this machine's own. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  if (bare === 'localhost') return true;
  const version = isIP(bare);
  return version !== 0 && loopback.check(bare, version === 6 ? 'ipv6' : 'ipv4');
}

/**
 * Whether a program on this machine asks for itself. Not so when a proxy on this machine asks for somebody else, or a
 * browser for a page whose name was made to point here (DNS rebinding): then the Host is not ours.
 */
export function isLocal(address: string, headers: IncomingHttpHeaders): boolean {
  const forwarded = ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'].some((name) => headers[name] !== undefined);
  return !forwarded && isLoopback(address) && isLoopback(hostName(headers.host ?? ''));
}

export type Scheme = 'http' | 'https';

/** Whether a browser's WebSocket was opened by one of our own pages. Browsers always send Origin; the rest is refused. */
export function isOwnSocket(headers: IncomingHttpHeaders, scheme: Scheme): boolean {
  return headers.origin !== undefined && isOwn(headers.origin, { host: headers.host, scheme });
}

/**
 * Whether a request that changes something may carry a cookie's authority. Browsers send Origin with all of those; a
 * request with neither Origin nor Sec-Fetch-Site comes from a program, which no foreign page can make send our cookie.
 */
export function isOwnRequest(headers: IncomingHttpHeaders, scheme: Scheme): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return headers.origin === undefined || isOwn(headers.origin, { host: headers.host, scheme });
}

function isOwn(origin: string, at: { readonly host: string | undefined; readonly scheme: Scheme }): boolean {
  // Both sides of the comparison leave the scheme's default port out, as browsers do.
  const own = URL.parse(`${at.scheme}://${at.host ?? ''}`);
  return own !== null && own.origin === origin;
}

function hostName(host: string): string {
  return URL.parse(`http://${host}`)?.hostname ?? '';
}
