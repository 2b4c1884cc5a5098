import type { Clock, Log } from '../kernel/index.ts';
import { readCertificate, type Trust } from './certificate.ts';
import type { ConnectionLimits } from './connection-limits.ts';
import type { Network } from './network.ts';
import { RELEASED_AT } from './release.ts';
import { recognise, type TlsIdentity } from './tls-context.ts';
import { dialOverTls } from './tls-dial.ts';
import { listenOverTls } from './tls-listen.ts';

export type { TlsIdentity } from './tls-context.ts';

export interface TlsNetworkOptions {
  /** Asked for every connection: an adopted box goes on with its new certificate without listening anew. */
  readonly identity: () => TlsIdentity;
  /**
   * Before adoption: how the fingerprint of the site's CA begins (9 hex digits, from an enrolment code). Null takes any
   * manager, until there is an authority.
   */
  readonly authorityPrefix?: () => string | null;
  /** How many connections listeners take; of their kind unless a test says otherwise. */
  readonly limits?: ConnectionLimits;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * WebSockets over mutual TLS 1.3. Both sides always show a certificate; whether it is the site's is judged here and
 * told in the peer's identity, since strangers must be able to ask for adoption.
 */
export function createTlsNetwork(options: TlsNetworkOptions): Network {
  const { identity, authorityPrefix = () => null, limits, clock, log } = options;

  function trust(): Trust {
    const { authority, certificate } = identity();
    // A box without a clock of its own starts in 1970: it is at least as late as this program and its own certificate.
    const floor = [RELEASED_AT, readCertificate(certificate).validFromDate].map((date) => date.getTime());
    const now = new Date(Math.max(clock.wall().getTime(), ...floor));
    return { authority, authorityPrefix: authorityPrefix(), now };
  }

  return {
    dial: (target, signal) => dialOverTls(target, { identity: identity(), trust: trust(), signal, clock }),
    listen: (wish) =>
      listenOverTls({ ...wish, admit: (socket) => recognise(socket, trust()), identity, limits, clock, log }),
  };
}
