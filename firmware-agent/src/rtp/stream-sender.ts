import { after, between, Fault, type Instant, milliseconds, seconds, unreachable } from '@seatmatrix/protocol/kernel';
import { viewOf } from './byte-view.ts';
import { packetiseH264 } from './h264-packetiser.ts';
import { KeyFrameWish } from './key-frame-wish.ts';
import { shortNtpOf } from './ntp-time.ts';
import { RefusalCounter, type RefusalCounts } from './refusal-counts.ts';
import type { ReferenceAnswer, RtcpPacket } from './rtcp-packet.ts';
import { newMasterKey, type RandomBytes, SendingEpoch } from './sending-epoch.ts';
import type { StreamKeys, StreamSubscription } from './stream-keys.ts';
import { StreamViewer, type ViewerReport } from './stream-viewer.ts';

/** What of an AccessUnit goes out. `time`: microseconds of the same monotonic clock as `at`. */
export interface OutgoingUnit {
  readonly key: boolean;
  readonly time: number;
  readonly bytes: Uint8Array;
}

export interface Feedback {
  /** The SSRC of the viewer who said it; null when it was refused. */
  readonly viewer: number | null;
  /** To be sent to this viewer alone, in this order. */
  readonly answers: readonly Uint8Array[];
  /** The capture must make a key frame now. */
  readonly keyFrameWanted: boolean;
}

export interface SenderTick {
  /** To be sent to every viewer, or to the group. */
  readonly out: readonly Uint8Array[];
  readonly keyFrameWanted: boolean;
}

/** An encoder that makes key pictures more often than this shows nothing else any more. */
const KEY_FRAME_INTERVAL = milliseconds(100);

const REPORT_INTERVAL = seconds(1);

/** How long packets of the last epoch are still sent again; viewers take them for as long. */
const EPOCH_OVERLAP = seconds(2);

/**
 * A loss shows by the packet behind it, and a still screen has none: so the last packet is said again, first soon, then
 * often enough that a desk is whole within 300 ms when its cable is back. A cut that is longer than STILL_AFTER ends the
 * peer link, and the desk begins anew: from then on a repeat a second is enough, and a still screen costs next to nothing.
 */
const REPEAT_FIRST = milliseconds(20);
const REPEAT_LAST = milliseconds(200);
const STILL_AFTER = seconds(2);
const REPEAT_STILL = seconds(1);

/**
 * Units to protected packets, once for all viewers: what it gives out may be sent to any number of them. No clock and
 * no I/O: call `tick` at `due`.
 */
export class StreamSender {
  readonly #random: RandomBytes;
  readonly #viewers = new Map<number, StreamViewer>();
  readonly #refusals = new RefusalCounter();
  readonly #wish = new KeyFrameWish();
  #current: SendingEpoch;
  #next: SendingEpoch | null = null;
  /** Made so far, used or not. */
  #epochs = 1;
  /** `rekey` was called: sound is in the next epoch, the picture follows with its next key frame. */
  #moving = false;
  #previous: { readonly epoch: SendingEpoch; readonly until: Instant } | null = null;
  #reportAt: Instant;
  #repeat: { readonly at: Instant; readonly wait: number; readonly since: Instant } | null = null;

  constructor(options: { readonly random: RandomBytes; readonly at: Instant }) {
    this.#random = options.random;
    this.#current = this.#epoch(1, options.at);
    this.#reportAt = options.at;
  }

  get refused(): RefusalCounts {
    return this.#refusals.counts;
  }

