import { after, type Duration, type Instant, milliseconds, seconds } from '@seatmatrix/protocol/kernel';
import { viewOf } from './byte-view.ts';
import { KeyFrameWish } from './key-frame-wish.ts';
import { ntpTimeOf, roundTripOf } from './ntp-time.ts';
import { sequenceOf } from './packet-index.ts';
import { type ReceivedSound, type ReceivedUnit, ReceivingEpoch, type RepairOptions } from './receiving-epoch.ts';
import { RefusalCounter, type RefusalCounts } from './refusal-counts.ts';
import { encodeRtcp } from './rtcp-encoder.ts';
import type { ReportBlock, RtcpPacket } from './rtcp-packet.ts';
import { isRtcp } from './rtp-packet.ts';
import { deriveSessionKeys } from './srtp-key-derivation.ts';
import { SrtcpSender } from './srtp-sender.ts';
import type { FeedbackKeys, StreamKeys, StreamSubscription } from './stream-keys.ts';

export interface StreamStep {
  /** In order, each decodable after the one before; the first ever is a key unit. */
  readonly units: readonly ReceivedUnit[];
  readonly sound: readonly ReceivedSound[];
  /** SRTCP for the transmitter. */
  readonly out: readonly Uint8Array[];
  /** False for a datagram that was refused: somebody's, but no sign of the transmitter. */
  readonly taken: boolean;
}

export interface ReceptionFigures {
  /** 0–1: of the picture's packets, how many did not come or had to be asked for, in the last report's interval. */
  readonly loss: number;
  /** Of the picture's packets in this epoch, those that never came, and those that came after they were asked for. */
  readonly lost: number;
  readonly repaired: number;
  readonly jitter: Duration;
  /** Null until it was measured; the delay is half of it. */
  readonly roundTrip: Duration | null;
  readonly keyFramesAsked: number;
  readonly refused: RefusalCounts;
}

/** How long the last epoch's packets are taken beside the new one's. */
const EPOCH_OVERLAP = seconds(2);

/**
 * Epochs of which nothing has come yet. Everybody who joins makes one, and a hall of desks that joins at once as many;
 * only one of the newest is ever sent with.
 */
const WAITING_EPOCHS_MAX = 8;

const REPORT_INTERVAL = seconds(1);
/** Until the round trip is known, which the first repairs wait for. */
const FIRST_REPORTS_INTERVAL = milliseconds(100);

/** A key picture that was asked for is under way for so long at least: encoding it and sending its packets. */
const KEY_FRAME_INTERVAL = milliseconds(100);

/** Taken until the first measurement: too little would use up all questions before the first answer. */
const ROUND_TRIP_FIRST = milliseconds(30);
const ROUND_TRIP_GAIN = 1 / 8;

/** A second or so without a picture. */
const DOUBLINGS_MAX = 3;

/** Missing packets that one report asks for: more fill the datagram, and are asked for with the next. */
const ASK_MAX = 256;

/**
 * Protected packets to units in order, and the feedback that repairs losses. No clock and no I/O: call `tick` at `due`.
 *
 * A missing packet is asked for at once (as soon as it is later than packets of this network are), up to four times a
 * round trip apart; after 200 ms it is given up and a key frame asked for. Which of both serves was measured, in virtual
 * time: see stream-recovery.test.ts.
 */
export class StreamReceiver {
  readonly #repair: RepairOptions;
  readonly #feedback: FeedbackKeys;
  readonly #srtcp: SrtcpSender;
  readonly #refusals = new RefusalCounter();
  readonly #wish = new KeyFrameWish();
  /** Oldest first. */
  #epochs: readonly { readonly epoch: ReceivingEpoch; readonly until: Instant | null }[];
  #reportAt: Instant;
  #roundTrip: Duration | null = null;
  #keyFramesAsked = 0;
  #loss = 0;
  #repairedBefore = 0;
  /** The epoch of the last unit that was given out. */
  #shown = 0;
  /** Key frames asked for since anything came. */
  #unheard = 0;

  /** `repair`: other than the default in measurements only. */
  constructor(options: {
    readonly subscription: StreamSubscription;
    readonly at: Instant;
    readonly repair?: RepairOptions;
  }) {
    const { subscription, at, repair = {} } = options;
    this.#repair = repair;
    this.#feedback = subscription.feedback;
    this.#srtcp = new SrtcpSender(deriveSessionKeys(subscription.feedback).rtcp);
    this.#epochs = subscription.streams.map((keys) => ({ epoch: new ReceivingEpoch(keys, repair), until: null }));
    this.#reportAt = at;
    // The subscription itself asks for the first one.
    this.#wish.want();
    this.#wish.say(at, KEY_FRAME_INTERVAL);
  }

