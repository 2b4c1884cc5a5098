import { Fault } from '@seatmatrix/protocol/kernel';
import { viewOf } from './byte-view.ts';

/** RFC 3550 §5.1. CSRCs, a header extension and padding are understood on the way in and never sent. */
export interface RtpPacket {
  /** 0–127; 64–95 would be taken for RTCP on a shared port (RFC 5761 §4). */
  readonly payloadType: number;
  readonly marker: boolean;
  /** 16 bits. */
  readonly sequence: number;
  /** 32 bits. */
  readonly timestamp: number;
  /** 32 bits. */
  readonly ssrc: number;
  /** Without padding. Decoded, it shares the packet's bytes. */
  readonly payload: Uint8Array;
}

export const RTP_HEADER_SIZE = 12;

const VERSION = 2;
const PADDING = 0x20;
const EXTENSION = 0x10;
const MARKER = 0x80;

/** Whether the bytes on a port that carries both are RTCP (RFC 5761 §4). */
export function isRtcp(bytes: Uint8Array): boolean {
  const type = bytes[1] ?? 0;
  return type >= 192 && type <= 223;
}

/** Size of the fixed header, the CSRCs and the extension; null when the bytes hold no such header. */
export function rtpHeaderSize(bytes: Uint8Array): number | null {
  const first = bytes[0] ?? 0;
  if (bytes.length < RTP_HEADER_SIZE || first >> 6 !== VERSION) return null;
  let size = RTP_HEADER_SIZE + 4 * (first & 0x0f);
  if ((first & EXTENSION) !== 0) {
    if (bytes.length < size + 4) return null;
    size += 4 + 4 * viewOf(bytes).getUint16(size + 2);
  }
  return size <= bytes.length ? size : null;
}

/**
 * The packet of this header, whose payload was decrypted to `body`, padding included. Null when the padding is longer
 * than the body. The header must be one that `rtpHeaderSize` has measured.
 */
export function rtpPacketOf(header: Uint8Array, body: Uint8Array): RtpPacket | null {
  const view = viewOf(header);
  const second = view.getUint8(1);
  let end = body.length;
  if ((view.getUint8(0) & PADDING) !== 0) {
    const padding = body[body.length - 1] ?? 0;
    if (padding === 0 || padding > body.length) return null;
    end -= padding;
  }
  return {
    payloadType: second & 0x7f,
    marker: (second & MARKER) !== 0,
    sequence: view.getUint16(2),
    timestamp: view.getUint32(4),
    ssrc: view.getUint32(8),
    payload: end === body.length ? body : body.subarray(0, end),
  };
}

/** Throws `rtp-malformed`. */
export function decodeRtp(bytes: Uint8Array): RtpPacket {
  const size = rtpHeaderSize(bytes);
  const packet = size === null ? null : rtpPacketOf(bytes, bytes.subarray(size));
  if (packet === null) {
    throw new Fault({ code: 'rtp-malformed', message: `${bytes.length} bytes are no RTP packet` });
  }
  return packet;
}

export function encodeRtp(packet: RtpPacket): Uint8Array {
  const bytes = new Uint8Array(RTP_HEADER_SIZE + packet.payload.length);
  writeRtpHeader(packet, bytes);
  bytes.set(packet.payload, RTP_HEADER_SIZE);
  return bytes;
}

/** Writes the fixed header to the beginning of `target`. */
export function writeRtpHeader(packet: Omit<RtpPacket, 'payload'>, target: Uint8Array): void {
  const view = viewOf(target);
  view.setUint8(0, VERSION << 6);
  view.setUint8(1, (packet.marker ? MARKER : 0) | packet.payloadType);
  view.setUint16(2, packet.sequence);
  view.setUint32(4, packet.timestamp);
  view.setUint32(8, packet.ssrc);
}
