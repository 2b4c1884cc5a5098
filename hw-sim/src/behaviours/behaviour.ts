/**
 * What a simulated thing does with an event on its way: pass it on, change it, delay it, double it, drop it.
 * Not calling `next` drops it.
 */
export type Behaviour<Event> = (event: Event, next: (event: Event) => void) => void;

/** A simulated thing is a state and an ordered list of behaviours; a test puts its own in front. */
export class BehaviourChain<Event> {
  readonly #behaviours: Behaviour<Event>[] = [];

  /** The one put in front last sees an event first. Returns what takes it out again. */
  putInFront(behaviour: Behaviour<Event>): () => void {
    this.#behaviours.unshift(behaviour);
    return () => {
      const index = this.#behaviours.indexOf(behaviour);
      if (index >= 0) this.#behaviours.splice(index, 1);
    };
  }

  run(event: Event, last: (event: Event) => void): void {
    const behaviours = [...this.#behaviours];
    const from = (index: number, passed: Event): void => {
      const behaviour = behaviours[index];
      if (behaviour === undefined) last(passed);
      else behaviour(passed, (changed) => from(index + 1, changed));
    };
    from(0, event);
  }
}
