import type { AccessUnit, Chroma, Codec, Crop } from '@seatmatrix/protocol/domain';
import { type Clock, type Log, type Random, systemRandom } from '@seatmatrix/protocol/kernel';
import { VideoOutputProcess } from '../../media-process/video-output-process.ts';
import type { VideoOutput, VideoOutputEvent } from '../video-output.ts';
import type { DeskWindow } from './desk-window.ts';

/** What of the desk's window its video needs. */
export type VideoDesk = Pick<DeskWindow, 'videoWindow' | 'monitor' | 'subscribe' | 'setPictureArea'> & {
  readonly connection: { readonly name: string };
};

export interface X11VideoOutputOptions {
  /** Outlives this driver. */
  readonly desk: VideoDesk;
  readonly clock: Clock;
  readonly log: Log;
  readonly random?: Random;
}

/**
 * Pictures in a desk window. Resolves when the first unit could be shown at once. Throws `driver-unavailable` with the
 * Debian package of a library or a decoder that is missing.
 */
export async function openX11VideoOutput(options: X11VideoOutputOptions): Promise<VideoOutput> {
  const { desk, clock, log, random = systemRandom } = options;
  const { name } = desk.connection;
  const process = await VideoOutputProcess.open({
    program: new URL('../../media-process/x11-display-program.ts', import.meta.url),
    arguments: [name, String(desk.videoWindow)],
    name: `display on ${name}`,
    clock,
    log,
    random,
  });
  return new X11VideoOutput(desk, process);
}

class X11VideoOutput implements VideoOutput {
  readonly #desk: VideoDesk;
  readonly #process: VideoOutputProcess;
  #unsubscribe: (() => void) | null = null;

  constructor(desk: VideoDesk, process: VideoOutputProcess) {
    this.#desk = desk;
    this.#process = process;
  }

  /** Of the media process; null while none runs. */
  get pid(): number | null {
    return this.#process.pid;
  }

  get codecs(): readonly Codec[] {
    return this.#process.codecs;
  }

  get chromas(): readonly Chroma[] {
    return this.#process.chromas;
  }

  listen(listener: (event: VideoOutputEvent) => void): void {
    const tellMonitor = () => {
      const { monitor } = this.#desk;
      listener(monitor === null ? { type: 'no-monitor' } : { type: 'monitor', mode: monitor.mode, edid: monitor.edid });
    };
    tellMonitor();
    this.#unsubscribe = this.#desk.subscribe((event) => {
      if (event.type === 'monitor') tellMonitor();
    });
    this.#process.listen((event) => {
      // A pointer's place is a place on the computer's screen, not on the borders beside it.
      if (event.type === 'area') this.#desk.setPictureArea(event.area);
      else if (event.type !== 'size') listener(event);
    });
  }

  show(unit: AccessUnit, crop: Crop | null): void {
    this.#process.show(unit, crop);
  }

  clear(): void {
    this.#process.clear();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#unsubscribe?.();
    await this.#process[Symbol.asyncDispose]();
  }
}
