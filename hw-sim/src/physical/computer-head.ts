import type { VideoMode } from '@seatmatrix/protocol/domain';
import { decodeEdid } from './edid.ts';
import { Subscribers } from './subscribers.ts';

export type HeadSignal = { readonly type: 'none' } | { readonly type: 'signal'; readonly mode: VideoMode };

export type HeadEvent = 'signal' | 'picture';

/** Modes that the computer's graphics can make: beyond them it keeps what it has. */
const MODE_MIN = { width: 320, height: 200 };
const MODE_MAX = { width: 3840, height: 2160 };

/** One video output of a computer. The picture is painted when somebody wants it, never before. */
export class ComputerHead {
  /** From 1. */
  readonly number: number;
  #mode: VideoMode;
  #lit = true;
  #version = 1;
  readonly #subscribers = new Subscribers<HeadEvent>();

  constructor(number: number, mode: VideoMode) {
    this.number = number;
    this.#mode = mode;
  }

  get mode(): VideoMode {
    return this.#mode;
  }

  get signal(): HeadSignal {
    return this.#lit ? { type: 'signal', mode: this.#mode } : { type: 'none' };
  }

  /** Rises with every change of the picture. */
  get version(): number {
    return this.#version;
  }

  setLit(lit: boolean): void {
    if (lit === this.#lit) return;
    this.#lit = lit;
    this.#version++;
    this.#subscribers.tell('signal');
  }

  changed(): void {
    this.#version++;
    if (this.#lit) this.#subscribers.tell('picture');
  }

  /** Hot-plug: the computer reads what the other end says and changes to its preferred mode where it can. */
  readEdid(edid: Uint8Array): void {
    const preferred = decodeEdid(edid)?.preferred;
    if (preferred === undefined || !isPossible(preferred) || isSame(preferred, this.#mode)) return;
    this.#mode = preferred;
    this.#version++;
    this.#subscribers.tell('signal');
  }

  subscribe(listener: (event: HeadEvent) => void): () => void {
    return this.#subscribers.add(listener);
  }
}

const isPossible = ({ width, height }: VideoMode): boolean =>
  width >= MODE_MIN.width && height >= MODE_MIN.height && width <= MODE_MAX.width && height <= MODE_MAX.height;

const isSame = (a: VideoMode, b: VideoMode): boolean =>
  a.width === b.width && a.height === b.height && a.rate === b.rate;
