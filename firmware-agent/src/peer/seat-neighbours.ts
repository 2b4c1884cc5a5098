import {
  type DeviceKey,
  encodeLeds,
  type KeyboardLeds,
  LEDS_OFF,
  type PeerMessage,
  type PlannedSeat,
  type SeatMember,
  type Ticket,
} from '@seatmatrix/protocol/domain';
import {
  between,
  type Clock,
  Fault,
  type Log,
  milliseconds,
  type Timer,
  unreachable,
} from '@seatmatrix/protocol/kernel';
import { CloseCode, type PeerChannel, type PeerChannelListener, type Transport } from '@seatmatrix/protocol/link';
import type { InputRouterInput } from '../input/input-router.ts';
import { type NeighbourInput, neighbourStep, newNeighbour } from '../input/neighbour-input.ts';
import type { InputSource } from '../roles/input-sources.ts';
import { acceptPeer, type Open } from './accept-peer.ts';

export interface SeatNeighboursOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** Whether the ticket opens a seat link here. Throws a Fault when not. */
  readonly judge: (shown: { readonly signed: Open['ticket']; readonly by: PeerChannel['peer'] }) => Ticket;
  /** A neighbour's keys and pointer, for this display's router. */
  readonly input: (
    source: InputSource,
    message: Extract<InputRouterInput, { readonly type: 'focus' | 'input' }>,
  ) => void;
  /** A neighbour's focus came here, by F7 where `chosen`. */
  readonly entered: (chosen: boolean) => void;
  /** The operator moved the seat's focus to another display with a neighbour's devices. */
  readonly followed: (number: number) => void;
  /** A neighbour's link ended: nothing more is known of its devices. */
  readonly left: () => void;
}

interface Neighbour {
  readonly key: DeviceKey;
  readonly source: InputSource;
  readonly channel: PeerChannel;
}

/** The receivers of the seat whose keyboards reach this display. */
export class SeatNeighbours {
  readonly #options: SeatNeighboursOptions;
  readonly #neighbours = new Map<InputSource, Neighbour>();
  #seat: PlannedSeat | null = null;
  #leds: KeyboardLeds = LEDS_OFF;
  #links = 0;

  constructor(options: SeatNeighboursOptions) {
    this.#options = options;
  }

  seat(seat: PlannedSeat): void {
    this.#seat = seat;
    for (const { key, channel } of this.#neighbours.values()) {
      const member = seat.members.find((each) => each.key === key);
      // A display that the manager does not see now has no address in the plan, and is still the same box.
      const same = member?.peer === null || member?.peer.fingerprint === channel.peer.fingerprint;
      if (member !== undefined && same) continue;
      channel.close({ code: CloseCode.normal, reason: 'no longer of this seat' });
    }
  }

  accept(transport: Transport): void {
    const { clock, log } = this.#options;
    acceptPeer({ transport, clock, log, open: (channel, open) => this.#open(channel, open) });
  }

  /** What this display's computer says, for the keyboards that type to it. */
  leds(leds: KeyboardLeds): void {
    if (encodeLeds(leds) === encodeLeds(this.#leds)) return;
    this.#leds = leds;
    for (const { channel } of this.#neighbours.values()) channel.send({ type: 'leds', leds });
  }

  /** The OSD here chose another display: whoever has the keyboard has to move. False when that is no neighbour. */
  want(number: number, source: InputSource | null): boolean {
    const neighbour = source === null ? undefined : this.#neighbours.get(source);
    neighbour?.channel.send({ type: 'focus-wanted', number });
    return neighbour !== undefined;
  }

  stop(): void {
    for (const { channel } of [...this.#neighbours.values()]) {
      channel.close({ code: CloseCode.goingAway, reason: 'the receiver stops' });
    }
  }

  #open(channel: PeerChannel, { ticket: signed }: Open): PeerChannelListener {
    const ticket = this.#options.judge({ signed, by: channel.peer });
    const member = this.#memberOf(ticket);
    for (const other of this.#neighbours.values()) {
      if (other.key === member.key) other.channel.close({ code: CloseCode.replaced, reason: 'dialled again' });
    }
    this.#links += 1;
    const source = `seat ${member.key} ${this.#links}`;
    this.#neighbours.set(source, { key: member.key, source, channel });
    channel.send({ type: 'opened', capture: null, media: { type: 'socket' } });
    channel.send({ type: 'leds', leds: this.#leds });
    const heard = this.#listenTo(source);
    return {
      message: (message) => this.#message(message, heard),
      closed: () => {
        this.#neighbours.delete(source);
        heard({ type: 'closed', at: this.#options.clock.now() });
        this.#options.left();
      },
    };
  }

  #memberOf(ticket: Ticket): SeatMember {
    const member = this.#seat?.members.find((each) => each.peer?.fingerprint === ticket.from);
    if (member === undefined) throw new Fault({ code: 'ticket-refused', message: 'who dials is not of this seat' });
    return member;
  }

  #message(message: PeerMessage, heard: (input: NeighbourInput) => void): void {
    const { clock, entered, followed } = this.#options;
    switch (message.type) {
      case 'focus':
        heard({ type: 'message', message, at: clock.now() });
        if (message.focused) entered(message.pointer === null);
        return;
      case 'input':
      case 'held':
        heard({ type: 'message', message, at: clock.now() });
        return;
      case 'focus-wanted':
        followed(message.number);
        return;
      default:
        throw new Fault({ code: 'frame-unknown', message: `a receiver of the seat sent ${message.type}` });
    }
  }

  /** A neighbour's state and its timer. */
  #listenTo(source: InputSource): (input: NeighbourInput) => void {
    const { clock, log, input } = this.#options;
    let state = newNeighbour(clock.now());
    let wake: Timer | null = null;
    const take = (next: NeighbourInput): void => {
      const stepped = neighbourStep(state, next);
      state = stepped.state;
      if (next.type === 'closed') wake?.cancel();
      for (const out of stepped.out) {
        switch (out.type) {
          case 'router':
            if (out.input.type === 'focus' || out.input.type === 'input') input(source, out.input);
            break;
          case 'silent':
            log.warn('keys are released: their receiver fell silent', { source });
            break;
          case 'wake':
            wake?.cancel();
            wake = clock.timer({
              name: 'silence of the seat',
              after: milliseconds(Math.max(0, between(clock.now(), out.at))),
              fire: () => take({ type: 'tick', at: clock.now() }),
            });
            break;
          default:
            unreachable(out);
        }
      }
    };
    return take;
  }
}
