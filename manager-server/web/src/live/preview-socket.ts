import { milliseconds, retryDelays, seconds, systemRandom } from '@seatmatrix/protocol/kernel';
import { isRecord } from '../api/problem.ts';
import { socketUrl } from '../page/socket-url.ts';
import { type PreviewReason, previewReasons } from './preview-book.ts';

const RETRY = { base: milliseconds(500), cap: seconds(8) };
/** Milliseconds that scrolling is gathered: one look for all rows that went by. */
const GATHER_FOR = 120;
/** Milliseconds that a socket without a look is kept: who goes from page to page is one visit in the audit, not ten. */
const IDLE_MAX = 60_000;

const text = { write: new TextEncoder(), read: new TextDecoder() };

export interface PreviewListener {
  /** False for whoever the manager would turn away: the page does not knock for him. */
  mayLook(): boolean;
  /**
   * The devices in view, asked for when they are about to be said: the book forgets what left the view at that moment and not
   * before, since of what it was never told to have left the manager says nothing again.
   */
  inView(): readonly string[];
  says(device: string, shown: { readonly source: string | null; readonly reason: PreviewReason | null }): void;
  picture(source: string, jpeg: Uint8Array<ArrayBuffer>): void;
  lost(): void;
}

/** The page's socket for pictures: open while something is looked at, and opened again while it should be. */
export class PreviewSocket {
  readonly #listener: PreviewListener;
  #socket: WebSocket | null = null;
  #devices: readonly string[] = [];
  #delays = retryDelays(RETRY, systemRandom);
  #retry = 0;
  #gathering = 0;
  #idle = 0;

  constructor(listener: PreviewListener) {
    this.#listener = listener;
  }

  /** The view is another. With nothing in view the manager sends nothing, and after a while the socket closes. */
  look(): void {
    if (this.#gathering !== 0) return;
    this.#gathering = window.setTimeout(() => {
      this.#gathering = 0;
      this.#settle();
    }, GATHER_FOR);
  }

  #settle(): void {
    this.#devices = this.#listener.inView();
    window.clearTimeout(this.#idle);
    if (this.#devices.length === 0) this.#idle = window.setTimeout(() => this.#end(), IDLE_MAX);
    const socket = this.#socket;
    if (socket?.readyState === WebSocket.OPEN) this.#say(socket);
    if (socket === null && this.#retry === 0 && this.#devices.length > 0) this.#open();
  }

  #open(): void {
    if (!this.#listener.mayLook()) {
      for (const device of this.#devices) this.#listener.says(device, { source: null, reason: 'forbidden' });
      return;
    }
    const socket = new WebSocket(socketUrl('/api/previews'));
    socket.binaryType = 'arraybuffer';
    this.#socket = socket;
    socket.addEventListener('open', () => {
      if (this.#socket === socket) this.#say(socket);
    });
    socket.addEventListener('message', ({ data }) => {
      if (this.#socket !== socket) return;
      this.#delays = retryDelays(RETRY, systemRandom);
      if (typeof data === 'string') this.#read(data);
      else if (data instanceof ArrayBuffer) this.#readPicture(new Uint8Array(data));
    });
    socket.addEventListener('close', () => {
      if (this.#socket !== socket) return;
      this.#end();
      this.#retry = window.setTimeout(() => {
        this.#retry = 0;
        this.#settle();
      }, this.#delays.next().value);
    });
  }

  #end(): void {
    const socket = this.#socket;
    if (socket === null) return;
    this.#socket = null;
    socket.close();
    this.#listener.lost();
  }

  #say(socket: WebSocket): void {
    socket.send(text.write.encode(JSON.stringify({ devices: this.#devices })));
  }

  #read(said: string): void {
    const message: unknown = JSON.parse(said);
    if (!isRecord(message) || typeof message.device !== 'string') return;
    const { device, source, reason } = message;
    this.#listener.says(device, {
      source: typeof source === 'string' ? source : null,
      reason: isReason(reason) ? reason : null,
    });
  }

  /** One byte with the length of the source's key, the key, the jpeg. */
  #readPicture(bytes: Uint8Array<ArrayBuffer>): void {
    const end = 1 + (bytes[0] ?? 0);
    this.#listener.picture(text.read.decode(bytes.subarray(1, end)), bytes.subarray(end));
  }
}

const reasons: ReadonlySet<unknown> = new Set(previewReasons);

const isReason = (value: unknown): value is PreviewReason => reasons.has(value);
