import type {
  CaptureState,
  Fingerprint,
  Generation,
  PeerMessage,
  RouteReport,
  Ticket,
  TransmitterPlan,
} from '@seatmatrix/protocol/domain';
import { type Clock, Fault, type Log } from '@seatmatrix/protocol/kernel';
import {
  CloseCode,
  type Closed,
  type PeerChannel,
  type PeerChannelListener,
  type Transport,
} from '@seatmatrix/protocol/link';
import type { HidGadget } from '../drivers/index.ts';
import type { LinkName } from '../key-safety/session-input.ts';
import type { CaptureFanout } from '../media/capture-fanout.ts';
import type { RtpSource } from '../media/rtp-source.ts';
import type { SerialToComputer } from '../serial/serial-to-computer.ts';
import { acceptMedia, type MediaOpen } from './accept-media.ts';
import { acceptPeer, type Open } from './accept-peer.ts';
import { takesDatagrams } from './link-host.ts';
import { SessionKeys } from './session-keys.ts';
import { SessionMedia } from './session-media.ts';

export interface RouteSessionsOptions {
  readonly gadget: HidGadget;
  readonly fanout: CaptureFanout;
  /** Null while, or where, pictures go out on media sockets alone. */
  readonly rtp: () => RtpSource | null;
  readonly serial: SerialToComputer;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether the ticket opens a route here. Throws a Fault when not. */
  readonly judge: (shown: { readonly signed: Open['ticket']; readonly by: PeerChannel['peer'] }) => Ticket;
}

interface RouteSession {
  readonly link: LinkName;
  readonly channel: PeerChannel;
  readonly ticket: Ticket;
  readonly media: SessionMedia;
}

/** The receivers that this transmitter serves: their keys to the computer, its picture and LEDs to them. */
export class RouteSessions {
  readonly #options: RouteSessionsOptions;
  readonly #keys: SessionKeys;
  readonly #sessions = new Map<LinkName, RouteSession>();
  /** Of the links that a receiver opened after the plan: a late dial of an older route must not push a newer one aside. */
  readonly #highest = new Map<Fingerprint, Generation>();
  #plan: TransmitterPlan | null = null;
  #links = 0;
  #refused = 0;

