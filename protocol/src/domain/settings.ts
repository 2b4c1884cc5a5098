import type { Duration } from '../kernel/index.ts';

export type Language = 'zh' | 'en';

/** How large the OSD's texts are, and with them everything around: a large monitor takes small, a far one large. */
export type TextSize = 'small' | 'normal' | 'large';

/** Which taps raise the OSD. The manual's is double Shift; sites with nested KVM switches choose another. */
export type HotkeySequence = 'double-shift' | 'double-control' | 'double-alt' | 'double-scroll-lock';

/** What every box of the site is told, beside its plan. Revisioned: a box drops what is older than it has. */
export interface BoxSettings {
  readonly revision: number;
  readonly language: Language;
  readonly textSize: TextSize;
  readonly hotkey: HotkeySequence;
  /** Longest time between the two taps. */
  readonly tapWindow: Duration;
  /** Longest time between the second tap and the key that says what to open. */
  readonly commandWindow: Duration;
  /** How long the menu stays after a success. */
  readonly successLinger: Duration;
  /** The menu closes after so long without a key; null never does. */
  readonly menuIdle: Duration | null;
  /**
   * How long links between boxes go on, and may be opened again, after the transmitter has lost the manager: for so long a
   * right that was withdrawn meanwhile may still be used. 0: with the manager gone all links end.
   */
  readonly offlineGrace: Duration;
  /** A line of the site's own on the sign-in screen; empty for none. */
  readonly banner: string;
}

/** Two shifts: whoever has no manager for longer should know that he works without one. */
export const OFFLINE_GRACE_MAX = 86_400_000 as Duration;

/** The same operator at two seats: both stay, the new one is refused, or the old one is signed out. */
export type TwoSeatsPolicy = 'allow' | 'refuse' | 'move';

export const DEFAULT_BOX_SETTINGS: BoxSettings = {
  revision: 0,
  language: 'zh',
  textSize: 'normal',
  hotkey: 'double-shift',
  tapWindow: 500 as Duration,
  commandWindow: 2000 as Duration,
  successLinger: 1000 as Duration,
  menuIdle: null,
  offlineGrace: 43_200_000 as Duration,
  banner: '',
};
