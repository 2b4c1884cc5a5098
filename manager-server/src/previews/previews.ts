import type { DeviceKey, PreviewFrame } from '@seatmatrix/protocol/domain';
import { type Clock, Fault, type Instant, type Log, seconds, type Timer } from '@seatmatrix/protocol/kernel';
import { CloseCode, type Transport } from '@seatmatrix/protocol/link';
import { decodePreviewFrame, encodePreviewRequest } from '@seatmatrix/protocol/wire';
import type { DirectorySnapshot } from '../directory/collection.ts';
import type { Directory } from '../directory/directory.ts';
import { indexDirectory } from '../directory/directory-index.ts';
import type { SiteFeed } from '../feed/index.ts';
import type { Journal } from '../store/journal.ts';
import { PreviewConduct } from './preview-conduct.ts';
import { lookAt, type PreviewFacts, type Watcher } from './preview-look.ts';
import {
  NO_PREVIEWS,
  type PageId,
  PREVIEW_INTERVAL,
  PREVIEW_WIDTH,
  type PreviewInput,
  type PreviewOut,
} from './preview-state.ts';
import { stepPreviews } from './preview-step.ts';
import type { PreviewWatch, PreviewWatcher } from './preview-watch.ts';
import { isSmallJpeg } from './small-jpeg.ts';

export interface PreviewsOptions {
  readonly site: PreviewSite;
  readonly directory: Pick<Directory, 'snapshot' | 'onChange'>;
  readonly feed: Pick<SiteFeed, 'subscribe'>;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
}

/** What previews need of boxes and matrix. */
export interface PreviewSite extends Omit<PreviewFacts, 'index'> {
  /** Whether the box at this transmitter makes small pictures; null while it is away. */
  makesPreviews(transmitter: DeviceKey): boolean | null;
  /** Has it dial `/preview`. */
  ask(transmitter: DeviceKey): void;
  /** The place of an adopted box; null for others. */
  deviceOf(transport: Transport): DeviceKey | null;
}

const LOOK_EVERY = seconds(1);

/** A box that was asked a moment ago may dial although nobody looks any more. */
const LATE_MAX = seconds(30);

const BOUNDS = { width: PREVIEW_WIDTH, height: (PREVIEW_WIDTH * 9) / 16 };

interface Page {
  readonly watcher: PreviewWatcher;
  devices: readonly DeviceKey[];
}

/**
 * Small pictures on their way from boxes to pages, for as long as somebody looks: no socket, no timer and no work of a box
 * otherwise.
 */
export class Previews {
  readonly #options: PreviewsOptions;
  readonly #pages = new Map<PageId, Page>();
  readonly #sockets = new Map<DeviceKey, Transport>();
  /** The newest of each source that somebody looks at: who comes second sees it at once. */
  readonly #pictures = new Map<DeviceKey, Uint8Array>();
  readonly #asked = new Map<DeviceKey, Instant>();
  readonly #conduct: PreviewConduct;
  readonly #inputs: WithoutNow<PreviewInput>[] = [];
  #state = NO_PREVIEWS;
  #numbers = 0;
  #stepping = false;
  #timer: Timer | null = null;

