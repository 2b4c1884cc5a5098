import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { SignedIn } from '../api/endpoint.ts';
import type { Administrators } from '../people/administrators.ts';
import { readSessionCookie } from '../people/session-cookie.ts';
import type { WebSessions } from '../people/web-sessions.ts';
import { type GateRefusal, judgeAudience } from './gate.ts';
import { type Audience, type PageSocketPath, pageSocketPolicy, routeAudience } from './policy-table.ts';
import { isLocal, isOwnRequest, isOwnSocket, type Scheme } from './request-origin.ts';

export interface GatekeeperOptions {
  readonly administrators: Administrators;
  readonly sessions: WebSessions;
  readonly scheme: Scheme;
}

export type Admission =
  | { readonly admitted: true; readonly signedIn: SignedIn | null }
  | { readonly admitted: false; readonly refusal: GateRefusal | 'foreign-origin' };

/** What changes nothing needs no proof of where it comes from: no other page can read the answer. */
const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The one place where requests and WebSockets of people are let in, by the policy table. */
export class Gatekeeper {
  readonly #options: GatekeeperOptions;

  constructor(options: GatekeeperOptions) {
    this.#options = options;
  }

  /** `pattern` is the route's, as it was registered. */
  admitRequest(request: {
    readonly method: string;
    readonly pattern: string;
    readonly headers: IncomingHttpHeaders;
    readonly address: string;
  }): Admission {
    const { method, pattern, headers, address } = request;
    const changes = !SAFE_METHODS.has(method);
    if (changes && !isOwnRequest(headers, this.#options.scheme)) {
      return { admitted: false, refusal: 'foreign-origin' };
    }
    const admission = this.#admit(routeAudience(method, pattern), { headers, address });
    // Reading does not count as use: pages read by themselves whenever something changes.
    const used = changes || headers['sec-fetch-mode'] === 'navigate';
    if (admission.admitted && admission.signedIn !== null && used) {
      this.#options.sessions.touch(admission.signedIn.session.id);
    }
    return admission;
  }

  admitSocket(path: PageSocketPath, request: IncomingMessage): Admission {
    if (!isOwnSocket(request.headers, this.#options.scheme)) return { admitted: false, refusal: 'foreign-origin' };
    const address = request.socket.remoteAddress ?? '';
    return this.#admit(pageSocketPolicy[path], { headers: request.headers, address });
  }

  #admit(
    audience: Audience,
    { headers, address }: { readonly headers: IncomingHttpHeaders; readonly address: string },
  ): Admission {
    const { administrators } = this.#options;
    const signedIn = this.#signedIn(headers);
    const asker = { signedIn: signedIn !== null, local: isLocal(address, headers) };
    const refusal = judgeAudience(audience, { asker, claimed: administrators.claimed });
    return refusal === null ? { admitted: true, signedIn } : { admitted: false, refusal };
  }

  #signedIn(headers: IncomingHttpHeaders): SignedIn | null {
    const { administrators, scheme, sessions } = this.#options;
    const token = readSessionCookie(headers, scheme);
    const session = token === null ? null : sessions.find(token);
    const administrator = session === null ? undefined : administrators.get(session.administrator);
    return session === null || administrator === undefined ? null : { session, administrator };
  }
}
