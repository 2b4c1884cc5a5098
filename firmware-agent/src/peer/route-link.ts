import {
  type AccessUnit,
  type CaptureState,
  type Chroma,
  type Codec,
  type KeyboardLeds,
  type MediaPath,
  type PeerMessage,
  type PlannedRoute,
  type SerialSettings,
  streamId,
} from '@seatmatrix/protocol/domain';
import { type Clock, Fault, faultFrom, type Instant, type Log, seconds, type Timer } from '@seatmatrix/protocol/kernel';
import {
  CloseCode,
  type Closed,
  createPeerChannel,
  DIALLER_FRAME_MAX,
  type LinkPath,
  type Network,
  type PeerChannel,
  type Transport,
} from '@seatmatrix/protocol/link';
import { decodeMedia, encodeMedia } from '@seatmatrix/protocol/wire';
import type { SoundUnit } from '../drivers/index.ts';
import type { RtpReception, RtpReceptions } from '../media/rtp-receptions.ts';
import type { ReceptionFigures } from '../rtp/stream-receiver.ts';
import { hostOf } from './link-host.ts';

export interface RouteLinkListener {
  /** The transmitter took the ticket. */
  up(capture: CaptureState): void;
  capture(capture: CaptureState): void;
  unit(unit: AccessUnit): void;
  leds(leds: KeyboardLeds): void;
  /** What the computer's RS-232 said, and how it is set. */
  serial(bytes: Uint8Array): void;
  serialSettings(settings: SerialSettings): void;
  sound(unit: SoundUnit): void;
  /** The link is up and no picture comes over it, or it comes again. */
  frozen(frozen: boolean): void;
  /**
   * Once: nobody answered, or one of the two sockets ended. Nothing after it, and nothing after `close`.
   * `keysDropped`: something was typed after the transmitter was last heard, and did not arrive.
   */
  down(lost: { readonly keysDropped: boolean }): void;
}

/** How this receiver takes SRTP. */
export interface RouteMedia {
  readonly receptions: RtpReceptions;
  readonly chromas: readonly Chroma[];
  readonly sound: boolean;
}

export interface RouteLinkOptions {
  readonly network: Network;
  readonly clock: Clock;
  readonly log: Log;
  readonly route: PlannedRoute;
  readonly codecs: readonly Codec[];
  readonly media: RouteMedia | null;
  readonly listener: RouteLinkListener;
}

/** A route has one picture. */
const RTP_STREAM = streamId(1);

/** From dialling to the transmitter's word: it has nothing to look up. */
const ANSWER_LIMIT = seconds(2);

/** A receiver's two sockets to one transmitter for one route: keys and LEDs on the one, pictures on the other. */
export class RouteLink {
  readonly #options: RouteLinkOptions;
  readonly #abort = new AbortController();
  readonly #limit: Timer;
  #channel: PeerChannel | null = null;
  #media: Transport | null = null;
  #reception: RtpReception | null = null;
  /** When a key moved last. */
  #typedAt: Instant | null = null;
  #sequence = 0;
  #up = false;
  #over = false;

