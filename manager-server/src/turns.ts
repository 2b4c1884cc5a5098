/** Works that are done one after the other, in the order in which they came. */
export class Turns {
  #last: Promise<unknown>;

  /** `first`: what the first work waits for; it must not reject. */
  constructor(first: Promise<unknown> = Promise.resolve()) {
    this.#last = first;
  }

  take<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.#last.then(work);
    // Who asked is told of a failure; the next one still gets its turn.
    this.#last = done.catch(() => undefined);
    return done;
  }
}
