import type { DeviceKey, KeyboardLeds, PeerMessage, SeatMember } from '@seatmatrix/protocol/domain';
import {
  type Clock,
  Fault,
  faultFrom,
  type Log,
  type Random,
  retryDelays,
  seconds,
  type Timer,
} from '@seatmatrix/protocol/kernel';
import {
  CloseCode,
  createPeerChannel,
  DIALLER_FRAME_MAX,
  type Network,
  type PeerChannel,
  type Transport,
} from '@seatmatrix/protocol/link';

export interface SeatDialsOptions {
  readonly network: Network;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** A display of the seat can be reached, or no longer. */
  readonly changed: () => void;
  /** What the computer of that display says; null when the link is gone. */
  readonly leds: (display: DeviceKey, leds: KeyboardLeds | null) => void;
  /** The OSD there chose another display. */
  readonly wanted: (number: number) => void;
}

/** A neighbour that is away is tried for as long as the plan has it. */
const RETRY = { base: seconds(0.2), cap: seconds(5) } as const;

/** The links over which this receiver's keyboard and pointer reach the other displays of the seat. */
export class SeatDials {
  readonly #options: SeatDialsOptions;
  readonly #dials = new Map<DeviceKey, SeatDial>();

  constructor(options: SeatDialsOptions) {
    this.#options = options;
  }

  /**
   * Those to be reached; a member with another address or ticket than before is dialled with it. One that the manager
   * does not see keeps the link that it has: between displays no manager is needed.
   */
  members(members: readonly SeatMember[]): void {
    for (const [key, dial] of this.#dials) {
      if (members.some((member) => member.key === key)) continue;
      this.#dials.delete(key);
      dial.close();
    }
    for (const member of members) {
      if (member.peer === null) continue;
      const dial = this.#dials.get(member.key) ?? new SeatDial(this.#options);
      this.#dials.set(member.key, dial);
      dial.member(member);
    }
  }

  isOpen(display: DeviceKey): boolean {
    return this.#dials.get(display)?.isOpen ?? false;
  }

  send(display: DeviceKey, message: PeerMessage): void {
    this.#dials.get(display)?.send(message);
  }

  input(display: DeviceKey, input: Omit<Extract<PeerMessage, { readonly type: 'input' }>, 'type' | 'sequence'>): void {
    this.#dials.get(display)?.input(input);
  }

  /** To every display but one. */
  broadcast(message: PeerMessage, except: DeviceKey): void {
    for (const [key, dial] of this.#dials) if (key !== except) dial.send(message);
  }

  stop(): void {
    for (const dial of this.#dials.values()) dial.close();
    this.#dials.clear();
  }
}

class SeatDial {
  readonly #options: SeatDialsOptions;
  #member: SeatMember | null = null;
  #channel: PeerChannel | null = null;
  #open = false;
  #sequence = 0;
  #abort: AbortController | null = null;
  #retry: Timer | null = null;
  #delays: ReturnType<typeof retryDelays>;

  constructor(options: SeatDialsOptions) {
    this.#options = options;
    this.#delays = retryDelays(RETRY, options.random);
  }

  get isOpen(): boolean {
    return this.#open;
  }

  member(member: SeatMember): void {
    const before = this.#member;
    this.#member = member;
    if (before !== null && samePeer(before, member)) {
      // A link that runs goes on with the ticket it has; one that waits gets its chance with the new one.
      if (this.#retry === null || sameTicket(before, member)) return;
    } else if (before !== null) {
      this.close();
    }
    this.#dial();
  }

  send(message: PeerMessage): void {
    if (this.#open) this.#channel?.send(message);
  }

  input({ keys, pointer }: Omit<Extract<PeerMessage, { readonly type: 'input' }>, 'type' | 'sequence'>): void {
    this.#sequence += 1;
    this.send({ type: 'input', sequence: this.#sequence, keys, pointer });
  }

  close(): void {
    this.#retry?.cancel();
    this.#retry = null;
    this.#abort?.abort(new Fault({ code: 'link-closed', message: 'the seat has changed' }));
    this.#abort = null;
    const channel = this.#channel;
    this.#channel = null;
    this.#shut();
    channel?.close({ code: CloseCode.normal, reason: 'the seat has changed' });
  }

  #dial(): void {
    const { network } = this.#options;
    const member = this.#member;
    if (member === null || member.peer === null) return;
    this.#retry?.cancel();
    this.#retry = null;
    const abort = new AbortController();
    this.#abort = abort;
    const { host, port, fingerprint: expect } = member.peer;
    network.dial({ host, port, path: '/peer', expect, frameMax: DIALLER_FRAME_MAX['/peer'] }, abort.signal).then(
      (transport) => {
        if (abort.signal.aborted) transport.close({ code: CloseCode.goingAway, reason: 'given up' });
        else this.#greet(transport, member);
      },
      (thrown: unknown) => {
        if (abort.signal.aborted) return;
        const fault = faultFrom(thrown, { code: 'link-lost', message: 'dialling failed' });
        this.#again(fault.message);
      },
    );
  }

  #greet(transport: Transport, member: SeatMember): void {
    const { clock, log } = this.#options;
    const channel = createPeerChannel({
      transport,
      clock,
      log,
      listener: {
        message: (message) => {
          if (this.#channel === channel) this.#message(member, message);
        },
        closed: ({ reason }) => {
          if (this.#channel !== channel) return;
          this.#channel = null;
          this.#shut();
          this.#again(reason);
        },
      },
    });
    this.#channel = channel;
    channel.send({ type: 'open', ticket: member.ticket, codecs: [], offer: null });
  }

  #message(member: SeatMember, message: PeerMessage): void {
    const { random, changed, leds, wanted } = this.#options;
    switch (message.type) {
      case 'opened':
        if (this.#open) return;
        this.#open = true;
        this.#sequence = 0;
        this.#delays = retryDelays(RETRY, random);
        changed();
        return;
      case 'leds':
        leds(member.key, message.leds);
        return;
      case 'focus-wanted':
        wanted(message.number);
        return;
      default:
        throw new Fault({ code: 'frame-unknown', message: `a display of the seat sent ${message.type}` });
    }
  }

  #shut(): void {
    if (!this.#open) return;
    this.#open = false;
    if (this.#member !== null) this.#options.leds(this.#member.key, null);
    this.#options.changed();
  }

  #again(reason: string): void {
    const { clock, log } = this.#options;
    log.debug('a display of the seat is not reached', { display: this.#member?.id, reason });
    this.#retry = clock.timer({ name: 'seat link: retry', after: this.#delays.next().value, fire: () => this.#dial() });
  }
}

const samePeer = (one: SeatMember, other: SeatMember): boolean =>
  one.peer?.host === other.peer?.host &&
  one.peer?.port === other.peer?.port &&
  one.peer?.fingerprint === other.peer?.fingerprint;

const sameTicket = (one: SeatMember, other: SeatMember): boolean =>
  Buffer.from(one.ticket.signature).equals(other.ticket.signature);
