import { Subscribers } from './subscribers.ts';

/** What a cable carries; for the names in messages alone. */
export type CableKind = 'video' | 'usb' | 'network' | 'serial';

/** A cable between two sockets that a hand can pull and put back. */
export class Cable {
  readonly kind: CableKind;
  #plugged: boolean;
  readonly #subscribers = new Subscribers<boolean>();

  constructor(kind: CableKind, { plugged }: { readonly plugged: boolean } = { plugged: true }) {
    this.kind = kind;
    this.#plugged = plugged;
  }

  get plugged(): boolean {
    return this.#plugged;
  }

  plug(): void {
    this.#set(true);
  }

  unplug(): void {
    this.#set(false);
  }

  /** Tells of every change from now on. Returns what ends it. */
  onChange(listener: (plugged: boolean) => void): () => void {
    return this.#subscribers.add(listener);
  }

  #set(plugged: boolean): void {
    if (plugged === this.#plugged) return;
    this.#plugged = plugged;
    this.#subscribers.tell(plugged);
  }
}
