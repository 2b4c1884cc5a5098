import { type MasterKey, MEDIA_KEY_BYTES, MEDIA_SALT_BYTES, type StreamPlace } from '@seatmatrix/protocol/domain';
import type { Instant } from '@seatmatrix/protocol/kernel';
import { ntpTimeOf } from './ntp-time.ts';
import { encodeRtcp } from './rtcp-encoder.ts';
import type { ReferenceAnswer, RtcpPacket } from './rtcp-packet.ts';
import { SendingStream } from './sending-stream.ts';
import { deriveSessionKeys } from './srtp-key-derivation.ts';
import { SrtcpSender } from './srtp-sender.ts';
import { PayloadType, SOUND_RATE, type StreamKeys, VIDEO_RATE } from './stream-keys.ts';

/** `bytes(size)`: of the system's cryptographic generator. Keys are made of it. */
export type RandomBytes = (size: number) => Uint8Array;

export const newMasterKey = (random: RandomBytes): MasterKey => ({
  masterKey: random(MEDIA_KEY_BYTES),
  masterSalt: random(MEDIA_SALT_BYTES),
});

/** One key epoch on the sending side. */
export class SendingEpoch {
  readonly number: number;
  readonly video: SendingStream;
  readonly sound: SendingStream;
  readonly #master: MasterKey;
  readonly #srtcp: SrtcpSender;
  #canonicalName: string;

  /** `time`: about now, in microseconds of the clock that units are stamped with. */
  constructor(options: { readonly number: number; readonly random: RandomBytes; readonly time: number }) {
    const { number, random, time } = options;
    this.number = number;
    this.#master = newMasterKey(random);
    const { rtp, rtcp } = deriveSessionKeys(this.#master);
    const video = startOf(random, time);
    let sound = startOf(random, time);
    // Within an epoch two SSRCs of one number would share their initialisation vectors.
    while (sound.ssrc === video.ssrc) sound = startOf(random, time);
    this.video = new SendingStream({ key: rtp, start: video, payloadType: PayloadType.h264, rate: VIDEO_RATE });
    this.sound = new SendingStream({ key: rtp, start: sound, payloadType: PayloadType.opus, rate: SOUND_RATE });
    this.#srtcp = new SrtcpSender(rtcp);
    this.#canonicalName = Buffer.from(random(12)).toString('base64');
  }

  get keys(): StreamKeys {
    return { epoch: this.number, ...this.#master, video: this.video.place, sound: this.sound.place };
  }

  streamOf(ssrc: number): SendingStream | null {
    return [this.video, this.sound].find((stream) => stream.ssrc === ssrc) ?? null;
  }

  /** A protected sender report of both streams, with the answers to receivers' reference times. */
  report(at: Instant, answers: readonly ReferenceAnswer[]): Uint8Array {
    const ssrc = this.video.ssrc;
    const packets: RtcpPacket[] = [
      this.#senderReport(this.video, at),
      { type: 'source-description', ssrc, canonicalName: this.#canonicalName },
    ];
    if (this.sound.last !== null) packets.splice(1, 0, this.#senderReport(this.sound, at));
    if (answers.length > 0) packets.push({ type: 'reference-answer', ssrc, answers });
    return this.#srtcp.protect(encodeRtcp(packets));
  }

  #senderReport(stream: SendingStream, at: Instant): RtcpPacket {
    const { ssrc, counts } = stream;
    const ntp = ntpTimeOf(at);
    return { type: 'sender-report', ssrc, ntp, timestamp: stream.timestampOf(at * 1000), ...counts, blocks: [] };
  }
}

/**
 * Random, as RFC 3550 §5.1 wants. The sequence begins in the lower half, so that somebody who is told no roll-over
 * counter (a foreign receiver) cannot guess it wrongly in the first seconds.
 */
function startOf(random: RandomBytes, time: number): StreamPlace {
  const bytes = Buffer.from(random(10));
  return {
    ssrc: bytes.readUInt32BE(0),
    rolloverCounter: 0,
    sequence: bytes.readUInt16BE(4) & 0x7fff,
    timestamp: bytes.readUInt32BE(6),
    time,
  };
}
