import { MEDIA_FRAME_MAX } from '@seatmatrix/protocol/domain';
import { joinAnnexB, NalType, nalTypeOf } from './annex-b.ts';
import { viewOf } from './byte-view.ts';
import { StructureType } from './h264-packetiser.ts';
import type { RtpPacket } from './rtp-packet.ts';

export interface AssembledUnit {
  /** Holds an IDR picture with its sequence and picture parameters: needs no unit before it. */
  readonly key: boolean;
  /** RTP time, 90 kHz, 32 bits. */
  readonly timestamp: number;
  /** Annex B with start codes of four bytes. */
  readonly bytes: Uint8Array;
}

/** `malformed`: the payload is none of packetization-mode 1, or does not follow the one before. Its unit is lost. */
export type Assembled =
  | { readonly type: 'more' }
  | { readonly type: 'units'; readonly units: readonly AssembledUnit[] }
  | { readonly type: 'malformed' };

const MORE: Assembled = { type: 'more' };
const MALFORMED: Assembled = { type: 'malformed' };

/**
 * Puts access units together again from the packets of one stream, which must come in order. `lost` says that packets
 * are missing here: what they belonged to is never given out, in part or whole.
 *
 * A class with a private state, as all of this folder: at 5,000 packets a second a new state for each would be copied
 * windows and nothing else. Time and randomness are arguments all the same.
 */
export class H264Assembler {
  #nals: Uint8Array[][] = [];
  #types = 0;
  #size = 0;
  #timestamp: number | null = null;
  #fragmented = false;
  /** The unit in work lacks something; it ends with the marker or the next timestamp. */
  #broken = false;

  /**
   * Whether this packet begins a key unit, as the packetiser of this folder and GStreamer's write it: the sequence
   * parameters come first.
   */
  static beginsKey(payload: Uint8Array): boolean {
    const type = nalTypeOf(payload);
    if (type === StructureType.stapA) return ((payload[3] ?? 0) & 0x1f) === NalType.sequenceParameters;
    return type === NalType.sequenceParameters;
  }

  /**
   * Packets are missing between the last one and the next. Where a unit begins is told by the marker before it, so the
   * unit of the next packet is not given out either, unless it visibly begins a key unit.
   */
  lost(): void {
    this.#clear();
    this.#timestamp = null;
    this.#broken = true;
  }

  push(packet: RtpPacket): Assembled {
    const units: AssembledUnit[] = [];
    if (this.#timestamp !== null && packet.timestamp !== this.#timestamp) {
      // An encoder that sets no marker.
      const unit = this.#finish();
      if (unit !== null) units.push(unit);
    }
    this.#timestamp = packet.timestamp;
    if (this.#broken && H264Assembler.beginsKey(packet.payload)) this.#broken = false;
    if (!this.#broken && !this.#take(packet.payload)) {
      this.lost();
      if (packet.marker) this.#finish();
      return units.length > 0 ? { type: 'units', units } : MALFORMED;
    }
    if (packet.marker) {
      const unit = this.#finish();
      if (unit !== null) units.push(unit);
    }
    return units.length > 0 ? { type: 'units', units } : MORE;
  }

  #take(payload: Uint8Array): boolean {
    this.#size += payload.length;
    if (payload.length === 0 || this.#size > MEDIA_FRAME_MAX) return false;
    const type = nalTypeOf(payload);
    if (type === StructureType.fuA) return this.#takeFragment(payload);
    if (this.#fragmented) return false;
    if (type === StructureType.stapA) return this.#takeAggregate(payload);
    // 1–23 are NAL units; 0 and 30–31 are undefined, the others belong to packetization-mode 2.
    if (type < 1 || type > 23) return false;
    this.#add(payload);
    return true;
  }

  #takeAggregate(payload: Uint8Array): boolean {
    const view = viewOf(payload);
    let at = 1;
    while (at + 2 < payload.length) {
      const size = view.getUint16(at);
      at += 2;
      if (size === 0 || at + size > payload.length) return false;
      this.#add(payload.subarray(at, at + size));
      at += size;
    }
    return at === payload.length && at > 1;
  }

  #takeFragment(payload: Uint8Array): boolean {
    const header = payload[1];
    if (header === undefined || payload.length < 3) return false;
    const [start, end] = [(header & 0x80) !== 0, (header & 0x40) !== 0];
    const open = this.#nals.at(-1);
    if (start === this.#fragmented || (start && end)) return false;
    if (start) {
      this.#add(Uint8Array.of(((payload[0] ?? 0) & 0xe0) | (header & 0x1f)));
      this.#nals.at(-1)?.push(payload.subarray(2));
    } else {
      open?.push(payload.subarray(2));
    }
    this.#fragmented = !end;
    return true;
  }

  #add(nal: Uint8Array): void {
    this.#nals.push([nal]);
    this.#types |= 1 << nalTypeOf(nal);
  }

  /** Ends the unit in work; null when it is not whole. */
  #finish(): AssembledUnit | null {
    const whole = !this.#broken && !this.#fragmented && this.#nals.length > 0 && this.#timestamp !== null;
    const unit = whole
      ? { key: isKey(this.#types), timestamp: this.#timestamp ?? 0, bytes: joinAnnexB(this.#nals) }
      : null;
    this.#clear();
    this.#broken = false;
    this.#timestamp = null;
    return unit;
  }

  #clear(): void {
    this.#nals = [];
    this.#types = 0;
    this.#size = 0;
    this.#fragmented = false;
  }
}

const KEY_TYPES = (1 << NalType.idr) | (1 << NalType.sequenceParameters) | (1 << NalType.pictureParameters);
const isKey = (types: number): boolean => (types & KEY_TYPES) === KEY_TYPES;
