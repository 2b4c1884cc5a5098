import { Fault } from '@seatmatrix/protocol/kernel';
import { viewOf } from './byte-view.ts';
import {
  CANONICAL_NAME,
  ExtendedBlock,
  REPORT_BLOCK_SIZE,
  type ReferenceAnswer,
  type ReportBlock,
  RTCP_MAX,
  RtcpFormat,
  type RtcpPacket,
  RtcpType,
} from './rtcp-packet.ts';

const HEADER_SIZE = 4;
const VERSION = 2;
const PADDING = 0x20;

/**
 * The packets of a compound (or of a reduced-size one, RFC 5506), in their order. Types, formats and blocks that are
 * not in `RtcpPacket` are passed over. Throws `rtp-malformed`.
 */
export function decodeRtcp(bytes: Uint8Array): readonly RtcpPacket[] {
  if (bytes.length > RTCP_MAX) throw malformed('is longer than a datagram');
  if (bytes.length === 0) throw malformed('is empty');
  const packets: RtcpPacket[] = [];
  for (let at = 0; at < bytes.length; ) {
    if (at + HEADER_SIZE > bytes.length) throw malformed('ends in a header');
    const view = viewOf(bytes.subarray(at));
    const first = view.getUint8(0);
    const size = 4 * (view.getUint16(2) + 1);
    if (first >> 6 !== VERSION) throw malformed('is of another version');
    if (size > view.byteLength) throw malformed('says more than it has');
    const body = bytes.subarray(at + HEADER_SIZE, at + size - paddingOf(bytes, { first, at, size }));
    packets.push(...decodeOne(view.getUint8(1), first & 0x1f, body));
    at += size;
  }
  return packets;
}

function paddingOf(bytes: Uint8Array, { first, at, size }: { first: number; at: number; size: number }): number {
  if ((first & PADDING) === 0) return 0;
  const padding = bytes[at + size - 1] ?? 0;
  // RFC 3550 §6.4.1: on the last packet alone, in multiples of four.
  if (at + size !== bytes.length || padding === 0 || padding % 4 !== 0 || padding > size - HEADER_SIZE) {
    throw malformed('is padded wrongly');
  }
  return padding;
}

function decodeOne(type: number, count: number, body: Uint8Array): readonly RtcpPacket[] {
  const view = viewOf(body);
  const need = (size: number) => {
    if (body.length < size) throw malformed('lacks a field');
  };
  switch (type) {
    case RtcpType.senderReport:
      need(24 + REPORT_BLOCK_SIZE * count);
      return [
        {
          type: 'sender-report',
          ssrc: view.getUint32(0),
          ntp: { seconds: view.getUint32(4), fraction: view.getUint32(8) },
          timestamp: view.getUint32(12),
          packets: view.getUint32(16),
          octets: view.getUint32(20),
          blocks: blocksOf(view, 24, count),
        },
      ];
    case RtcpType.receiverReport:
      need(4 + REPORT_BLOCK_SIZE * count);
      return [{ type: 'receiver-report', ssrc: view.getUint32(0), blocks: blocksOf(view, 4, count) }];
    case RtcpType.sourceDescription:
      return descriptionsOf(body, count);
    case RtcpType.goodbye:
      need(4 * count);
      return [{ type: 'goodbye', ssrcs: Array.from({ length: count }, (_, index) => view.getUint32(4 * index)) }];
    case RtcpType.payloadFeedback:
      need(8);
      if (count !== RtcpFormat.pictureLoss) return [];
      return [{ type: 'picture-loss', sender: view.getUint32(0), media: view.getUint32(4) }];
    case RtcpType.transportFeedback:
      need(8);
      if (count !== RtcpFormat.missingPackets) return [];
      return [
        { type: 'missing-packets', sender: view.getUint32(0), media: view.getUint32(4), sequences: sequencesOf(view) },
      ];
    case RtcpType.extendedReport:
      need(4);
      return extendedOf(view);
    default:
      return [];
  }
}

function blocksOf(view: DataView, start: number, count: number): readonly ReportBlock[] {
  return Array.from({ length: count }, (_, index) => {
    const at = start + REPORT_BLOCK_SIZE * index;
    const loss = view.getUint32(at + 4);
    return {
      ssrc: view.getUint32(at),
      fractionLost: loss >>> 24,
      // The sign of 24 bits.
      lost: (loss << 8) >> 8,
      highestSequence: view.getUint32(at + 8),
      jitter: view.getUint32(at + 12),
      lastReport: view.getUint32(at + 16),
      delay: view.getUint32(at + 20),
    };
  });
}

/** Chunks of items; only names are of interest. Each chunk ends with a zero item, filled up to 32 bits. */
function descriptionsOf(body: Uint8Array, count: number): readonly RtcpPacket[] {
  const packets: RtcpPacket[] = [];
  let at = 0;
  for (let chunk = 0; chunk < count; chunk++) {
    if (at + 4 > body.length) throw malformed('lacks a chunk');
    const ssrc = viewOf(body).getUint32(at);
    at += 4;
    for (;;) {
      const item = body[at];
      if (item === undefined) throw malformed('lacks the end of a chunk');
      if (item === 0) break;
      const size = body[at + 1];
      if (size === undefined || at + 2 + size > body.length) throw malformed('has an item that runs over');
      if (item === CANONICAL_NAME) {
        const canonicalName = new TextDecoder().decode(body.subarray(at + 2, at + 2 + size));
        packets.push({ type: 'source-description', ssrc, canonicalName });
      }
      at += 2 + size;
    }
    at = 4 * (Math.floor(at / 4) + 1);
  }
  return packets;
}

/** A sequence number, and a bit for each of the sixteen after it. */
function sequencesOf(view: DataView): readonly number[] {
  const sequences: number[] = [];
  for (let at = 8; at + 4 <= view.byteLength; at += 4) {
    const first = view.getUint16(at);
    const bits = view.getUint16(at + 2);
    sequences.push(first);
    for (let bit = 0; bit < 16; bit++) if ((bits & (1 << bit)) !== 0) sequences.push((first + bit + 1) & 0xffff);
  }
  return sequences;
}

function extendedOf(view: DataView): readonly RtcpPacket[] {
  const ssrc = view.getUint32(0);
  const packets: RtcpPacket[] = [];
  for (let at = 4; at < view.byteLength; ) {
    if (at + 4 > view.byteLength) throw malformed('ends in the header of a block');
    const size = 4 * view.getUint16(at + 2);
    const start = at + 4;
    if (start + size > view.byteLength) throw malformed('has a block that runs over');
    switch (view.getUint8(at)) {
      case ExtendedBlock.referenceTime:
        if (size !== 8) throw malformed('has a reference time of another size');
        packets.push({
          type: 'reference-time',
          ssrc,
          ntp: { seconds: view.getUint32(start), fraction: view.getUint32(start + 4) },
        });
        break;
      case ExtendedBlock.referenceAnswer: {
        if (size % 12 !== 0) throw malformed('has half a reference answer');
        const answers: ReferenceAnswer[] = [];
        for (let each = start; each < start + size; each += 12) {
          answers.push({
            ssrc: view.getUint32(each),
            lastReference: view.getUint32(each + 4),
            delay: view.getUint32(each + 8),
          });
        }
        packets.push({ type: 'reference-answer', ssrc, answers });
        break;
      }
    }
    at = start + size;
  }
  return packets;
}

const malformed = (what: string): Fault => new Fault({ code: 'rtp-malformed', message: `an RTCP compound ${what}` });
