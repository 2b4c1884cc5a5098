import type { MediaKey } from '@seatmatrix/protocol/domain';
import { between, type Clock, type Instant, type Log, milliseconds, type Timer } from '@seatmatrix/protocol/kernel';
import type { SoundUnit } from '../drivers/index.ts';
import type { ReceivedUnit } from '../rtp/receiving-epoch.ts';
import { isRtcp } from '../rtp/rtp-packet.ts';
import { type ReceptionFigures, StreamReceiver, type StreamStep } from '../rtp/stream-receiver.ts';
import type { DatagramPlace, DatagramPort } from './datagram-port.ts';
import { GroupMemberships } from './group-memberships.ts';

export interface RtpReceptionListener {
  unit(unit: ReceivedUnit): void;
  sound(unit: SoundUnit): void;
  /** The picture stands still because nothing comes, or comes again. */
  frozen(frozen: boolean): void;
}

/** One transmitter's stream at this receiver. */
export interface RtpReception {
  /** Reads this epoch from now on, beside the one before. */
  key(key: MediaKey): void;
  /** The decoder cannot go on without a key unit. */
  wantKeyFrame(): void;
  /** Null until there are keys. */
  figures(): ReceptionFigures | null;
  close(): void;
}

/**
 * A transmitter reports every second, however still the picture is. After two reports there is no way for its packets,
 * although the peer link may be up.
 */
const FROZEN_AFTER = milliseconds(2500);

export interface RtpReceptionsOptions {
  readonly port: DatagramPort;
  readonly clock: Clock;
  readonly log: Log;
}

/** A receiver's one UDP port: tells the streams of its routes apart by their SSRCs. */
export class RtpReceptions {
  readonly #options: RtpReceptionsOptions;
  readonly #streams = new Map<number, Set<Stream>>();
  readonly #groups: GroupMemberships;
  readonly #open = new Set<Stream>();
  #strange = 0;
  /** Of streams that are closed. */
  #refusedBefore = 0;

  constructor(options: RtpReceptionsOptions) {
    this.#options = options;
    this.#groups = new GroupMemberships(options);
    options.port.listen((bytes) => this.#packet(bytes));
  }

  /** Where transmitters send to, at this box's address. */
  get mediaPort(): number {
    return this.#options.port.place.port;
  }

  /** Packets of no stream that is known here. */
  get strange(): number {
    return this.#strange;
  }

  /** Packets that were nobody's or not protected with a session's keys. */
  get refused(): number {
    let sum = this.#strange + this.#refusedBefore;
    for (const stream of this.#open) sum += stream.refused;
    return sum;
  }

  /** `to`: where the transmitter takes SRTCP. */
  open(to: DatagramPlace, listener: RtpReceptionListener): RtpReception {
    const stream: Stream = new Stream({
      ...this.#options,
      to,
      listener,
      streams: this.#streams,
      groups: this.#groups,
      closed: () => {
        if (this.#open.delete(stream)) this.#refusedBefore += stream.refused;
      },
    });
    this.#open.add(stream);
    return stream;
  }

  #packet(bytes: Uint8Array): void {
    const at = isRtcp(bytes) ? 4 : 8;
    if (bytes.length < at + 4) {
      this.#strange += 1;
      return;
    }
    const ssrc = new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);
    const streams = this.#streams.get(ssrc);
    if (streams === undefined) this.#strange += 1;
    else for (const stream of streams) stream.packet(bytes);
  }
}

interface StreamOptions extends RtpReceptionsOptions {
  readonly to: DatagramPlace;
  readonly listener: RtpReceptionListener;
  /** By SSRC: where this one puts itself. Two routes to one transmitter are in one viewer group, with the same SSRCs. */
  readonly streams: Map<number, Set<Stream>>;
  readonly groups: GroupMemberships;
  readonly closed: () => void;
}

class Stream implements RtpReception {
  readonly #options: StreamOptions;
  #group: DatagramPlace | null = null;
  #receiver: StreamReceiver | null = null;
  #due: { readonly timer: Timer; readonly at: number } | null = null;
  #silence: Timer | null = null;
  #heard: Instant;
  /** By which this stream is found. */
  #ssrcs: readonly number[] = [];
  #frozen = false;
  #closed = false;