  /** Feedback SSRCs of all viewers. */
  get viewers(): readonly number[] {
    return [...this.#viewers.keys()];
  }

  /** A new viewer, and everything it needs. It will want a key frame: see `due`. */
  subscribe(at: Instant): StreamSubscription {
    const keys = newMasterKey(this.#random);
    let ssrc = viewOf(this.#random(4)).getUint32(0);
    while (this.#viewers.has(ssrc)) ssrc = viewOf(this.#random(4)).getUint32(0);
    const feedback = { ...keys, ssrc };
    this.#viewers.set(ssrc, new StreamViewer(feedback, at));
    this.#wish.want();
    return { streams: this.#next === null ? [this.#current.keys] : [this.#current.keys, this.#next.keys], feedback };
  }

  /** The viewer of this feedback SSRC is gone. Who must not see any more goes out by `prepare` and `rekey`. */
  unsubscribe(ssrc: number): void {
    this.#viewers.delete(ssrc);
  }

  /** Null when there is no such viewer, or it has not reported yet. */
  reportOf(ssrc: number): ViewerReport | null {
    return this.#viewers.get(ssrc)?.report ?? null;
  }

  /**
   * The keys of a next epoch, to be given to all who stay before `rekey`. Every call makes new ones: who was given those of
   * the call before may have left since.
   */
  prepare(at: Instant): StreamKeys {
    // Sound goes out in it already: it was begun, whatever the picture does.
    if (this.#moving) this.#move(at);
    this.#epochs += 1;
    this.#next = this.#epoch(this.#epochs, at);
    return this.#next.keys;
  }

  /**
   * The next epoch begins: for sound at once, for the picture with its next key frame, which is wished. So every epoch
   * begins with what can be decoded, and the last frames of the old one may get lost.
   */
  rekey(): void {
    if (this.#next === null) throw new Fault({ code: 'invariant-broken', message: 'rekey without prepare' });
    this.#moving = true;
    this.#wish.want();
  }

  /** Protected packets of a picture (H.264, Annex B), for all viewers. */
  send(unit: OutgoingUnit, at: Instant): readonly Uint8Array[] {
    if (unit.key) {
      this.#wish.fulfilled();
      if (this.#moving) this.#move(at);
    }
    this.#repeat = { at: after(at, REPEAT_FIRST), wait: REPEAT_FIRST, since: at };
    return this.#current.video.send(packetiseH264(unit.bytes), unit.time);
  }

  /** The protected packet of one Opus frame, for all viewers. */
  sendSound({ time, bytes }: { readonly time: number; readonly bytes: Uint8Array }): readonly Uint8Array[] {
    const epoch = (this.#moving ? this.#next : null) ?? this.#current;
    return epoch.sound.send([bytes], time);
  }

  /** When `tick` has something to do; null: never, as things are. */
  get due(): Instant | null {
    if (this.#viewers.size === 0) return null;
    const times = [this.#reportAt, this.#wish.due(KEY_FRAME_INTERVAL), this.#repeat?.at ?? null];
    return times.reduce((first, time) => (time !== null && (first === null || time < first) ? time : first), null);
  }

  tick(at: Instant): SenderTick {
    const out: Uint8Array[] = [];
    if (this.#previous !== null && at >= this.#previous.until) this.#previous = null;
    if (at >= this.#reportAt) {
      this.#reportAt = after(at, REPORT_INTERVAL);
      out.push(this.#current.report(at, []));
    }
    if (this.#repeat !== null && at >= this.#repeat.at) {
      const { since } = this.#repeat;
      const still = between(since, at) >= STILL_AFTER;
      const wait = still ? REPEAT_STILL : milliseconds(Math.min(2 * this.#repeat.wait, REPEAT_LAST));
      this.#repeat = { at: after(at, wait), wait, since };
      const { last } = this.#current.video;
      if (last !== null) out.push(last);
    }
    return { out, keyFrameWanted: this.#wish.say(at, KEY_FRAME_INTERVAL) };
  }

  /** SRTCP of a viewer. Whatever comes, it is answered or counted. */
  receive(bytes: Uint8Array, at: Instant): Feedback {
    const viewer = bytes.length < 8 ? undefined : this.#viewers.get(viewOf(bytes).getUint32(4));
    if (viewer === undefined) return this.#refuse(bytes.length < 8 ? 'malformed' : 'unknown-ssrc');
    const opened = viewer.open(bytes);
    if (opened.type === 'refused') return this.#refuse(opened.reason);
    const answers = this.#refusals.decode(opened.compound).flatMap((packet) => this.#hear(viewer, packet, at));
    return { viewer: viewer.keys.ssrc, answers, keyFrameWanted: this.#wish.say(at, KEY_FRAME_INTERVAL) };
  }

  #hear(viewer: StreamViewer, packet: RtcpPacket, at: Instant): readonly Uint8Array[] {
    switch (packet.type) {
      case 'receiver-report': {
        const block = packet.blocks.find(({ ssrc }) => ssrc === this.#current.video.ssrc);
        if (block !== undefined) viewer.reported(block, at);
        return [];
      }
      case 'picture-loss':
        this.#wish.want();
        return [];
      case 'missing-packets':
        return this.#repair(viewer, packet, at);
      case 'reference-time': {
        if (!viewer.mayAnswer(at)) return [];
        const answer: ReferenceAnswer = {
          ssrc: viewer.keys.ssrc,
          lastReference: shortNtpOf(packet.ntp),
          delay: 0,
        };
        return [this.#current.report(at, [answer])];
      }
      case 'sender-report':
      case 'source-description':
      case 'goodbye':
      case 'reference-answer':
        return [];
      default:
        return unreachable(packet);
    }
  }

  #repair(
    viewer: StreamViewer,
    { media, sequences }: { readonly media: number; readonly sequences: readonly number[] },
    at: Instant,
  ): readonly Uint8Array[] {
    const epochs = [this.#current, this.#next, this.#previous?.epoch ?? null];
    const stream = epochs.map((epoch) => epoch?.streamOf(media) ?? null).find((found) => found !== null);
    if (stream === undefined || stream === null) return [];
    const repairs: Uint8Array[] = [];
    for (const sequence of sequences) {
      const packet = stream.again(sequence);
      if (packet === null) {
        // Too old to be repaired: a key frame is the only cure, so it need not ask for that as well.
        this.#wish.want();
      } else if (viewer.mayRepair(at)) {
        repairs.push(packet);
      }
    }
    return repairs;
  }

  #move(at: Instant): void {
    if (this.#next === null) return;
    this.#previous = { epoch: this.#current, until: after(at, EPOCH_OVERLAP) };
    this.#current = this.#next;
    this.#next = null;
    this.#moving = false;
  }

  #epoch(number: number, at: Instant): SendingEpoch {
    return new SendingEpoch({ number, random: this.#random, time: Math.round(at * 1000) });
  }

  #refuse(reason: Parameters<RefusalCounter['count']>[0]): Feedback {
    this.#refusals.count(reason);
    return { viewer: null, answers: [], keyFrameWanted: false };
  }
}
