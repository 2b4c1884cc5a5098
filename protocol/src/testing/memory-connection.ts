import { type Clock, type Duration, Fault } from '../kernel/index.ts';
import { CloseCode, type DialTarget, type PeerIdentity, type Transport } from '../link/index.ts';
import type { MemoryHost, MemoryListener, MemoryRoute } from './memory-network.ts';
import { MemoryPipe } from './memory-pipe.ts';
import { MemoryTransport } from './memory-transport.ts';

interface Outcome {
  readonly opened: (transport: Transport) => void;
  readonly refused: (fault: Fault) => void;
}

interface ConnectionOptions {
  readonly clock: Clock;
  readonly dialler: MemoryHost;
  readonly target: DialTarget;
  /** The host that is dialled, as it is when the call arrives. */
  readonly listening: () => MemoryHost | undefined;
  readonly isOpen: () => boolean;
  readonly delay: () => Duration;
  readonly passes: (frame: Uint8Array, route: MemoryRoute) => boolean;
  readonly gone: () => void;
}

/** A call and, once it was taken, the two ends and the two directions between them. */
export class MemoryConnection {
  readonly from: string;
  readonly to: string;
  readonly #options: ConnectionOptions;
  readonly #there: MemoryPipe;
  readonly #back: MemoryPipe;
  #outcome: Outcome | null = null;
  #near: MemoryTransport | null = null;
  #far: MemoryTransport | null = null;
  #listener: MemoryListener | null = null;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.from = options.dialler.name;
    this.to = options.target.host;
    this.#there = new MemoryPipe(options);
    this.#back = new MemoryPipe(options);
  }

  open(outcome: Outcome): void {
    this.#outcome = outcome;
    this.#there.push({ bytes: 0, deliver: () => this.#arrive() });
  }

  /** The dialler gave up: whoever took the call meanwhile is told. */
  abandon(): void {
    this.#outcome = null;
    if (this.#near === null) this.#gone();
    else this.#near.close({ code: CloseCode.goingAway, reason: 'given up' });
  }

  reset(): void {
    const outcome = this.#outcome;
    this.#outcome = null;
    const closed = { code: 1006, reason: 'the connection broke' };
    this.#near?.end(closed);
    this.#far?.end(closed);
    outcome?.refused(this.#fault('link-lost', 'the connection broke'));
    this.#gone();
  }

  stopListening(listener: MemoryListener): void {
    if (this.#listener === listener) this.#far?.close({ code: CloseCode.goingAway, reason: 'stopped' });
  }

  pump(): void {
    this.#there.pump();
    this.#back.pump();
  }

  #arrive(): void {
    if (this.#outcome === null) return;
    const { dialler, target } = this.#options;
    const host = this.#options.listening();
    const listener = host?.listeners.get(target.port);
    const frameMax = listener?.frameMax[target.path];
    if (host === undefined || listener === undefined || frameMax === undefined) {
      this.#refuse(this.#fault('link-lost', 'nothing listens there'));
      return;
    }
    const near = seenFrom(dialler, { host, address: `${host.name}:${target.port}` });
    const wrong = misfit(near, { target, dialler });
    if (wrong !== null) {
      this.#refuse(this.#fault('peer-unauthorised', wrong));
      return;
    }
    this.#listener = listener;
    this.#connect({ near, far: seenFrom(host, { host: dialler, address: `${dialler.name}:0` }), frameMax });
  }

  #connect({ near, far, frameMax }: { near: PeerIdentity; far: PeerIdentity; frameMax: number }): void {
    const { target, passes } = this.#options;
    const { from, to } = this;
    const ended = () => this.#ended();
    this.#near = new MemoryTransport({
      peer: near,
      out: this.#there,
      frameMax: target.frameMax,
      passes: (frame) => passes(frame, { from, to, path: target.path }),
      ended,
    });
    this.#far = new MemoryTransport({
      peer: far,
      out: this.#back,
      frameMax,
      passes: (frame) => passes(frame, { from: to, to: from, path: target.path }),
      ended,
    });
    MemoryTransport.join(this.#near, this.#far);
    // Before anything that the accepting side says.
    this.#back.push({ bytes: 0, deliver: () => this.#taken() });
    this.#listener?.accept(this.#far, target.path);
  }

  #taken(): void {
    const outcome = this.#outcome;
    this.#outcome = null;
    if (outcome !== null && this.#near !== null) outcome.opened(this.#near);
  }

  #refuse(fault: Fault): void {
    this.#back.push({
      bytes: 0,
      deliver: () => {
        const outcome = this.#outcome;
        this.#outcome = null;
        outcome?.refused(fault);
        this.#gone();
      },
    });
  }

  #ended(): void {
    if (this.#near?.isClosed === true && this.#far?.isClosed === true) this.#gone();
  }

  #gone(): void {
    this.#there.drop();
    this.#back.drop();
    this.#options.gone();
  }

  #fault(code: 'link-lost' | 'peer-unauthorised', why: string): Fault {
    const { host, port, path } = this.#options.target;
    return new Fault({ code, message: `${host}:${port}${path}: ${why}`, context: { host, port, path } });
  }
}

/** A stranger has no CA to know others by; of a stranger nobody knows more than the key. */
function seenFrom(
  viewer: MemoryHost,
  { host, address }: { readonly host: MemoryHost; readonly address: string },
): PeerIdentity {
  const { fingerprint, standing, role } = host.identity();
  const known = standing === 'site' && viewer.identity().standing === 'site';
  return { fingerprint, standing: known ? 'site' : 'stranger', role: known ? role : null, address };
}

/** The same judgement as over TLS: the expected key, or, where none is expected, the site's manager. */
function misfit(
  peer: PeerIdentity,
  { target, dialler }: { readonly target: DialTarget; readonly dialler: MemoryHost },
): string | null {
  if (target.expect !== null) return peer.fingerprint === target.expect ? null : 'holds another key';
  if (dialler.identity().standing === 'stranger' || peer.role === 'manager') return null;
  return 'is not the manager of this site';
}
