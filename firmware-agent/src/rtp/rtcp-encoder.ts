import { unreachable } from '@seatmatrix/protocol/kernel';
import { viewOf } from './byte-view.ts';
import {
  CANONICAL_NAME,
  ExtendedBlock,
  REPORT_BLOCK_SIZE,
  type ReportBlock,
  RtcpFormat,
  type RtcpPacket,
  RtcpType,
} from './rtcp-packet.ts';

/** A compound of these packets. The first should be a report (RFC 3550 §6.1). */
export function encodeRtcp(packets: readonly RtcpPacket[]): Uint8Array {
  return Buffer.concat(packets.map(encodeOne));
}

function encodeOne(packet: RtcpPacket): Uint8Array {
  switch (packet.type) {
    case 'sender-report': {
      const { bytes, view } = blank(RtcpType.senderReport, packet.blocks.length, 24 + blocksSize(packet.blocks));
      const { ntp } = packet;
      const fields = [packet.ssrc, ntp.seconds, ntp.fraction, packet.timestamp, packet.packets, packet.octets];
      fields.forEach((field, index) => {
        view.setUint32(4 + 4 * index, field);
      });
      writeBlocks(view, 28, packet.blocks);
      return bytes;
    }
    case 'receiver-report': {
      const { bytes, view } = blank(RtcpType.receiverReport, packet.blocks.length, 4 + blocksSize(packet.blocks));
      view.setUint32(4, packet.ssrc);
      writeBlocks(view, 8, packet.blocks);
      return bytes;
    }
    case 'source-description': {
      const name = new TextEncoder().encode(packet.canonicalName).subarray(0, 255);
      // An item, and at least one zero to the next 32 bits.
      const { bytes, view } = blank(RtcpType.sourceDescription, 1, 4 + 4 * Math.ceil((name.length + 3) / 4));
      view.setUint32(4, packet.ssrc);
      bytes.set([CANONICAL_NAME, name.length], 8);
      bytes.set(name, 10);
      return bytes;
    }
    case 'goodbye': {
      const { bytes, view } = blank(RtcpType.goodbye, packet.ssrcs.length, 4 * packet.ssrcs.length);
      packet.ssrcs.forEach((ssrc, index) => {
        view.setUint32(4 + 4 * index, ssrc);
      });
      return bytes;
    }
    case 'picture-loss': {
      const { bytes, view } = blank(RtcpType.payloadFeedback, RtcpFormat.pictureLoss, 8);
      view.setUint32(4, packet.sender);
      view.setUint32(8, packet.media);
      return bytes;
    }
    case 'missing-packets':
      return encodeMissing(packet);
    case 'reference-time': {
      const { bytes, view } = blank(RtcpType.extendedReport, 0, 16);
      view.setUint32(4, packet.ssrc);
      view.setUint8(8, ExtendedBlock.referenceTime);
      view.setUint16(10, 2);
      view.setUint32(12, packet.ntp.seconds);
      view.setUint32(16, packet.ntp.fraction);
      return bytes;
    }
    case 'reference-answer': {
      const { bytes, view } = blank(RtcpType.extendedReport, 0, 8 + 12 * packet.answers.length);
      view.setUint32(4, packet.ssrc);
      view.setUint8(8, ExtendedBlock.referenceAnswer);
      view.setUint16(10, 3 * packet.answers.length);
      packet.answers.forEach(({ ssrc, lastReference, delay }, index) => {
        view.setUint32(12 + 12 * index, ssrc);
        view.setUint32(16 + 12 * index, lastReference);
        view.setUint32(20 + 12 * index, delay);
      });
      return bytes;
    }
    default:
      return unreachable(packet);
  }
}

/** Sequences in ascending order (modulo the wrap) need the fewest bytes; any order is right. */
function encodeMissing(packet: Extract<RtcpPacket, { type: 'missing-packets' }>): Uint8Array {
  const entries: { first: number; bits: number }[] = [];
  for (const sequence of packet.sequences) {
    const last = entries.at(-1);
    const ahead = last === undefined ? 0 : (sequence - last.first) & 0xffff;
    if (last !== undefined && ahead >= 1 && ahead <= 16) last.bits |= 1 << (ahead - 1);
    else if (last === undefined || ahead !== 0) entries.push({ first: sequence, bits: 0 });
  }
  const { bytes, view } = blank(RtcpType.transportFeedback, RtcpFormat.missingPackets, 8 + 4 * entries.length);
  view.setUint32(4, packet.sender);
  view.setUint32(8, packet.media);
  entries.forEach(({ first, bits }, index) => {
    view.setUint16(12 + 4 * index, first);
    view.setUint16(14 + 4 * index, bits);
  });
  return bytes;
}

function blank(type: number, count: number, body: number): { readonly bytes: Uint8Array; readonly view: DataView } {
  const bytes = new Uint8Array(4 + body);
  const view = viewOf(bytes);
  view.setUint8(0, 0x80 | count);
  view.setUint8(1, type);
  view.setUint16(2, body / 4);
  return { bytes, view };
}

const blocksSize = (blocks: readonly ReportBlock[]): number => REPORT_BLOCK_SIZE * blocks.length;

function writeBlocks(view: DataView, start: number, blocks: readonly ReportBlock[]): void {
  blocks.forEach((block, index) => {
    const at = start + REPORT_BLOCK_SIZE * index;
    view.setUint32(at, block.ssrc);
    view.setUint32(at + 4, ((block.fractionLost << 24) | (block.lost & 0xff_ffff)) >>> 0);
    view.setUint32(at + 8, block.highestSequence);
    view.setUint32(at + 12, block.jitter);
    view.setUint32(at + 16, block.lastReport);
    view.setUint32(at + 20, block.delay);
  });
}