  constructor(options: RouteSessionsOptions) {
    this.#options = options;
    const { gadget, clock, log } = options;
    this.#keys = new SessionKeys({
      gadget,
      clock,
      log,
      leds: (link, leds) => this.#sessions.get(link)?.channel.send({ type: 'leds', leds }),
      replaced: (link) => this.#end(link, { code: CloseCode.replaced, reason: 'a newer route of this receiver' }),
      silent: (link) => this.#end(link, { code: CloseCode.silent, reason: 'fell silent with keys down' }),
    });
  }

  /** Openings that were refused. */
  get refused(): number {
    return this.#refused;
  }

  start(): void {
    this.#keys.start();
    this.#options.serial.start();
  }

  /** All keys up, all links closed. */
  stop(): void {
    this.#keys.stop();
    this.endAll('the transmitter stops');
  }

  /** Every link ends, with what it held; new ones may open. */
  endAll(reason: string): void {
    for (const link of [...this.#sessions.keys()]) this.#end(link, { code: CloseCode.goingAway, reason });
  }

  accept(transport: Transport): void {
    const { clock, log } = this.#options;
    acceptPeer({ transport, clock, log, open: (channel, open) => this.#open(channel, open) });
  }

  acceptMedia(transport: Transport): void {
    const { clock, log } = this.#options;
    acceptMedia({ transport, clock, log, open: (opened, open) => this.#openMedia(opened, open) });
  }

  /** Ends what the plan lists no more and is not newer than it. */
  plan(plan: TransmitterPlan): void {
    this.#plan = plan;
    this.#keys.pointer(plan.settings.pointer);
    this.#options.serial.settings(plan.settings.serial);
    // From here on the plan says which of the older ones may open: an attempt that failed gives way to its predecessor.
    for (const [receiver, highest] of this.#highest) {
      const permitted = plan.routes.some((route) => route.receiver === receiver && route.generation === highest);
      if (!permitted && highest <= plan.generation) this.#highest.delete(receiver);
    }
    for (const [link, { ticket }] of [...this.#sessions]) {
      const permitted = this.#permitted(ticket);
      if (permitted !== null) {
        this.#keys.mode(link, permitted.mode);
        this.#options.serial.mode(link, permitted.mode);
      } else if (ticket.generation <= plan.generation) {
        this.#end(link, { code: CloseCode.normal, reason: 'the route has ended' });
      }
    }
  }

  capture(capture: CaptureState): void {
    for (const { channel } of this.#sessions.values()) channel.send({ type: 'capture', capture });
  }

  reports(): readonly RouteReport[] {
    const picture = this.#options.fanout.state.type === 'signal';
    return [...this.#sessions.values()].map(({ ticket }) => ({
      route: ticket.route,
      generation: ticket.generation,
      status: { type: 'live', picture },
    }));
  }

  #permitted(ticket: Ticket): TransmitterPlan['routes'][number] | null {
    const same = (route: TransmitterPlan['routes'][number]): boolean =>
      route.id === ticket.route && route.generation === ticket.generation && route.receiver === ticket.from;
    return this.#plan?.routes.find(same) ?? null;
  }

  #judge(shown: { readonly signed: Open['ticket']; readonly by: PeerChannel['peer'] }): Ticket {
    try {
      const ticket = this.#options.judge(shown);
      // Right after a start no plan has come yet, and an unexpired ticket may be that of a route that has ended.
      if (this.#plan === null) throw refused('no plan is known');
      const ended = ticket.generation <= this.#plan.generation;
      if (ended && this.#permitted(ticket) === null) throw refused('its route has ended');
      if (ticket.generation < (this.#highest.get(ticket.from) ?? 0)) throw refused('a newer one was shown before');
      return ticket;
    } catch (thrown) {
      this.#refused += 1;
      throw thrown;
    }
  }

  #open(channel: PeerChannel, { ticket: signed, codecs, offer }: Open): PeerChannelListener {
    const ticket = this.#judge({ signed, by: channel.peer });
    this.#highest.set(ticket.from, ticket.generation);
    this.#links += 1;
    const link = String(this.#links);
    const { fanout, clock, log } = this.#options;
    const session: RouteSession = { link, channel, ticket, media: new SessionMedia({ ticket, fanout, clock, log }) };
    this.#sessions.set(link, session);
    const { address } = channel.peer;
    const source = codecs.includes('h264') && takesDatagrams(address) ? this.#options.rtp() : null;
    const port = source?.mediaPort ?? null;
    const media = offer === null || port === null ? ({ type: 'socket' } as const) : ({ type: 'rtp', port } as const);
    channel.send({ type: 'opened', capture: fanout.state, media });
    if (source !== null && offer !== null && port !== null) {
      session.media.openRtp(source, { address, offer, key: (key) => channel.send({ type: 'media-key', key }) });
    }
    const { from: receiver, generation } = ticket;
    const mode = this.#permitted(ticket)?.mode ?? ticket.mode;
    this.#keys.open(link, { receiver, generation, mode });
    this.#options.serial.join(link, { door: channel, mode });
    return {
      message: (message) => this.#message(session, message),
      closed: () => this.#forget(session),
    };
  }

  #message(session: RouteSession, message: PeerMessage): void {
    const { link, media } = session;
    switch (message.type) {
      case 'input':
        this.#keys.input(link, message);
        return;
      case 'held':
        break;
      case 'serial':
        this.#options.serial.written(link, message.bytes);
        break;
      case 'want-key-frame':
        media.wantKeyFrame();
        break;
      case 'want-media':
        media.want(message.wanted);
        break;
      case 'media-key-taken':
        media.taken(message.epoch);
        break;
      default:
        throw new Fault({ code: 'frame-unknown', message: `a receiver sent ${message.type}` });
    }
    this.#keys.heard(link);
  }

  #openMedia(transport: Transport, { ticket: signed, codecs }: MediaOpen): { readonly closed: () => void } {
    const ticket = this.#judge({ signed, by: transport.peer });
    const session = [...this.#sessions.values()].find(
      (each) => each.ticket.route === ticket.route && each.ticket.generation === ticket.generation,
    );
    if (session === undefined || session.ticket.from !== ticket.from) throw refused('its route has no peer link');
    return session.media.openSocket(transport, codecs);
  }

  #end(link: LinkName, closed: Closed): void {
    const session = this.#sessions.get(link);
    if (session === undefined) return;
    const { channel, ticket } = session;
    this.#forget(session);
    channel.send({ type: 'ended', route: ticket.route, generation: ticket.generation });
    channel.close(closed);
  }

  #forget(session: RouteSession): void {
    if (!this.#sessions.delete(session.link)) return;
    this.#keys.close(session.link);
    this.#options.serial.leave(session.link);
    session.media.close('its peer link is closed');
  }
}

const refused = (reason: string): Fault =>
  new Fault({ code: 'ticket-refused', message: `a ticket is refused: ${reason}` });
