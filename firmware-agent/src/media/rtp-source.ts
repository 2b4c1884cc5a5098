import {
  type BoxReport,
  type Chroma,
  generation,
  type MediaKey,
  type MediaOffer,
  type SourceSettings,
} from '@seatmatrix/protocol/domain';
import { type Clock, type Duration, seconds, type Timer } from '@seatmatrix/protocol/kernel';
import type { SoundCapture, VideoCapture } from '../drivers/index.ts';
import type { RandomBytes } from '../rtp/sending-epoch.ts';
import type { CaptureFanout, Viewer } from './capture-fanout.ts';
import type { DatagramPlace, DatagramPort } from './datagram-port.ts';
import { type RtpViewer, RtpViewers } from './rtp-viewers.ts';

export interface RtpSourceOptions {
  readonly capture: Pick<VideoCapture, 'codec' | 'configure'>;
  readonly fanout: CaptureFanout;
  readonly sound: SoundCapture | null;
  readonly port: DatagramPort;
  readonly clock: Clock;
  readonly randomBytes: RandomBytes;
  readonly group: DatagramPlace | null;
}

/**
 * Receivers of somebody else start long after their first key picture, and most ask for none: a plain line of elements
 * sends no RTCP. What such a picture costs is paid for no longer than the viewer was asked for.
 */
const FOREIGN_KEY_EVERY = seconds(1);

/** Each is protected by itself, and is somebody who tries something: four of them cost as much as all desks together. */
const FOREIGN_MAX = 4;

/** A transmitter's picture and sound as SRTP: its viewer group, and beside it receivers of somebody else. */
export class RtpSource {
  readonly #options: RtpSourceOptions;
  readonly #viewers: RtpViewers;
  readonly #foreign = new Map<RtpViewers, Timer>();
  /** Runs while there are any. */
  #keys: Timer | null = null;
  readonly #taps = new Map<RtpViewers, Viewer>();
  #settings: Pick<SourceSettings, 'chroma' | 'sound'> = { chroma: '4:2:0', sound: false };
  #chroma: Chroma = '4:2:0';
  #offers: { readonly chromas: readonly Chroma[]; readonly sound: boolean } | null = null;
  #sounding = false;

  constructor(options: RtpSourceOptions) {
    this.#options = options;
    this.#viewers = this.#group({ group: options.group, own: true });
    options.port.listen((bytes) => this.#viewers.receive(bytes));
    options.sound?.listen((unit) => {
      if (!this.#sounding) return;
      this.#viewers.sound(unit);
      for (const foreign of this.#foreign.keys()) foreign.sound(unit);
    });
  }

  /** What a receiver needs to know to answer; null when this source does not go over SRTP. */
  get mediaPort(): number | null {
    return this.#options.capture.codec === 'h264' ? this.#options.port.place.port : null;
  }

  /** Of the viewer who receives worst; null while nobody has reported. */
  get reception(): BoxReport['reception'] {
    return this.#viewers.reception;
  }

  /** Packets that were nobody's. */
  get refused(): number {
    return this.#viewers.refused;
  }

  settings(settings: Pick<SourceSettings, 'chroma' | 'sound'>): void {
    this.#settings = settings;
    this.#configure();
  }

  join(viewer: {
    readonly place: DatagramPlace;
    readonly offer: MediaOffer;
    readonly key: (key: MediaKey) => void;
  }): RtpViewer {
    return this.#viewers.join(viewer);
  }

  /**
   * Sends to a receiver of somebody else for so long, with keys of its own. Null: this source has no SRTP, or serves as
   * many as it can.
   */
  serveForeign(viewer: { readonly place: DatagramPlace; readonly time: Duration }): MediaKey | null {
    if (this.mediaPort === null || this.#foreign.size >= FOREIGN_MAX) return null;
    const { clock } = this.#options;
    const viewers = this.#group({ group: null, own: false });
    const end = clock.timer({ name: 'foreign viewer', after: viewer.time, fire: () => this.#endForeign(viewers) });
    // Before it joins, which opens the microphone for it.
    this.#foreign.set(viewers, end);
    let told: MediaKey | null = null;
    const member = viewers.join({
      place: viewer.place,
      offer: { port: viewer.place.port, chromas: ['4:2:0', '4:4:4'], sound: true },
      key: (key) => {
        told = key;
      },
    });
    // Nobody there says that the keys have arrived: a receiver of somebody else is started with them and waits.
    member.taken(1);
    this.#keys ??= this.#makeKeysForForeign();
    return told;
  }

  stop(): void {
    for (const foreign of [...this.#foreign.keys()]) this.#endForeign(foreign);
    this.#viewers.stop();
  }

  #makeKeysForForeign(): Timer {
    const fire = () => {
      for (const foreign of this.#foreign.keys()) this.#taps.get(foreign)?.wantKeyFrame();
      this.#keys = this.#makeKeysForForeign();
    };
    return this.#options.clock.timer({ name: 'foreign viewer: key picture', after: FOREIGN_KEY_EVERY, fire });
  }

  #endForeign(viewers: RtpViewers): void {
    this.#foreign.get(viewers)?.cancel();
    this.#foreign.delete(viewers);
    if (this.#foreign.size === 0) {
      this.#keys?.cancel();
      this.#keys = null;
    }
    viewers.stop();
  }

  /** `own`: what its members can decode decides what is made. */
  #group({ group, own }: { readonly group: DatagramPlace | null; readonly own: boolean }): RtpViewers {
    const { port, clock, randomBytes, fanout } = this.#options;
    const viewers: RtpViewers = new RtpViewers({
      port,
      clock,
      randomBytes,
      group,
      wantKeyFrame: () => this.#taps.get(viewers)?.wantKeyFrame(),
      watched: (by) => {
        if (own) this.#offers = by;
        this.#configure();
        if (by === null) {
          this.#taps.get(viewers)?.remove();
          this.#taps.delete(viewers);
        } else if (!this.#taps.has(viewers)) {
          const line = { buffered: 0, send: viewers.unit.bind(viewers) };
          this.#taps.set(viewers, fanout.add({ generation: generation(0), line }));
        }
        this.#listen();
      },
    });
    return viewers;
  }

  #configure(): void {
    const { capture } = this.#options;
    const can = this.#offers === null || this.#offers.chromas.includes('4:4:4');
    const chroma = this.#settings.chroma === '4:4:4' && can ? '4:4:4' : '4:2:0';
    if (chroma !== this.#chroma) capture.configure({ chroma });
    this.#chroma = chroma;
    this.#listen();
  }

  /** The microphone is open only while somebody hears it. */
  #listen(): void {
    const { sound } = this.#options;
    const heard = (this.#offers?.sound === true || this.#foreign.size > 0) && this.#taps.size > 0;
    const wanted = this.#settings.sound && heard;
    if (sound === null || wanted === this.#sounding) return;
    this.#sounding = wanted;
    if (wanted) sound.start();
    else sound.stop();
  }
}
