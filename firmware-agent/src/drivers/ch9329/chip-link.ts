import { type KeyboardLeds, LEDS_OFF } from '@seatmatrix/protocol/domain';
import { type Duration, type Instant, instant, milliseconds } from '@seatmatrix/protocol/kernel';
import type { HidGadgetEvent } from '../hid-gadget.ts';
import { NOTHING_PENDING } from './chip-frame.ts';
import type { ChipReport, ReportQueue } from './report-queue.ts';

/** What the chip can be set to (CMD_GET_PARA_CFG), the factory's rate first: most chips are never set to another. */
export const CHIP_BAUDS = [9600, 115_200, 57_600, 38_400, 19_200] as const;

/** The chip answers within a few milliseconds; a USB adapter holds what it read for up to 16 ms (FTDI's latency timer). */
export const ANSWER_LIMIT = milliseconds(100);

/**
 * In a row, then the chip counts as gone: with the limit above 0.4 s, below the second after which a receiver's keys would
 * be let go anyway. One lost byte costs one.
 */
export const UNANSWERED_MAX = 3;

/** After all rates were tried in vain: nobody notices half a second beside plugging in a cable. */
export const SEEK_PAUSE = milliseconds(500);

/**
 * LEDs and the USB state are only told when asked, with two frames of 20 bytes together: 8 % of a line of 9600 baud, 2 % of
 * one of 115,200 with the shorter interval.
 */
export const infoInterval = (baud: number): Duration => milliseconds(baud < 57_600 ? 250 : 100);

/** After a keyboard report: a lock key's light follows once the computer has answered on its bus. */
export const INFO_AFTER_KEY = milliseconds(40);

/** `operate` says that the computer does not take reports now: it may begin to any moment, and asking costs little. */
export const REFUSED_PAUSE = milliseconds(50);

/** The end of a frame that has begun comes within 73 ms at 9600 baud; what comes later belongs to another. */
export const FRAME_GAP = milliseconds(150);

export type ChipLinkInput =
  | { readonly type: 'plugged' | 'unplugged' | 'tick' | 'rest'; readonly at: Instant }
  | { readonly type: 'bytes'; readonly bytes: Uint8Array; readonly at: Instant }
  | { readonly type: 'report'; readonly report: ChipReport; readonly at: Instant };

export type ChipLinkOut =
  | { readonly type: 'baud'; readonly baud: number }
  | { readonly type: 'send'; readonly bytes: Uint8Array }
  | { readonly type: 'event'; readonly event: HidGadgetEvent }
  /** A round of all rates is over, or the chip was found: what is known is known. */
  | { readonly type: 'sought' }
  /** After `rest`: every key and button is up, or cannot be reached. */
  | { readonly type: 'rested' }
  | { readonly type: 'warn'; readonly message: string; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly type: 'wake'; readonly at: Instant };

export type ChipLinkCommand =
  | { readonly type: 'info' }
  | { readonly type: 'configuration' }
  | { readonly type: 'report'; readonly report: ChipReport };

export interface ChipLink {
  readonly phase: 'absent' | 'seeking' | 'found' | 'resting' | 'rested';
  readonly bauds: readonly number[];
  readonly baud: number;
  readonly awaiting: { readonly command: ChipLinkCommand; readonly until: Instant } | null;
  readonly pending: Uint8Array;
  readonly heardAt: Instant;
  readonly queue: ReportQueue;
  /** The newest of each kind, sent or not: what the computer holds once it takes them. */
  readonly newest: ReportQueue;
  readonly unanswered: number;
  readonly infoAt: Instant;
  readonly configurationRead: boolean;
  /** No report before this. */
  readonly pausedUntil: Instant;
  readonly connected: boolean;
  readonly host: 'awake' | 'unplugged';
  readonly leds: KeyboardLeds;
  /** Kinds whose refusal was told once. */
  readonly refusedKinds: readonly ChipReport['kind'][];
  readonly malformed: number;
}

const LONG_AGO = instant(Number.NEGATIVE_INFINITY);

/** `bauds`: the rates to try, at least one. */
export const chipLink = (bauds: readonly [number, ...number[]]): ChipLink => ({
  phase: 'absent',
  bauds,
  baud: bauds[0],
  awaiting: null,
  pending: NOTHING_PENDING,
  heardAt: LONG_AGO,
  queue: [],
  newest: [],
  unanswered: 0,
  infoAt: LONG_AGO,
  configurationRead: false,
  pausedUntil: LONG_AGO,
  connected: false,
  host: 'unplugged',
  leds: LEDS_OFF,
  refusedKinds: [],
  malformed: 0,
});