  /** A next epoch's keys. The one before ends two seconds after the first packet of the new one. */
  rekey(keys: StreamKeys): void {
    if (this.#epochs.some(({ epoch }) => epoch.keys.epoch >= keys.epoch)) return;
    this.#epochs = [...this.#epochs, { epoch: new ReceivingEpoch(keys, this.#repair), until: null }];
    const waiting = this.#epochs.filter(({ epoch }) => !epoch.begun);
    const dropped = waiting.length > WAITING_EPOCHS_MAX ? waiting[0] : undefined;
    this.#epochs = this.#epochs.filter((each) => each !== dropped);
  }

  /** Of all epochs that are taken, two each. */
  get ssrcs(): readonly number[] {
    return this.#epochs.flatMap(({ epoch: { keys } }) => [keys.video.ssrc, keys.sound.ssrc]);
  }

  /** The decoder cannot go on: nothing but a key unit comes next, and one is asked for. */
  wantKeyFrame(): void {
    for (const { epoch } of this.#epochs) epoch.video.demandKey();
    this.#wish.want();
  }

  /** When `tick` has something to do. */
  get due(): Instant {
    let first = this.#reportAt;
    const wish = this.#wish.due(this.#keyFrameInterval);
    if (wish !== null && wish < first) first = wish;
    for (const { epoch } of this.#epochs) {
      const { due } = epoch;
      if (due !== null && due < first) first = due;
    }
    return first;
  }

  /** One datagram, RTP or RTCP. Whatever comes, it is used or counted. */
  packet(bytes: Uint8Array, at: Instant): StreamStep {
    if (isRtcp(bytes)) return this.#control(bytes, at);
    const ssrc = bytes.length < 12 ? null : viewOf(bytes).getUint32(8);
    const epoch = ssrc === null ? undefined : this.#epochs.find((each) => each.epoch.has(ssrc))?.epoch;
    if (ssrc === null || epoch === undefined) return this.#refuse(ssrc === null ? 'malformed' : 'unknown-ssrc');
    this.#unheard = 0;
    const { units, sound, refused } = epoch.packet(bytes, { ssrc, at, roundTrip: this.#roundTrip });
    if (refused !== null) return this.#refuse(refused);
    this.#endOlder(epoch, at);
    return this.#step({ units: this.#admit(epoch, units), sound }, at);
  }

  tick(at: Instant): StreamStep {
    this.#epochs = this.#epochs.filter(({ until }) => until === null || until > at);
    return this.#step({ units: [], sound: [] }, at);
  }

  /** The report's interval begins anew with every report that is sent, not with this call. */
  figures(): ReceptionFigures {
    const video = this.#begun;
    return {
      loss: this.#loss,
      lost: video?.videoStatistics.lost ?? 0,
      repaired: video?.video.repaired ?? 0,
      jitter: video?.videoStatistics.jitter ?? milliseconds(0),
      roundTrip: this.#roundTrip,
      keyFramesAsked: this.#keyFramesAsked,
      refused: this.#refusals.counts,
    };
  }

  /** The newest epoch that anything has come of. */
  get #begun(): ReceivingEpoch | undefined {
    return (this.#epochs.findLast(({ epoch }) => epoch.videoStatistics.begun) ?? this.#epochs[0])?.epoch;
  }

  get #waits(): Duration {
    return this.#roundTrip ?? ROUND_TRIP_FIRST;
  }

  /** Longer each time while nothing at all comes: there is no picture, or no cable. */
  get #keyFrameInterval(): Duration {
    return milliseconds(Math.max(KEY_FRAME_INTERVAL, 1.5 * this.#waits) * 2 ** Math.min(this.#unheard, DOUBLINGS_MAX));
  }

  /** Units of an epoch, unless a newer one has already shown. */
  #admit(epoch: ReceivingEpoch, units: readonly ReceivedUnit[]): readonly ReceivedUnit[] {
    if (units.length === 0 || epoch.keys.epoch < this.#shown) return [];
    this.#shown = epoch.keys.epoch;
    return units;
  }

  #endOlder(begun: ReceivingEpoch, at: Instant): void {
    if (this.#epochs.length === 1) return;
    this.#epochs = this.#epochs.map(({ epoch, until }) =>
      until === null && epoch.keys.epoch < begun.keys.epoch
        ? { epoch, until: after(at, EPOCH_OVERLAP) }
        : { epoch, until },
    );
  }

  /** What a packet brought, and everything that is due. */
  #step(got: Pick<StreamStep, 'units' | 'sound'>, at: Instant): StreamStep {
    const units = [...got.units];
    const sound = [...got.sound];
    const feedback: RtcpPacket[] = [];
    for (const { epoch } of this.#epochs) {
      if ((epoch.due ?? Number.POSITIVE_INFINITY) > at) continue;
      const ticked = epoch.tick(at, this.#waits);
      units.push(...this.#admit(epoch, ticked.units));
      sound.push(...ticked.sound);
      if (epoch.keys.epoch >= this.#shown) feedback.push(...this.#askFor(ticked.ask, epoch));
    }
    const video = this.#begun?.video;
    if (video?.lostThread === true) this.#wish.want();
    else if (units.length > 0) this.#wish.fulfilled();
    return { units, sound, out: this.#say(feedback, at), taken: true };
  }

  #askFor(missing: readonly number[], epoch: ReceivingEpoch): readonly RtcpPacket[] {
    if (missing.length === 0) return [];
    const sequences = missing.slice(0, ASK_MAX).map(sequenceOf);
    return [{ type: 'missing-packets', sender: this.#feedback.ssrc, media: epoch.keys.video.ssrc, sequences }];
  }

  /** One protected compound of the feedback, with the report that it needs, if there is anything to say. */
  #say(feedback: readonly RtcpPacket[], at: Instant): readonly Uint8Array[] {
    const { ssrc } = this.#feedback;
    const epoch = this.#begun;
    const packets = [...feedback];
    if (epoch !== undefined && this.#wish.say(at, this.#keyFrameInterval)) {
      packets.push({ type: 'picture-loss', sender: ssrc, media: epoch.keys.video.ssrc });
      this.#keyFramesAsked++;
      this.#unheard++;
    }
    const report = at >= this.#reportAt;
    if (packets.length === 0 && !report) return [];
    const head: RtcpPacket[] = [
      { type: 'receiver-report', ssrc, blocks: report ? this.#blocks(epoch, at) : [] },
      { type: 'source-description', ssrc, canonicalName: ssrc.toString(16) },
    ];
    if (report) {
      this.#reportAt = after(at, this.#roundTrip === null ? FIRST_REPORTS_INTERVAL : REPORT_INTERVAL);
      head.push({ type: 'reference-time', ssrc, ntp: ntpTimeOf(at) });
    }
    return [this.#srtcp.protect(encodeRtcp([...head, ...packets]))];
  }

  #blocks(epoch: ReceivingEpoch | undefined, at: Instant): readonly ReportBlock[] {
    if (epoch === undefined) return [];
    const blocks = epoch.blocks(at);
    const { expected, lost } = epoch.videoStatistics.interval;
    const repaired = epoch.video.repaired - this.#repairedBefore;
    this.#repairedBefore = epoch.video.repaired;
    this.#loss = expected <= 0 ? 0 : Math.min(1, Math.max(0, (lost + Math.max(0, repaired)) / expected));
    return blocks;
  }

  #control(bytes: Uint8Array, at: Instant): StreamStep {
    const ssrc = bytes.length < 8 ? null : viewOf(bytes).getUint32(4);
    const epoch = ssrc === null ? undefined : this.#epochs.find((each) => each.epoch.has(ssrc))?.epoch;
    if (epoch === undefined) return this.#refuse(ssrc === null ? 'malformed' : 'unknown-ssrc');
    const opened = epoch.control(bytes);
    if (opened.type === 'refused') return this.#refuse(opened.reason);
    for (const packet of this.#refusals.decode(opened.compound)) {
      if (packet.type === 'sender-report' && epoch.has(packet.ssrc)) epoch.reported(packet, at);
      if (packet.type !== 'reference-answer') continue;
      for (const answer of packet.answers) {
        if (answer.ssrc !== this.#feedback.ssrc) continue;
        const sample = roundTripOf(at, { last: answer.lastReference, delay: answer.delay });
        if (sample !== null) this.#measured(sample);
      }
    }
    return this.#step({ units: [], sound: [] }, at);
  }

  #measured(sample: Duration): void {
    const known = this.#roundTrip ?? sample;
    this.#roundTrip = milliseconds(known + (sample - known) * ROUND_TRIP_GAIN);
  }

  #refuse(reason: Parameters<RefusalCounter['count']>[0]): StreamStep {
    this.#refusals.count(reason);
    return NOTHING;
  }
}

const NOTHING: StreamStep = { units: [], sound: [], out: [], taken: false };
