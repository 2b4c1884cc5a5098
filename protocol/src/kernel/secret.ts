const HIDDEN = '[secret]';

/** A value that no log, answer or message shows by mistake: only `reveal` gives it. */
export class Secret<Value> {
  readonly #value: Value;

  constructor(value: Value) {
    this.#value = value;
  }

  reveal(): Value {
    return this.#value;
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  // What util.inspect and console.log ask for, by its name, since the kernel imports nothing of Node.
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return HIDDEN;
  }
}
