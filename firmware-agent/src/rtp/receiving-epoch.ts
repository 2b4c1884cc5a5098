import type { Duration, Instant } from '@seatmatrix/protocol/kernel';
import type { AssembledUnit } from './h264-assembler.ts';
import { SEQUENCE_SPAN } from './packet-index.ts';
import { ReceptionStatistics } from './reception-statistics.ts';
import type { ReportBlock } from './rtcp-packet.ts';
import type { RtpPacket } from './rtp-packet.ts';
import { RtpTimeline } from './rtp-timeline.ts';
import { SoundReceiver } from './sound-receiver.ts';
import { deriveSessionKeys } from './srtp-key-derivation.ts';
import { type OpenedRtcp, SrtcpReceiver, SrtpReceiver, type SrtpRefusal } from './srtp-receiver.ts';
import { PayloadType, SOUND_RATE, type StreamKeys, VIDEO_RATE } from './stream-keys.ts';
import { VideoReceiver } from './video-receiver.ts';

/** A picture (H.264, Annex B) that can be decoded after the one before it. `time`: the transmitter's microseconds. */
export interface ReceivedUnit {
  readonly key: boolean;
  readonly time: number;
  readonly bytes: Uint8Array;
}

/** One Opus frame. */
export interface ReceivedSound {
  readonly time: number;
  readonly bytes: Uint8Array;
}

export interface Received {
  readonly units: readonly ReceivedUnit[];
  readonly sound: readonly ReceivedSound[];
  readonly refused: SrtpRefusal | null;
}

/** How a hole in the picture is closed; see StreamReceiver. */
export interface RepairOptions {
  readonly asks?: number;
  readonly lateness?: Duration;
}

/** One key epoch on the receiving side. */
export class ReceivingEpoch {
  readonly keys: StreamKeys;
  readonly video: VideoReceiver;
  readonly videoStatistics: ReceptionStatistics;
  readonly #sound = new SoundReceiver();
  readonly #soundStatistics: ReceptionStatistics;
  readonly #videoSrtp: SrtpReceiver;
  readonly #soundSrtp: SrtpReceiver;
  readonly #srtcp: SrtcpReceiver;
  readonly #videoTimes: RtpTimeline;
  readonly #soundTimes: RtpTimeline;

  constructor(keys: StreamKeys, repair: RepairOptions) {
    const { rtp, rtcp } = deriveSessionKeys(keys);
    const { video, sound } = keys;
    this.keys = keys;
    this.video = new VideoReceiver({ ...repair, next: video.rolloverCounter * SEQUENCE_SPAN + video.sequence });
    this.videoStatistics = new ReceptionStatistics({ ssrc: video.ssrc, rate: VIDEO_RATE });
    this.#soundStatistics = new ReceptionStatistics({ ssrc: sound.ssrc, rate: SOUND_RATE });
    this.#videoSrtp = new SrtpReceiver({ key: rtp, place: video });
    this.#soundSrtp = new SrtpReceiver({ key: rtp, place: sound });
    this.#srtcp = new SrtcpReceiver({ key: rtcp, ssrc: video.ssrc });
    this.#videoTimes = new RtpTimeline(video, VIDEO_RATE);
    this.#soundTimes = new RtpTimeline(sound, SOUND_RATE);
  }

  has(ssrc: number): boolean {
    return ssrc === this.keys.video.ssrc || ssrc === this.keys.sound.ssrc;
  }

  /** Anything of it has come. */
  get begun(): boolean {
    return this.videoStatistics.begun || this.#soundStatistics.begun;
  }

  get due(): Instant | null {
    const [video, sound] = [this.video.due, this.#sound.due];
    return video === null || (sound !== null && sound < video) ? sound : video;
  }

  /** An RTP packet whose SSRC this epoch has. */
  packet(
    bytes: Uint8Array,
    { ssrc, at, roundTrip }: { readonly ssrc: number; readonly at: Instant; readonly roundTrip: Duration | null },
  ): Received {
    const isVideo = ssrc === this.keys.video.ssrc;
    const opened = (isVideo ? this.#videoSrtp : this.#soundSrtp).open(bytes);
    if (opened.type === 'refused') return { units: [], sound: [], refused: opened.reason };
    const { index, packet } = opened;
    const { timestamp, payloadType } = packet;
    if (payloadType !== (isVideo ? PayloadType.h264 : PayloadType.opus)) {
      return { units: [], sound: [], refused: 'malformed' };
    }
    if (isVideo) {
      const { units, repaired } = this.video.push(opened, { at, roundTrip });
      this.videoStatistics.arrived({ index, timestamp, repaired }, at);
      return { units: this.#timed(units), sound: [], refused: null };
    }
    this.#soundStatistics.arrived({ index, timestamp, repaired: false }, at);
    return { units: [], sound: this.#heard(this.#sound.push(opened, at)), refused: null };
  }

  control(bytes: Uint8Array): OpenedRtcp {
    return this.#srtcp.open(bytes);
  }

  /** A sender report of one of the streams. */
  reported(report: Parameters<ReceptionStatistics['reported']>[0], at: Instant): void {
    const isVideo = report.ssrc === this.keys.video.ssrc;
    (isVideo ? this.videoStatistics : this.#soundStatistics).reported(report, at);
    // Keeps the times within half a turn of each other, however long the screen stands still.
    (isVideo ? this.#videoTimes : this.#soundTimes).timeOf(report.timestamp);
  }

  tick(at: Instant, roundTrip: Duration): Received & { readonly ask: readonly number[] } {
    const { units, ask } = this.video.tick(at, roundTrip);
    return { units: this.#timed(units), sound: this.#heard(this.#sound.tick(at)), refused: null, ask };
  }

  blocks(at: Instant): readonly ReportBlock[] {
    const blocks = [this.videoStatistics.block(at), this.#soundStatistics.block(at)];
    return blocks.filter((block) => block !== null);
  }

  #timed(units: readonly AssembledUnit[]): readonly ReceivedUnit[] {
    return units.map(({ key, timestamp, bytes }) => ({ key, time: this.#videoTimes.timeOf(timestamp), bytes }));
  }

  #heard(packets: readonly RtpPacket[]): readonly ReceivedSound[] {
    return packets.map(({ timestamp, payload }) => ({ time: this.#soundTimes.timeOf(timestamp), bytes: payload }));
  }
}