  constructor(options: StreamOptions) {
    this.#options = options;
    this.#heard = options.clock.now();
  }

  key(key: MediaKey): void {
    if (this.#closed) return;
    const { clock } = this.#options;
    this.#join(key.group);
    if (this.#receiver === null) {
      const subscription = { streams: [key], feedback: key.feedback };
      this.#receiver = new StreamReceiver({ subscription, at: clock.now() });
      this.#heard = clock.now();
      this.#waitForSilence();
    } else {
      this.#receiver.rekey(key);
    }
    this.#expect(this.#receiver.ssrcs);
    this.#wakeWhenDue();
  }

  get refused(): number {
    const counts = this.#receiver?.figures().refused;
    if (counts === undefined) return 0;
    // A still screen's last packet comes again and again, by intention.
    const { replay: _, ...strange } = counts;
    return Object.values(strange).reduce((sum, count) => sum + count, 0);
  }

  wantKeyFrame(): void {
    this.#receiver?.wantKeyFrame();
    this.#wakeWhenDue();
  }

  figures(): ReceptionFigures | null {
    return this.#receiver?.figures() ?? null;
  }

  packet(bytes: Uint8Array): void {
    if (this.#receiver === null) return;
    const step = this.#receiver.packet(bytes, this.#options.clock.now());
    if (step.taken) this.#heardNow();
    this.#take(step);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#expect([]);
    this.#join(null);
    this.#options.closed();
    this.#due?.timer.cancel();
    this.#silence?.cancel();
  }

  #take({ units, sound, out }: StreamStep): void {
    const { port, to, listener } = this.#options;
    for (const packet of out) port.send(packet, to);
    for (const unit of units) if (!this.#closed) listener.unit(unit);
    for (const unit of sound) if (!this.#closed) listener.sound(unit);
    this.#wakeWhenDue();
  }

  #expect(ssrcs: readonly number[]): void {
    const { streams } = this.#options;
    for (const ssrc of this.#ssrcs) {
      const sharing = streams.get(ssrc);
      sharing?.delete(this);
      if (sharing?.size === 0) streams.delete(ssrc);
    }
    this.#ssrcs = ssrcs;
    for (const ssrc of ssrcs) streams.set(ssrc, (streams.get(ssrc) ?? new Set()).add(this));
  }

  /** A stream is in one group at most: the last that its transmitter named. */
  #join(group: DatagramPlace | null): void {
    const { groups } = this.#options;
    const before = this.#group;
    if (before?.host === group?.host && before?.port === group?.port) return;
    this.#group = group;
    if (group !== null) groups.join(group);
    if (before !== null) groups.leave(before);
  }

  #heardNow(): void {
    this.#heard = this.#options.clock.now();
    if (!this.#frozen) return;
    this.#frozen = false;
    this.#options.listener.frozen(false);
    this.#waitForSilence();
  }

  /** Packets come by the hundred: they move `#heard`, and the timer looks whether that was long ago. */
  #waitForSilence(): void {
    if (this.#closed) return;
    const { clock, listener } = this.#options;
    const left = FROZEN_AFTER - between(this.#heard, clock.now());
    if (left <= 0) {
      this.#frozen = true;
      listener.frozen(true);
      return;
    }
    this.#silence = clock.timer({
      name: 'picture: silence',
      after: milliseconds(left),
      fire: () => this.#waitForSilence(),
    });
  }

  #wakeWhenDue(): void {
    if (this.#closed) return;
    const { clock } = this.#options;
    const due = this.#receiver?.due ?? null;
    if (due === null || (this.#due !== null && this.#due.at <= due)) return;
    this.#due?.timer.cancel();
    const wait = milliseconds(Math.max(0, between(clock.now(), due)));
    this.#due = { at: due, timer: clock.timer({ name: 'picture: feedback', after: wait, fire: () => this.#tick() }) };
  }

  #tick(): void {
    this.#due = null;
    if (this.#receiver !== null) this.#take(this.#receiver.tick(this.#options.clock.now()));
  }
}
