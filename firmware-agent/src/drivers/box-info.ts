/** What the box is and how it feels. */
export interface BoxInfo extends AsyncDisposable {
  readonly model: string;
  /** Whether its case has a lamp that `identify` blinks. */
  readonly lamp: boolean;
  /** Measured with every call, which may be every second; null where nothing measures it, never a guess. */
  health(): BoxHealth;
  /** From now on until it is told otherwise the lamp blinks; afterwards it is what it was. Disposing ends it. */
  identify(on: boolean): void;
  restart(): void;
}

export interface BoxHealth {
  /** Degrees Celsius. */
  readonly temperature: number | null;
  /** Degrees Celsius at which the maker of that sensor warns. */
  readonly temperatureLimit: number | null;
  /** Work that wants a processor, averaged over a minute, by the number of processors. */
  readonly load: number | null;
  /** Bytes; `used` without what the system gives back when somebody needs it. */
  readonly memory: { readonly used: number; readonly total: number } | null;
  /** Seconds since the box was switched on. */
  readonly uptime: number | null;
}
