import { type Codec, MEDIA_FRAME_MAX } from '@seatmatrix/protocol/domain';
import { Fault } from '@seatmatrix/protocol/kernel';
import { H264Assembler } from '../rtp/h264-assembler.ts';
import { packetiseH264 } from '../rtp/h264-packetiser.ts';
import { frameRtpPackets, RtpUnframer } from '../rtp/rtp-framing.ts';
import { decodeRtp, encodeRtp, type RtpPacket } from '../rtp/rtp-packet.ts';

/** What goes over the pipe between agent and media process. */
export interface StreamUnit {
  /** 32 bits; a new one for each stream. */
  readonly ssrc: number;
  /** 90 kHz (sound: 48 kHz), 32 bits. */
  readonly timestamp: number;
  readonly codec: Codec | 'opus';
  readonly bytes: Uint8Array;
}

/** Of the dynamic range. A jpeg goes as it is, in parts: RFC 2435 carries only some of them. */
const PAYLOAD_TYPES = { h264: 96, jpeg: 97, opus: 98 } as const;

/** A pipe has no datagrams, so packets are as large as RFC 4571's length field lets them be. */
const PAYLOAD_MAX = 60_000;

/** RTP packets of units, framed by RFC 4571. */
export class UnitWriter {
  #sequence = 0;

  /** One piece of bytes a unit. */
  frame(unit: StreamUnit): Uint8Array {
    const payloads = unit.codec === 'h264' ? packetiseH264(unit.bytes, PAYLOAD_MAX) : parts(unit.bytes);
    const { ssrc, timestamp } = unit;
    const packets = payloads.map((payload, index) => {
      const sequence = this.#sequence;
      this.#sequence = (sequence + 1) & 0xffff;
      const marker = index === payloads.length - 1;
      return encodeRtp({ payloadType: PAYLOAD_TYPES[unit.codec], marker, sequence, timestamp, ssrc, payload });
    });
    return frameRtpPackets(packets);
  }
}

/** Units again. Nothing is lost on a pipe: what does not fit is a defect of the other end, and thrown. */
export class UnitReader {
  readonly #packets = new RtpUnframer();
  #assembler = new H264Assembler();
  #ssrc: number | null = null;
  #parts: Uint8Array[] = [];

  push(bytes: Uint8Array): readonly (StreamUnit & { readonly key: boolean })[] {
    return this.#packets.push(bytes).flatMap((packet) => this.#take(decodeRtp(packet)));
  }

  #take(packet: RtpPacket): readonly (StreamUnit & { readonly key: boolean })[] {
    const { ssrc, timestamp } = packet;
    if (this.#ssrc !== ssrc) {
      this.#ssrc = ssrc;
      this.#assembler = new H264Assembler();
      this.#parts = [];
    }
    if (packet.payloadType === PAYLOAD_TYPES.h264) {
      const assembled = this.#assembler.push(packet);
      if (assembled.type === 'malformed') throw malformed('no H.264 payload');
      if (assembled.type === 'more') return [];
      return assembled.units.map((unit) => ({ ...unit, ssrc, codec: 'h264' }));
    }
    const codec = packet.payloadType === PAYLOAD_TYPES.opus ? 'opus' : 'jpeg';
    this.#parts.push(packet.payload);
    if (this.#parts.reduce((sum, part) => sum + part.length, 0) > MEDIA_FRAME_MAX)
      throw malformed('a unit without an end');
    if (!packet.marker) return [];
    const bytes = Buffer.concat(this.#parts);
    this.#parts = [];
    return [{ ssrc, timestamp, codec, bytes, key: true }];
  }
}

function parts(bytes: Uint8Array): readonly Uint8Array[] {
  const cut: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += PAYLOAD_MAX) cut.push(bytes.subarray(at, at + PAYLOAD_MAX));
  return cut;
}

const malformed = (what: string): Fault =>
  new Fault({ code: 'rtp-malformed', message: `the media pipe carries ${what}` });
