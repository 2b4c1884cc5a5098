/** Why there is no picture of a device. */
export const previewReasons = [
  'offline',
  'no-cable',
  'no-signal',
  'unsupported-mode',
  /** The receiver shows no computer. */
  'nothing-shown',
  /** The box makes no small pictures. */
  'unable',
  'forbidden',
  'loading',
  /** More devices are looked at than a page, or the manager, has room for at one time. */
  'crowded',
] as const;

export type PreviewReason = (typeof previewReasons)[number];

/** A device's small picture, or why there is none. The bitmap is the book's: paint it at once, never keep or close it. */
export type Preview<Bitmap> =
  | { readonly type: 'picture'; readonly bitmap: Bitmap }
  | { readonly type: 'none'; readonly reason: PreviewReason };

/** How many devices a page may look at, at one time. The manager takes no more. */
export const PREVIEWS_MAX = 64;

/** What the manager says of a device in view: whose picture it is, and why there is none. */
interface Shown {
  readonly source: string | null;
  readonly reason: PreviewReason | null;
}

interface Source<Bitmap> {
  bitmap: Bitmap | null;
  /** Being decoded. */
  busy: boolean;
  /** Came meanwhile: older ones are not worth decoding any more. */
  next: Uint8Array<ArrayBuffer> | null;
}

export interface PreviewBookOptions<Bitmap> {
  /** Rejects for what is no picture. */
  readonly decode: (jpeg: Uint8Array<ArrayBuffer>) => Promise<Bitmap>;
  /** Of these devices `of` now says something else. */
  readonly changed: (devices: readonly string[]) => void;
}

/** What the page has of the pictures in its view. One picture of a source serves every receiver that shows it. */
export class PreviewBook<Bitmap extends { close(): void }> {
  readonly #options: PreviewBookOptions<Bitmap>;
  readonly #shown = new Map<string, Shown>();
  readonly #sources = new Map<string, Source<Bitmap>>();
  #wanted: ReadonlySet<string> = new Set();
  #crowded: ReadonlySet<string> = new Set();

  constructor(options: PreviewBookOptions<Bitmap>) {
    this.#options = options;
  }

  of(device: string): Preview<Bitmap> {
    if (this.#crowded.has(device)) return { type: 'none', reason: 'crowded' };
    const shown = this.#shown.get(device);
    const reason = shown?.reason ?? 'loading';
    if (shown === undefined || shown.reason !== null) return { type: 'none', reason };
    const bitmap = this.#sources.get(shown.source ?? '')?.bitmap ?? null;
    return bitmap === null ? { type: 'none', reason } : { type: 'picture', bitmap };
  }

  /** Puts the first PREVIEWS_MAX of these in view, forgets the others, and returns those in view. */
  look(devices: ReadonlySet<string>): readonly string[] {
    const all = [...devices];
    const wanted = all.slice(0, PREVIEWS_MAX);
    this.#wanted = new Set(wanted);
    const crowded = new Set(all.slice(PREVIEWS_MAX));
    const changed = [...crowded.symmetricDifference(this.#crowded)];
    this.#crowded = crowded;
    for (const device of this.#shown.keys()) if (!this.#wanted.has(device)) this.#shown.delete(device);
    this.#sweep();
    if (changed.length > 0) this.#options.changed(changed);
    return wanted;
  }

  /** The manager says whose picture a device's is, or why there is none. */
  says(device: string, shown: Shown): void {
    if (!this.#wanted.has(device)) return;
    this.#shown.set(device, shown);
    if (shown.source !== null && !this.#sources.has(shown.source)) {
      this.#sources.set(shown.source, { bitmap: null, busy: false, next: null });
    }
    this.#sweep();
    this.#options.changed([device]);
  }

  /** A new picture of a source has come. */
  picture(key: string, jpeg: Uint8Array<ArrayBuffer>): void {
    const source = this.#sources.get(key);
    if (source === undefined) return;
    source.next = jpeg;
    if (!source.busy) this.#decodeNext(key, source);
  }

  /** The manager is away: what was seen is not what is. */
  lose(): void {
    this.#shown.clear();
    this.#sweep();
    this.#options.changed([...this.#wanted]);
  }

  #decodeNext(key: string, source: Source<Bitmap>): void {
    const jpeg = source.next;
    if (jpeg === null) return;
    source.next = null;
    source.busy = true;
    this.#options.decode(jpeg).then(
      (bitmap) => {
        source.busy = false;
        if (this.#sources.get(key) !== source) {
          bitmap.close();
          return;
        }
        source.bitmap?.close();
        source.bitmap = bitmap;
        this.#options.changed([...this.#shown].filter(([, shown]) => shown.source === key).map(([device]) => device));
        this.#decodeNext(key, source);
      },
      // What no browser can decode is no picture; the one before it stays until the next.
      () => {
        source.busy = false;
        this.#decodeNext(key, source);
      },
    );
  }

  #sweep(): void {
    const used = new Set([...this.#shown.values()].map(({ source }) => source));
    for (const [key, source] of this.#sources) {
      if (used.has(key)) continue;
      source.bitmap?.close();
      this.#sources.delete(key);
    }
  }
}
