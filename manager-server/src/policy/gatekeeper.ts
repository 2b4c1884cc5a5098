import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { SignedIn } from '../api/endpoint.ts';
import { accountOf } from '../people/account.ts';
import type { People } from '../people/open-people.ts';
import { readSessionCookie } from '../people/session-cookie.ts';
import type { Audience } from './audience.ts';
import { type Asker, type GateRefusal, judgeAudience, NOBODY } from './gate.ts';
import { type PageSocketPath, pageSocketPolicy, routeAudience } from './policy-table.ts';
import { isLocal, isOwnRequest, isOwnSocket, type Scheme } from './request-origin.ts';

export interface GatekeeperOptions {
  readonly people: Pick<People, 'claim' | 'directory' | 'sessions' | 'signIn' | 'tokens'>;
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
    if (admission.admitted && admission.signedIn?.by.type === 'session' && used) {
      this.#options.people.sessions.touch(admission.signedIn.by.session.id);
    }
    return admission;
  }

  admitSocket(path: PageSocketPath, request: IncomingMessage): Admission {
    const { headers } = request;
    // A token is no browser's: no page can make one send it, and so it needs no origin. With one it is judged all the same.
    const mayHaveNone = bearerOf(headers) !== null && headers.origin === undefined;
    if (!mayHaveNone && !isOwnSocket(headers, this.#options.scheme)) {
      return { admitted: false, refusal: 'foreign-origin' };
    }
    return this.#admit(pageSocketPolicy[path], { headers, address: request.socket.remoteAddress ?? '' });
  }

  /** Whether who opened this socket could open it now: the site's settings may want more of him than they did. */
  admitsStill(path: PageSocketPath, signedIn: SignedIn): boolean {
    const asker = this.#asker(signedIn);
    return judgeAudience(pageSocketPolicy[path], { asker, claimed: true }) === null;
  }

  #admit(
    audience: Audience,
    { headers, address }: { readonly headers: IncomingHttpHeaders; readonly address: string },
  ): Admission {
    const { people } = this.#options;
    const signedIn = this.#signedIn(headers);
    const asker = { ...this.#asker(signedIn), local: isLocal(address, headers) };
    const refusal = judgeAudience(audience, { asker, claimed: people.claim.claimed });
    return refusal === null ? { admitted: true, signedIn } : { admitted: false, refusal };
  }

  #asker(signedIn: SignedIn | null): Asker {
    if (signedIn === null) return NOBODY;
    const { account, by } = signedIn;
    const { role } = account;
    if (by.type === 'token') return { ...NOBODY, role, scopes: by.token.scopes };
    return { ...NOBODY, role, restriction: by.session.restriction ?? this.#options.people.signIn.missing(account) };
  }

  #signedIn(headers: IncomingHttpHeaders): SignedIn | null {
    const by = this.#proof(headers);
    if (by === null) return null;
    const key = by.type === 'session' ? by.session.operator : by.token.owner;
    const operator = this.#options.people.directory.snapshot.operators.get(key)?.value;
    if (operator === undefined || operator.disabled) return null;
    if (by.type === 'token' && operator.role !== 'administrator') return null;
    return { account: accountOf(operator), by };
  }

  /** A request with a token is the token's alone, whatever cookies it carries. */
  #proof(headers: IncomingHttpHeaders): SignedIn['by'] | null {
    const { people, scheme } = this.#options;
    if (headers.authorization !== undefined) {
      const bearer = bearerOf(headers);
      const token = bearer === null ? null : people.tokens.use(bearer);
      return token === null ? null : { type: 'token', token };
    }
    const cookie = readSessionCookie(headers, scheme);
    const session = cookie === null ? null : people.sessions.find(cookie);
    return session === null ? null : { type: 'session', session };
  }
}

/** RFC 6750 §2.1. */
function bearerOf({ authorization }: IncomingHttpHeaders): string | null {
  return /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization ?? '')?.[1] ?? null;
}
