import type { HotkeySequence, KeyEdge, Usage } from '@seatmatrix/protocol/domain';
import { after, type Instant, milliseconds } from '@seatmatrix/protocol/kernel';
import { hotkeyReports } from './hotkey-recogniser.ts';

/** The hotkey's taps on their way to the computer. */
export interface HotkeyTyping {
  /** The key that is down by this alone. */
  readonly pressed: Usage | null;
  readonly rest: readonly KeyEdge[];
  /** When the next edge is due. */
  readonly next: Instant;
}

/** A gadget's newest report replaces one that the computer has not read: a tap has to outlast the slowest polling. */
const EDGE_TIME = milliseconds(40);

export function startTyping(sequence: HotkeySequence, at: Instant): HotkeyTyping | null {
  return typeNext({ pressed: null, rest: hotkeyReports(sequence), next: at }, at);
}

/** After the next edge; null when that was the last. */
export function typeNext({ rest }: HotkeyTyping, at: Instant): HotkeyTyping | null {
  const [edge, ...others] = rest;
  if (edge === undefined || others.length === 0) return null;
  return { pressed: edge.pressed ? edge.key : null, rest: others, next: after(at, EDGE_TIME) };
}
