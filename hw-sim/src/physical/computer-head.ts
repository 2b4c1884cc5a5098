import type { Surface } from '@seatmatrix/osd/node';
import type { VideoMode } from '@seatmatrix/protocol/domain';
import { ComputerScreen } from './computer-screen.ts';
import { decodeEdid } from './edid.ts';
import type { ScreenContent } from './screen-paint.ts';
import { Subscribers } from './subscribers.ts';
import type { VideoSignal, VideoSource, VideoSourceEvent } from './video-input.ts';

/** Modes that the computer's graphics can make: beyond them it keeps what it has. */
const MODE_MIN = { width: 320, height: 200 };
const MODE_MAX = { width: 3840, height: 2160 };

/** One video output of a computer. The picture is painted when somebody wants it, never before. */
export class ComputerHead implements VideoSource {
  /** From 1. */
  readonly number: number;
  #mode: VideoMode;
  #lit = true;
  #version = 1;
  readonly #screen: ComputerScreen;
  readonly #subscribers = new Subscribers<VideoSourceEvent>();

  constructor({
    number,
    mode,
    content,
  }: {
    readonly number: number;
    readonly mode: VideoMode;
    /** What is to be seen now. */
    readonly content: () => ScreenContent;
  }) {
    this.number = number;
    this.#mode = mode;
    this.#screen = new ComputerScreen(content);
  }

  get mode(): VideoMode {
    return this.#mode;
  }

  get signal(): VideoSignal {
    return this.#lit ? { type: 'signal', mode: this.#mode } : { type: 'none' };
  }

  /** Rises with every change of the picture. */
  get version(): number {
    return this.#version;
  }

  picture(): Surface {
    return this.#screen.picture(this.#mode, this.#version);
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

  subscribe(listener: (event: VideoSourceEvent) => void): () => void {
    return this.#subscribers.add(listener);
  }
}

const isPossible = ({ width, height }: VideoMode): boolean =>
  width >= MODE_MIN.width && height >= MODE_MIN.height && width <= MODE_MAX.width && height <= MODE_MAX.height;

const isSame = (a: VideoMode, b: VideoMode): boolean =>
  a.width === b.width && a.height === b.height && a.rate === b.rate;
