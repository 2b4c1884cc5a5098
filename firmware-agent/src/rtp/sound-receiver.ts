import { after, type Instant, milliseconds } from '@seatmatrix/protocol/kernel';
import type { RtpPacket } from './rtp-packet.ts';

/** Two frames of Opus. A player that has waited longer has filled the hole already, and sound must not fall behind. */
const HOLE_MAX = milliseconds(40);

/** What waits behind a hole; more than a second of frames is no stream of ours. */
const WAITING_MAX = 64;

/** Packets of one sound SSRC in order. A hole is waited for shortly and never asked for: sound is over by then. */
export class SoundReceiver {
  readonly #waiting = new Map<number, RtpPacket>();
  #next: number | null = null;
  #until: Instant | null = null;

  /** When `tick` ends the waiting for a hole. */
  get due(): Instant | null {
    return this.#until;
  }

  push({ index, packet }: { readonly index: number; readonly packet: RtpPacket }, at: Instant): readonly RtpPacket[] {
    this.#next ??= index;
    if (index < this.#next) return [];
    this.#waiting.set(index, packet);
    if (this.#waiting.size > WAITING_MAX) this.#skip();
    return this.#drain(at);
  }

  tick(at: Instant): readonly RtpPacket[] {
    if (this.#until === null || at < this.#until) return [];
    this.#skip();
    return this.#drain(at);
  }

  #skip(): void {
    this.#next = Math.min(...this.#waiting.keys());
    this.#until = null;
  }

  #drain(at: Instant): readonly RtpPacket[] {
    const packets: RtpPacket[] = [];
    while (this.#next !== null) {
      const packet = this.#waiting.get(this.#next);
      if (packet === undefined) break;
      this.#waiting.delete(this.#next);
      this.#next++;
      packets.push(packet);
    }
    if (this.#waiting.size === 0) this.#until = null;
    else if (packets.length > 0 || this.#until === null) this.#until = after(at, HOLE_MAX);
    return packets;
  }
}
