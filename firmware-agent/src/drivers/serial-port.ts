import type { SerialSettings } from '@seatmatrix/protocol/domain';

export type SerialPortEvent =
  /** Whether there is a port to write to: an adapter that was pulled comes back by itself. */
  { readonly type: 'state'; readonly plugged: boolean } | { readonly type: 'bytes'; readonly bytes: Uint8Array };

/**
 * An RS-232 socket.
 *
 * Contract: `listen` is called once and first tells the state; a write never blocks and never throws; bytes arrive in
 * order and whole, or, when the line is too slow for its queue, a whole write is dropped and counted; disposing tells
 * nothing more.
 */
export interface SerialPort extends AsyncDisposable {
  listen(listener: (event: SerialPortEvent) => void): void;
  /** Sets the line and drops what waits for it: what is written from now on goes out with these settings. */
  configure(settings: SerialSettings): void;
  write(bytes: Uint8Array): void;
  /** Writes that were dropped since the start. */
  readonly dropped: number;
}
