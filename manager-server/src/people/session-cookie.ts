import type { IncomingHttpHeaders } from 'node:http';
import { seconds } from '@seatmatrix/protocol/kernel';
import { WHOLE_LIFE } from './web-sessions.ts';

/**
 * `__Host-` makes browsers refuse the cookie from a sub-domain or over plain HTTP. Plain is the demonstration alone,
 * on loopback.
 */
export const SESSION_COOKIES = { https: '__Host-seatmatrix', http: 'seatmatrix' } as const;

/** The session token that the request carries (RFC 6265 §5.4); null when it carries none. */
export function readSessionCookie(headers: IncomingHttpHeaders, scheme: 'http' | 'https'): string | null {
  const prefix = `${SESSION_COOKIES[scheme]}=`;
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length) ?? null;
}

/** The Set-Cookie header for a token, which is base64url and needs no quoting; null takes the cookie away. */
export function sessionCookie(token: string | null, scheme: 'http' | 'https'): string {
  const life = token === null ? 0 : WHOLE_LIFE / seconds(1);
  const secure = scheme === 'https' ? '; Secure' : '';
  return `${SESSION_COOKIES[scheme]}=${token ?? ''}; Max-Age=${life}; Path=/; HttpOnly; SameSite=Strict${secure}`;
}
