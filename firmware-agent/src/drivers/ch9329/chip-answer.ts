import { decodeLeds, type KeyboardLeds } from '@seatmatrix/protocol/domain';

export interface ChipInfo {
  /** 0x30 is V1.0, 0x31 V1.1 and so on. */
  readonly version: number;
  /**
   * A computer has enumerated the chip. The protocol document knows no value for a suspended bus: a sleeping computer is
   * told as one that is awake.
   */
  readonly connected: boolean;
  readonly leds: KeyboardLeds;
}

/** The answer to CMD_GET_INFO (WCH, "CH9329 Serial Communication Protocol" V1.0): 8 bytes; null for a shorter one. */
export function decodeInfo(data: Uint8Array): ChipInfo | null {
  const [version, connected, leds] = data;
  if (data.length < 8 || version === undefined || connected === undefined || leds === undefined) return null;
  return { version, connected: connected !== 0, leds: decodeLeds(leds) };
}

/** Bit 7 of both modes says that pins chose them (CMD_GET_PARA_CFG). */
const CHOSEN_BY_PINS = 0x80;
const WORKING_MODES = ['everything', 'the keyboard alone', 'keyboard and mouse', 'custom HID alone'] as const;
const PROTOCOL_MODE = 0;

/**
 * What of the chip's configuration (the answer to GET_PARA_CFG, 50 bytes) keeps keys or pointer from the computer; null
 * when nothing does. It is told and never changed: the setting belongs to whoever built the box, and pins may hold it.
 */
export function configurationWarning(data: Uint8Array): string | null {
  const [workingMode, serialMode] = data;
  if (workingMode === undefined || serialMode === undefined) return null;
  const way = workingMode & CHOSEN_BY_PINS ? 'by its MODE pins' : 'in its memory';
  if ((serialMode & ~CHOSEN_BY_PINS) !== PROTOCOL_MODE) return 'the chip is not in protocol mode: check its CFG pins';
  const mode = WORKING_MODES[workingMode & ~CHOSEN_BY_PINS];
  if (mode === undefined) return `the chip says an unknown working mode, ${workingMode}`;
  switch (mode) {
    case 'everything':
      return null;
    case 'keyboard and mouse':
      return `the chip is set ${way} to working mode 2: media keys do not reach the computer`;
    case 'the keyboard alone':
    case 'custom HID alone':
      return `the chip is set ${way} to ${mode}: mode 0 is keyboard, mouse and media keys`;
  }
}
