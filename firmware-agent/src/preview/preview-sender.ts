import {
  type CaptureState,
  generation,
  type PreviewFrame,
  type PreviewRequest,
  streamId,
} from '@seatmatrix/protocol/domain';
import { type Clock, type Duration, Fault, type Log, type Timer } from '@seatmatrix/protocol/kernel';
import { CloseCode, type Transport } from '@seatmatrix/protocol/link';
import { decodePreviewRequest, encodePreviewFrame, PREVIEW_FRAME_MAX } from '@seatmatrix/protocol/wire';
import type { VideoCapture } from '../drivers/video-capture.ts';
import { plainJpeg } from './plain-jpeg.ts';

export interface PreviewSenderOptions {
  /** To the manager's `/preview`. Rejects with a Fault. */
  readonly dial: (signal: AbortSignal) => Promise<Transport>;
  readonly capture: Pick<VideoCapture, 'preview'>;
  readonly state: () => CaptureState;
  readonly clock: Clock;
  readonly log: Log;
}

type Wanted = Extract<PreviewRequest, { readonly type: 'wanted' }>;

const NORMAL = { code: CloseCode.normal, reason: 'the manager link ended' } as const;

/** Room for what stands around the bytes in a frame. */
const FRAME_HEAD = 256;

/**
 * A transmitter's small pictures for the manager's pages. There is no socket, no timer and no work until the manager asks,
 * and again none once nobody looks any more.
 */
export class PreviewSender {
  readonly #options: PreviewSenderOptions;
  #dialling: AbortController | null = null;
  #transport: Transport | null = null;
  #wanted: Wanted | null = null;
  #timer: Timer | null = null;
  /** One picture is being made. */
  #busy = false;
  #last: Uint8Array | null = null;

  constructor(options: PreviewSenderOptions) {
    this.#options = options;
  }

  /** The manager asks for the socket. It knows of none when it asks: one that is there is dead. */
  open(): void {
    this.close();
    const { dial, log } = this.#options;
    const dialling = new AbortController();
    this.#dialling = dialling;
    dial(dialling.signal).then(
      (transport) => {
        if (this.#dialling === dialling) this.#opened(transport);
        else {
          transport.listen({ frame: () => undefined, closed: () => undefined });
          transport.close(NORMAL);
        }
      },
      // The manager asks again while somebody looks.
      (thrown: unknown) => {
        if (!dialling.signal.aborted) log.info('small pictures find no way to the manager', { reason: String(thrown) });
      },
    );
  }

  close(): void {
    this.#dialling?.abort(new Fault({ code: 'link-closed', message: 'small pictures are not wanted any more' }));
    this.#dialling = null;
    const transport = this.#transport;
    this.#forget();
    transport?.close(NORMAL);
  }

  #opened(transport: Transport): void {
    this.#dialling = null;
    this.#transport = transport;
    transport.listen({
      frame: (frame) => {
        if (this.#transport === transport) this.#hear(frame);
      },
      closed: () => {
        if (this.#transport === transport) this.#forget();
      },
    });
  }

  #forget(): void {
    this.#transport = null;
    this.#rest();
  }

  #rest(): void {
    this.#wanted = null;
    this.#last = null;
    this.#timer?.cancel();
    this.#timer = null;
  }

  #hear(frame: Uint8Array): void {
    try {
      const request = decodePreviewRequest(frame);
      this.#rest();
      if (request.type === 'unwanted') return;
      this.#wanted = request;
      void this.#take(request);
    } catch (thrown) {
      if (!(thrown instanceof Fault)) throw thrown;
      this.#options.log.warn('the manager asks for small pictures in a way that nobody can read', { thrown });
      this.close();
    }
  }

  async #take(wanted: Wanted): Promise<void> {
    this.#later(wanted, wanted.interval);
    const { buffered } = this.#transport ?? { buffered: 0 };
    // A line that is slow, or a picture that takes longer than an interval: the next one is newer.
    if (this.#busy || buffered > 0) return;
    this.#busy = true;
    try {
      const frame = await this.#frame(wanted);
      if (this.#wanted === wanted && frame !== null) this.#transport?.send(encodePreviewFrame(frame));
    } finally {
      this.#busy = false;
    }
  }

  async #frame(wanted: Wanted): Promise<PreviewFrame | null> {
    const { capture, clock, state } = this.#options;
    const { type } = state();
    if (type !== 'signal') {
      this.#last = null;
      return { type: 'unavailable', reason: type };
    }
    const taken = await capture.preview(wanted.widthMax);
    const bytes = taken === null ? null : plainJpeg(taken);
    if (this.#wanted !== wanted) return null;
    if (bytes === null || bytes.length > PREVIEW_FRAME_MAX - FRAME_HEAD) {
      this.#last = null;
      return { type: 'unavailable', reason: 'none' };
    }
    if (this.#last !== null && Buffer.compare(this.#last, bytes) === 0) return { type: 'unchanged' };
    this.#last = bytes;
    const own = { stream: streamId(1), generation: generation(0), codec: 'jpeg', key: true } as const;
    return { type: 'unit', unit: { ...own, time: Math.round(clock.now() * 1000), bytes } };
  }

  #later(wanted: Wanted, after: Duration): void {
    this.#timer = this.#options.clock.timer({
      name: 'next small picture',
      after,
      fire: () => void this.#take(wanted),
    });
  }
}
