import type { Chroma } from './media.ts';

export interface SerialSettings {
  /** Bits a second. */
  readonly baud: number;
  readonly dataBits: 5 | 6 | 7 | 8;
  readonly parity: 'none' | 'even' | 'odd';
  readonly stopBits: 1 | 2;
  readonly flowControl: 'none' | 'hardware' | 'software';
}

/** What an administrator chooses for one transmitter. */
export interface SourceSettings {
  /** The mouse that the computer gets: most want positions, games and firmware menus movements. */
  readonly pointer: 'absolute' | 'relative';
  /** `4:4:4` where the receivers that watch can show it. */
  readonly chroma: Chroma;
  readonly sound: boolean;
  /** Of the RS-232 socket; the receiver that is connected sets its own alike. */
  readonly serial: SerialSettings;
}

export const SERIAL_BAUD_MIN = 50;
/** The fastest that any common adapter does. */
export const SERIAL_BAUD_MAX = 4_000_000;

export const DEFAULT_SOURCE_SETTINGS: SourceSettings = {
  pointer: 'absolute',
  chroma: '4:2:0',
  sound: false,
  serial: { baud: 9600, dataBits: 8, parity: 'none', stopBits: 1, flowControl: 'none' },
};
