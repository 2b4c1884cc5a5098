import { type Duration, type Instant, milliseconds } from '@seatmatrix/protocol/kernel';
import { type AssembledUnit, H264Assembler } from './h264-assembler.ts';
import { ASKS_MAX, MISSING_MAX, MissingPackets } from './missing-packets.ts';
import type { RtpPacket } from './rtp-packet.ts';

/** Packets that wait behind a gap: 20 Mbit/s for a second. Beyond it the gap is given up. */
const WAITING_MAX = 2048;

/**
 * Packets of one video SSRC to whole units in order. A unit that cannot be decoded is never given out: after a loss
 * that was not repaired, everything up to the next key unit is left out. A key unit that is whole ends every waiting
 * for what was before it.
 */
export class VideoReceiver {
  readonly #waiting = new Map<number, RtpPacket>();
  readonly #missing: MissingPackets;
  readonly #assembler = new H264Assembler();
  /** The index that comes next. */
  #next: number;
  #highest: number;
  #needsKey = true;
  #lostThread = false;
  /** Where the newest key unit that waits begins, and how far it is there without a gap. */
  #key: { readonly start: number; readonly end: number } | null = null;

  /**
   * `next`: where the stream is, from the subscription. `asks`: how often a missing packet is asked for; with 0 it is
   * waited for during `lateness` and given up.
   */
  constructor(options: { readonly next: number; readonly asks?: number; readonly lateness?: Duration }) {
    const { asks = ASKS_MAX, lateness = milliseconds(0) } = options;
    this.#missing = new MissingPackets({ asks, lateness });
    this.#next = options.next;
    this.#highest = options.next - 1;
  }

  /** Something was lost for good: nothing is given out until a key unit comes. */
  get lostThread(): boolean {
    return this.#lostThread;
  }

  get repaired(): number {
    return this.#missing.repaired;
  }

  get due(): Instant | null {
    return this.#missing.due;
  }

  /** Drops everything up to the next key unit: the decoder has lost its thread. */
  demandKey(): void {
    this.#needsKey = true;
    this.#lostThread = true;
  }

  /** `repaired`: it came because it was asked for. */
  push(
    { index, packet }: { readonly index: number; readonly packet: RtpPacket },
    { at, roundTrip }: { readonly at: Instant; readonly roundTrip: Duration | null },
  ): { readonly units: readonly AssembledUnit[]; readonly repaired: boolean } {
    const repaired = this.#missing.arrived(index, at, roundTrip);
    if (index < this.#next || this.#waiting.has(index)) return { units: [], repaired };
    this.#waiting.set(index, packet);
    if (index > this.#highest) this.#note(index, at);
    const units = this.#drain();
    if (this.#waiting.size === 0) return { units, repaired };
    if (H264Assembler.beginsKey(packet.payload) && index > (this.#key?.start ?? -1)) {
      this.#key = { start: index, end: index };
    }
    units.push(...this.#jump());
    return { units, repaired };
  }

  /** Indices to ask for, and the units that a gap which was given up makes free. */
  tick(
    at: Instant,
    roundTrip: Duration,
  ): { readonly units: readonly AssembledUnit[]; readonly ask: readonly number[] } {
    const { ask, givenUp } = this.#missing.step(at, roundTrip);
    const full = this.#waiting.size > WAITING_MAX;
    if (givenUp === null && !full) return { units: [], ask };
    this.#giveUp(full ? this.#next : (givenUp ?? this.#next));
    return { units: this.#drain(), ask: ask.filter((index) => index >= this.#next) };
  }

  #note(index: number, at: Instant): void {
    const gap = index - this.#highest - 1;
    if (gap > MISSING_MAX || this.#missing.size + gap > MISSING_MAX) this.#skipTo(index);
    else for (let each = this.#highest + 1; each < index; each++) this.#missing.add(each, at);
    this.#highest = index;
  }

  #drain(): AssembledUnit[] {
    const units: AssembledUnit[] = [];
    for (let packet = this.#waiting.get(this.#next); packet !== undefined; packet = this.#waiting.get(this.#next)) {
      this.#waiting.delete(this.#next);
      this.#next++;
      const assembled = this.#assembler.push(packet);
      if (assembled.type === 'malformed') this.demandKey();
      if (assembled.type !== 'units') continue;
      for (const unit of assembled.units) {
        if (unit.key) {
          this.#needsKey = false;
          this.#lostThread = false;
        }
        if (!this.#needsKey) units.push(unit);
      }
    }
    return units;
  }

  /** Goes on with the waiting key unit when it is whole: what lies before it need not come any more. */
  #jump(): AssembledUnit[] {
    if (this.#key === null) return [];
    const { start } = this.#key;
    let { end } = this.#key;
    for (let packet = this.#waiting.get(end); packet !== undefined; packet = this.#waiting.get(end)) {
      if (packet.marker) {
        this.#skipTo(start);
        return this.#drain();
      }
      end++;
    }
    this.#key = { start, end };
    return [];
  }

  /** The packet of this index will not come: goes on behind it. */
  #giveUp(index: number): void {
    let next = index + 1;
    while (next <= this.#highest && !this.#waiting.has(next)) next++;
    this.#skipTo(next);
  }

  #skipTo(index: number): void {
    for (const waiting of this.#waiting.keys()) if (waiting < index) this.#waiting.delete(waiting);
    this.#missing.forget(index);
    this.#assembler.lost();
    this.#needsKey = true;
    // Also before anything came: an epoch's only key unit may have gone by in a cut.
    this.#lostThread = true;
    this.#next = index;
    this.#highest = Math.max(this.#highest, index - 1);
    if (this.#key !== null && this.#key.start < index) this.#key = null;
  }
}
