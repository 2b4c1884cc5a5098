import { Fault } from '@seatmatrix/protocol/kernel';

const LENGTH_SIZE = 2;
/** What the length field can say. */
export const FRAME_MAX = 0xffff;

/** RFC 4571: an RTP or RTCP packet in a byte stream, behind its length. Throws `rtp-malformed` when it is too long. */
export function frameRtp(packet: Uint8Array): Uint8Array {
  return frameRtpPackets([packet]);
}

/** Several packets as one write. */
export function frameRtpPackets(packets: readonly Uint8Array[]): Uint8Array {
  let size = 0;
  for (const packet of packets) {
    if (packet.length > FRAME_MAX) {
      throw new Fault({ code: 'rtp-malformed', message: `a packet of ${packet.length} bytes fits no frame` });
    }
    size += LENGTH_SIZE + packet.length;
  }
  const frames = new Uint8Array(size);
  let at = 0;
  for (const packet of packets) {
    frames[at] = packet.length >> 8;
    frames[at + 1] = packet.length & 0xff;
    frames.set(packet, at + LENGTH_SIZE);
    at += LENGTH_SIZE + packet.length;
  }
  return frames;
}

/**
 * Finds the packets in a byte stream that comes in pieces. There is nothing to resynchronise by: what the pieces mean is
 * settled by their writer, our own child. It holds less than one frame, 64 KiB.
 */
export class RtpUnframer {
  /** The beginning of a frame, in the pieces in which it came. */
  #pieces: Uint8Array[] = [];
  #size = 0;

  /** The packets that are whole now. They share the pieces' bytes where they can. */
  push(piece: Uint8Array): readonly Uint8Array[] {
    this.#pieces.push(piece);
    this.#size += piece.length;
    if (this.#size < this.#wanted()) return [];
    const bytes = this.#pieces.length === 1 ? piece : Buffer.concat(this.#pieces);
    const packets: Uint8Array[] = [];
    let at = 0;
    while (at + LENGTH_SIZE <= bytes.length) {
      const end = at + LENGTH_SIZE + lengthAt(bytes, at);
      if (end > bytes.length) break;
      // A frame may be empty (RFC 4571 §2), and says nothing then.
      if (end > at + LENGTH_SIZE) packets.push(bytes.subarray(at + LENGTH_SIZE, end));
      at = end;
    }
    this.#pieces = at === bytes.length ? [] : [bytes.subarray(at)];
    this.#size = bytes.length - at;
    return packets;
  }

  /** Bytes of the first frame: joining the pieces of a large one again and again would cost their square. */
  #wanted(): number {
    const [first, second] = this.#pieces;
    if (first === undefined) return LENGTH_SIZE;
    if (first.length >= LENGTH_SIZE) return LENGTH_SIZE + lengthAt(first, 0);
    if (first.length === 0 || second === undefined || second.length === 0) return LENGTH_SIZE;
    return LENGTH_SIZE + (((first[0] ?? 0) << 8) | (second[0] ?? 0));
  }
}

const lengthAt = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