  constructor(options: RouteLinkOptions) {
    this.#options = options;
    this.#limit = options.clock.timer({
      name: `route ${options.route.source.id}: answer`,
      after: ANSWER_LIMIT,
      fire: () => this.#fail('no answer in time'),
    });
    this.#dial('/peer', (transport) => this.#greet(transport));
  }

  get route(): PlannedRoute {
    return this.#options.route;
  }

  get up(): boolean {
    return this.#up;
  }

  /** Bytes that were said and are not sent yet. */
  get buffered(): number {
    return this.#channel?.buffered ?? 0;
  }

  /** The whole pressed set and the pointer, numbered here. Dropped while the link is not up. */
  input(input: Omit<Extract<PeerMessage, { readonly type: 'input' }>, 'type' | 'sequence'>): void {
    if (!this.#up) return;
    this.#sequence += 1;
    if (input.pointer === null) this.#typedAt = this.#options.clock.now();
    this.#channel?.send({ type: 'input', sequence: this.#sequence, keys: input.keys, pointer: input.pointer });
  }

  send(message: Extract<PeerMessage, { readonly type: 'held' | 'want-key-frame' | 'serial' }>): void {
    if (this.#up) this.#channel?.send(message);
  }

  /** The screen could not decode what it was given. */
  wantKeyFrame(): void {
    if (this.#reception === null) this.send({ type: 'want-key-frame' });
    else this.#reception.wantKeyFrame();
  }

  /** Null where the picture comes on a socket, or has not begun. */
  figures(): ReceptionFigures | null {
    return this.#reception?.figures() ?? null;
  }

  close(): void {
    this.#end({ code: CloseCode.normal, reason: 'the receiver ended the route' });
  }

  #dial(path: LinkPath, opened: (transport: Transport) => void): void {
    const { network, route } = this.#options;
    if (route.peer === null) {
      queueMicrotask(() => this.#fail('the transmitter is offline'));
      return;
    }
    const { host, port, fingerprint: expect } = route.peer;
    network.dial({ host, port, path, expect, frameMax: DIALLER_FRAME_MAX[path] }, this.#abort.signal).then(
      (transport) => {
        if (this.#over) transport.close({ code: CloseCode.goingAway, reason: 'given up' });
        else opened(transport);
      },
      (thrown: unknown) => {
        const fault = faultFrom(thrown, { code: 'link-lost', message: 'dialling failed' });
        this.#fail(fault.message);
      },
    );
  }

  #greet(transport: Transport): void {
    const { clock, log, route, codecs, media } = this.#options;
    this.#channel = createPeerChannel({
      transport,
      clock,
      log,
      listener: { message: (message) => this.#message(message), closed: ({ reason }) => this.#fail(reason) },
    });
    const { mediaPort: port } = media?.receptions ?? { mediaPort: 0 };
    const offer = media === null ? null : { port, chromas: media.chromas, sound: media.sound };
    this.#channel.send({ type: 'open', ticket: route.ticket, codecs, offer });
  }

  #message(message: PeerMessage): void {
    if (this.#over) return;
    const { listener } = this.#options;
    switch (message.type) {
      case 'opened':
        if (message.capture === null) throw new Fault({ code: 'frame-malformed', message: 'opened without a capture' });
        this.#opened(message.capture, message.media);
        return;
      case 'media-key':
        this.#reception?.key(message.key);
        this.#channel?.send({ type: 'media-key-taken', epoch: message.key.epoch });
        return;
      case 'capture':
        listener.capture(message.capture);
        return;
      case 'leds':
        listener.leds(message.leds);
        return;
      case 'serial':
        listener.serial(message.bytes);
        return;
      case 'serial-settings':
        listener.serialSettings(message.settings);
        return;
      case 'ended':
        this.#fail('the transmitter ended the route');
        return;
      default:
        throw new Fault({ code: 'frame-unknown', message: `a transmitter sent ${message.type}` });
    }
  }

  #opened(capture: CaptureState, media: MediaPath): void {
    if (this.#up) return;
    this.#limit.cancel();
    this.#up = true;
    if (media.type === 'rtp') this.#receive(media.port);
    else this.#dial('/media', (transport) => this.#watch(transport));
    this.#options.listener.up(capture);
  }

  #receive(port: number): void {
    const { route, media, listener } = this.#options;
    if (media === null || this.#channel === null) {
      throw new Fault({ code: 'frame-malformed', message: 'SRTP was offered to nobody' });
    }
    const { generation } = route;
    this.#reception = media.receptions.open(
      { host: hostOf(this.#channel.peer.address), port },
      {
        unit: (unit) => listener.unit({ ...unit, stream: RTP_STREAM, generation, codec: 'h264' }),
        sound: (unit) => listener.sound(unit),
        frozen: (frozen) => listener.frozen(frozen),
      },
    );
  }

  #watch(transport: Transport): void {
    const { route, codecs } = this.#options;
    this.#media = transport;
    transport.listen({
      frame: (frame) => this.#picture(frame),
      closed: ({ reason }) => this.#fail(reason),
    });
    transport.send(encodeMedia({ type: 'open', ticket: route.ticket, codecs, offer: null }));
  }

  #picture(frame: Uint8Array): void {
    if (this.#over) return;
    try {
      const message = decodeMedia(frame);
      if (message.type === 'unit') this.#options.listener.unit(message.unit);
    } catch (thrown) {
      const fault = faultFrom(thrown, { code: 'frame-malformed', message: 'what shows a picture failed' });
      this.#options.log.warn('a transmitter sent a bad picture', { reason: fault.message, cause: fault.cause });
      this.#fail(fault.message);
    }
  }

  #fail(reason: string): void {
    if (this.#over) return;
    const { route, log, listener } = this.#options;
    const heard = this.#channel?.heard ?? null;
    const keysDropped = this.#up && heard !== null && this.#typedAt !== null && this.#typedAt > heard;
    log.debug('a route has no link', { source: route.source.id, generation: route.generation, reason });
    this.#end({ code: CloseCode.normal, reason: 'the route has no link' });
    listener.down({ keysDropped });
  }

  #end(closed: Closed): void {
    if (this.#over) return;
    this.#over = true;
    this.#up = false;
    this.#limit.cancel();
    this.#abort.abort(new Fault({ code: 'link-closed', message: closed.reason }));
    this.#media?.close(closed);
    this.#reception?.close();
    this.#channel?.close(closed);
  }
}
