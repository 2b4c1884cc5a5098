/** Those who want to be told. Told in the order they came; one that leaves while the others are told is not told. */
export class Subscribers<Event> {
  readonly #listeners = new Set<(event: Event) => void>();

  add(listener: (event: Event) => void): () => void {
    // A wrapper of its own, so that the same function may subscribe twice and leave once.
    const entry = (event: Event) => listener(event);
    this.#listeners.add(entry);
    return () => void this.#listeners.delete(entry);
  }

  tell(event: Event): void {
    for (const listener of [...this.#listeners]) if (this.#listeners.has(listener)) listener(event);
  }
}
