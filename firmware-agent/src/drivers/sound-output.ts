import type { SoundUnit } from './sound-capture.ts';

/** The desk's loudspeakers. Contract: `play` returns at once and never throws; what comes too late is left out. */
export interface SoundOutput extends AsyncDisposable {
  play(unit: SoundUnit): void;
  /** Another source, or none: what still waits is not played. */
  flush(): void;
}