  constructor(options: PreviewsOptions) {
    this.#options = options;
    this.#conduct = new PreviewConduct(options);
    options.directory.onChange((after, before) => this.#directoryChanged(after, before));
    options.feed.subscribe(null, (message) => {
      if (message.type !== 'event' || this.#pages.size === 0) return;
      const { event } = message;
      if (event.type === 'presence' && event.device !== null) this.#boxChanged(event.device as DeviceKey);
      if (event.type === 'route') this.#lookAnew((device) => device === event.receiver);
      if (event.type === 'session') this.#lookAnew(() => true, 'operator');
    });
  }

  /** A page that may look at pictures at all; what it may see is judged device by device, and anew with every change. */
  watch(watcher: PreviewWatcher): PreviewWatch {
    this.#numbers += 1;
    const number = this.#numbers;
    const page: Page = { watcher, devices: [] };
    this.#pages.set(number, page);
    return {
      look: (devices) => {
        if (!this.#pages.has(number)) return;
        page.devices = devices;
        this.#resolve(number, page);
      },
      // Also one that waited for a slow page, which may not see it any more.
      picture: (source) => (this.#looksAt(number, source) ? (this.#pictures.get(source) ?? null) : null),
      end: () => {
        if (!this.#pages.delete(number)) return;
        this.#step({ type: 'looks', page: number, looks: new Map() });
      },
    };
  }

  /** A box has dialled `/preview`. Call in the turn in which the transport was accepted. */
  accept(transport: Transport): void {
    const { clock } = this.#options;
    const source = this.#options.site.deviceOf(transport);
    const asked = source === null ? undefined : this.#asked.get(source);
    if (source === null || asked === undefined || clock.now() - asked > LATE_MAX) {
      transport.listen({ frame: () => undefined, closed: () => undefined });
      transport.close({ code: CloseCode.unauthorised, reason: 'nobody asked for small pictures' });
      if (source !== null) this.#conduct.tell(source, { transport, what: 'it opened a socket that nobody asked for' });
      return;
    }
    transport.listen({
      frame: (frame) => {
        if (this.#sockets.get(source) === transport) this.#heard(source, frame);
      },
      closed: ({ code }) => {
        if (this.#sockets.get(source) !== transport) return;
        this.#sockets.delete(source);
        const what = 'a small picture of it was too large';
        this.#step(code === CloseCode.oversized ? { type: 'misconduct', source, what } : { type: 'closed', source });
      },
    });
    // One ask is one socket: who was cut off comes back when it is asked again, and not before.
    this.#asked.delete(source);
    const phase = this.#state.sources.get(source)?.phase.type;
    if (phase !== 'asked' && phase !== 'open') {
      transport.close({ code: CloseCode.normal, reason: 'nobody looks any more' });
      return;
    }
    this.#close(source, { code: CloseCode.replaced, reason: 'the same box connected again' });
    this.#sockets.set(source, transport);
    this.#step({ type: 'opened', source });
  }

  closeAll(): void {
    this.#timer?.cancel();
    this.#timer = null;
    for (const source of [...this.#sockets.keys()]) {
      this.#close(source, { code: CloseCode.goingAway, reason: 'the manager stops' });
    }
  }

  #heard(source: DeviceKey, bytes: Uint8Array): void {
    const frame = readFrame(bytes);
    if (frame === null || (frame.type === 'unit' && !isPicture(frame))) {
      this.#step({ type: 'misconduct', source, what: 'it sent what is no small jpeg' });
      return;
    }
    if (frame.type === 'unit') this.#pictures.set(source, frame.unit.bytes);
    this.#step({ type: 'frame', source, frame: frameWord(frame) });
  }

  #looksAt(number: PageId, source: DeviceKey): boolean {
    return this.#state.sources.get(source)?.watchers.has(number) ?? false;
  }

  #resolve(number: PageId, page: Page): void {
    const { directory, site } = this.#options;
    const facts: PreviewFacts = {
      index: indexDirectory(directory.snapshot),
      isOnline: (device) => site.isOnline(device),
      shownAt: (receiver) => site.shownAt(receiver),
      operatorAt: (receiver) => site.operatorAt(receiver),
    };
    const looks = new Map(page.devices.map((device) => [device, lookAt(device, page.watcher.who, facts)]));
    this.#step({ type: 'looks', page: number, looks });
  }

  #lookAnew(concerns: (device: DeviceKey) => boolean, role?: Watcher['role']): void {
    for (const [number, page] of [...this.#pages]) {
      if (role !== undefined && page.watcher.who.role !== role) continue;
      if (page.devices.some(concerns)) this.#resolve(number, page);
    }
  }

  #directoryChanged(now: DirectorySnapshot, before: DirectorySnapshot): void {
    const names = ['devices', 'device-groups', 'operators', 'grants', 'seats'] as const;
    if (names.some((name) => now[name] !== before[name])) this.#lookAnew(() => true);
  }

  #boxChanged(device: DeviceKey): void {
    this.#lookAnew((each) => each === device);
    if (this.#state.sources.has(device)) this.#reach(device);
  }

  #reach(source: DeviceKey): void {
    const makes = this.#options.site.makesPreviews(source);
    const reach = makes === null ? 'offline' : makes ? 'here' : 'unable';
    this.#step({ type: 'reach', source, reach });
  }

  /** What follows from an input may be the next one: it waits until all of the first is done. */
  #step(input: WithoutNow<PreviewInput>): void {
    this.#inputs.push(input);
    if (this.#stepping) return;
    this.#stepping = true;
    try {
      for (let next = this.#inputs.shift(); next !== undefined; next = this.#inputs.shift()) {
        const { state, out } = stepPreviews(this.#state, { ...next, now: this.#options.clock.now() });
        this.#state = state;
        for (const each of out) this.#do(each);
      }
    } finally {
      this.#stepping = false;
    }
    this.#lookLater();
  }

  #do(out: PreviewOut): void {
    switch (out.type) {
      case 'ask':
        this.#ask(out.source);
        return;
      case 'want':
        this.#sockets
          .get(out.source)
          ?.send(encodePreviewRequest({ type: 'wanted', widthMax: PREVIEW_WIDTH, interval: PREVIEW_INTERVAL }));
        return;
      case 'close':
        this.#sockets.get(out.source)?.send(encodePreviewRequest({ type: 'unwanted' }));
        this.#close(out.source, { code: CloseCode.normal, reason: 'nobody looks any more' });
        return;
      case 'cut': {
        const transport = this.#sockets.get(out.source) ?? null;
        this.#conduct.tell(out.source, { transport, what: out.what });
        this.#close(out.source, { code: CloseCode.overloaded, reason: out.what });
        return;
      }
      case 'forget':
        this.#pictures.delete(out.source);
        this.#roomCame();
        return;
      case 'tell': {
        const { page, device, source, reason } = out;
        this.#pages.get(page)?.watcher.shows(device, { source, reason });
        return;
      }
      case 'picture':
        this.#pages.get(out.page)?.watcher.pictureCame(out.source);
        return;
    }
  }

  /** Somebody who was told that there is no room looks again. */
  #roomCame(): void {
    for (const [number, looks] of this.#state.pages) {
      const page = this.#pages.get(number);
      const waits = [...looks.values()].some(({ reason }) => reason === 'crowded');
      if (page !== undefined && waits) this.#resolve(number, page);
    }
  }

  #ask(source: DeviceKey): void {
    const makes = this.#options.site.makesPreviews(source);
    if (makes !== true) {
      this.#step({ type: 'reach', source, reach: makes === null ? 'offline' : 'unable' });
      return;
    }
    this.#asked.set(source, this.#options.clock.now());
    this.#options.site.ask(source);
  }

  #close(source: DeviceKey, closed: { readonly code: number; readonly reason: string }): void {
    const transport = this.#sockets.get(source);
    this.#sockets.delete(source);
    transport?.close(closed);
  }

  #lookLater(): void {
    if (this.#timer !== null || this.#state.sources.size === 0) return;
    this.#timer = this.#options.clock.timer({
      name: 'small pictures',
      after: LOOK_EVERY,
      fire: () => {
        this.#timer = null;
        this.#step({ type: 'time' });
      },
    });
  }
}

type WithoutNow<Input> = Input extends unknown ? Omit<Input, 'now'> : never;

function readFrame(bytes: Uint8Array): PreviewFrame | null {
  try {
    return decodePreviewFrame(bytes);
  } catch (thrown) {
    if (thrown instanceof Fault) return null;
    throw thrown;
  }
}

const isPicture = ({ unit }: Extract<PreviewFrame, { readonly type: 'unit' }>): boolean =>
  unit.codec === 'jpeg' && isSmallJpeg(unit.bytes, BOUNDS);

function frameWord(frame: PreviewFrame) {
  switch (frame.type) {
    case 'unit':
      return 'picture';
    case 'unchanged':
      return 'unchanged';
    case 'unavailable':
      return frame.reason === 'none' ? 'unable' : frame.reason;
  }
}
