/** One Opus packet of 20 ms, 48 kHz, stereo (RFC 6716). */
export interface SoundUnit {
  /** Microseconds of the same clock as the pictures' where the driver can, else of its own. */
  readonly time: number;
  readonly bytes: Uint8Array;
}

/**
 * The computer's sound. Contract: units come only while started; the device may be away, then none come, and it is tried
 * again.
 */
export interface SoundCapture extends AsyncDisposable {
  listen(listener: (unit: SoundUnit) => void): void;
  start(): void;
  stop(): void;
}
