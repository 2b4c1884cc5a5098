import { instant } from '@seatmatrix/protocol/kernel';
import type { HidGadgetEvent } from '../../hid-gadget.ts';
import { type ChipFrame, encodeFrame, NOTHING_PENDING, readFrames } from '../chip-frame.ts';
import { CHIP_BAUDS, type ChipLink, type ChipLinkInput, chipLink } from '../chip-link.ts';
import { chipLinkStep } from '../chip-link-step.ts';
import type { ChipReport } from '../report-queue.ts';

export type Mishap =
  | 'none'
  | 'lost-command'
  | 'lost-answer'
  | 'noise'
  | 'wrong-sum'
  | 'sum-refused'
  | 'operate-refused';

const GET_INFO = 0x01;

/** The link's machine in a time of its own, and at the other end what a chip does: by default everything, at once. */
export class ScriptedChip {
  link: ChipLink = chipLink(CHIP_BAUDS);
  readonly events: HidGadgetEvent[] = [];
  readonly warnings: string[] = [];
  /** What the computer got, oldest first. */
  readonly obeyed: ChipFrame[] = [];
  readonly sent: ChipFrame[] = [];
  /** The next commands meet these, one each. */
  mishaps: Mishap[] = [];
  baud = 9600;
  connected = true;
  leds = 0;
  rested = false;
  sought = 0;
  #now = 0;
  #wake: number | null = null;
  #lineBaud = 9600;

  get now(): number {
    return this.#now;
  }

  plug(): void {
    this.#take({ type: 'plugged', at: instant(this.#now) });
  }

  unplug(): void {
    this.#take({ type: 'unplugged', at: instant(this.#now) });
  }

  rest(): void {
    this.#take({ type: 'rest', at: instant(this.#now) });
  }

  report(report: ChipReport): void {
    this.#take({ type: 'report', report, at: instant(this.#now) });
  }

  bytes(bytes: Uint8Array): void {
    this.#take({ type: 'bytes', bytes, at: instant(this.#now) });
  }

  pass(time: number): void {
    const end = this.#now + time;
    while (this.#wake !== null && this.#wake <= end) {
      this.#now = Math.max(this.#now, this.#wake);
      this.#wake = null;
      this.#take({ type: 'tick', at: instant(this.#now) });
    }
    this.#now = end;
  }

  #take(input: ChipLinkInput): void {
    const { state, out } = chipLinkStep(this.link, input);
    this.link = state;
    this.#wake = null;
    const sends: Uint8Array[] = [];
    for (const each of out) {
      if (each.type === 'baud') this.#lineBaud = each.baud;
      if (each.type === 'send') sends.push(each.bytes);
      if (each.type === 'event') this.events.push(each.event);
      if (each.type === 'warn') this.warnings.push(each.message);
      if (each.type === 'wake') this.#wake = each.at;
      if (each.type === 'sought') this.sought++;
      if (each.type === 'rested') this.rested = true;
    }
    for (const bytes of sends) this.#command(bytes);
  }

  #command(bytes: Uint8Array): void {
    const [frame] = readFrames(NOTHING_PENDING, bytes).frames;
    if (frame === undefined) throw new Error('the driver sent no frame');
    this.sent.push(frame);
    // Bytes take time, and time brings no endless loop of questions and answers.
    this.#now += 1;
    if (this.#lineBaud !== this.baud) return;
    const mishap = this.mishaps.shift() ?? 'none';
    if (mishap === 'lost-command') return;
    if (mishap === 'sum-refused' || mishap === 'operate-refused') {
      const status = mishap === 'sum-refused' ? 0xe4 : 0xe6;
      this.bytes(encodeFrame({ command: frame.command | 0xc0, data: Uint8Array.of(status) }));
      return;
    }
    if (frame.command !== GET_INFO && frame.command < 0x06) this.obeyed.push(frame);
    if (mishap === 'lost-answer') return;
    const answer = this.#answer(frame.command);
    if (mishap === 'wrong-sum') answer[answer.length - 1] = (answer.at(-1) ?? 0) ^ 0xff;
    this.bytes(mishap === 'noise' ? Uint8Array.of(0x57, 0x57, 0xab, 0x13, ...answer) : answer);
  }

  #answer(command: number): Uint8Array {
    const info = [0x33, this.connected ? 1 : 0, this.leds, 0, 0, 0, 0, 0];
    const data = command === GET_INFO ? info : command === 0x08 ? new Array<number>(50).fill(0) : [0];
    return encodeFrame({ command: command | 0x80, data: Uint8Array.from(data) });
  }
}
