/** What the box is and how it feels. */
export interface BoxInfo extends AsyncDisposable {
  readonly model: string;
  /** Degrees Celsius; null where nothing measures it. */
  temperature(): number | null;
  /** Blinks, beeps, or whatever the box has to be found by. */
  identify(): void;
  restart(): void;
}
