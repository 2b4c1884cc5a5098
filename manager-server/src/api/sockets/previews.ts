import { type DeviceKey, deviceKey } from '@seatmatrix/protocol/domain';
import { type Clock, type Log, milliseconds, type Timer } from '@seatmatrix/protocol/kernel';
import { CloseCode } from '@seatmatrix/protocol/link';
import { KEY_MAX } from '@seatmatrix/protocol/wire';
import { z } from 'zod';
import { auditEntry } from '../../audit/index.ts';
import { DEVICES_MAX, type PreviewReason, type PreviewWatch } from '../../previews/index.ts';
import type { Journal } from '../../store/journal.ts';
import type { BoxSide } from '../box-side.ts';
import { actorOf } from '../endpoint.ts';
import type { PageSocket } from './page-socket.ts';
import type { SocketHandler, SocketRequest } from './page-sockets.ts';

export interface PreviewSocketOptions {
  readonly boxSide: Pick<BoxSide, 'watchPreviews'>;
  readonly journal: Pick<Journal, 'commit'>;
  readonly clock: Clock;
  readonly log: Log;
}

/** What a page says, as JSON in a binary frame: the devices in its view, in place of those before. */
const lookSchema = z.strictObject({
  devices: z.array(z.string().min(1).max(KEY_MAX).transform(deviceKey)).max(DEVICES_MAX),
});

/**
 * What goes to a page as JSON text: whose picture a device's is, and why there is none (null: there is one). Pictures go as
 * binary frames: one byte with the length of their source's key, the key, the jpeg.
 */
export interface PreviewMessage {
  readonly device: string;
  readonly source: string | null;
  readonly reason: PreviewReason | null;
}

/** The page gathers longer than this; of a program that says more, the newest list counts. */
const LOOK_EVERY = milliseconds(50);

/** Some twenty pictures: what waits longer is older than what is there by then, and is left out. */
const BEHIND_MAX = 256 * 1024;

/** A page that does not even read words. */
const GONE_MAX = 1024 * 1024;

/** `/api/previews`: small live pictures of the devices that the page says are in its view. */
export function previewSocket(options: PreviewSocketOptions): SocketHandler {
  return (page, request) => {
    const line = new PreviewLine(page);
    const { account } = request.signedIn;
    const watch = options.boxSide.watchPreviews({
      who: { role: account.role, operator: account.key },
      shows: (device, shown) => line.tell({ device, ...shown }),
      pictureCame: (source) => line.pictureCame(source),
    });
    line.open(watch);
    let mayLook = false;
    let wanted: readonly DeviceKey[] | null = null;
    let pause: Timer | null = null;
    const look = () => {
      if (!mayLook || pause !== null || wanted === null) return;
      watch.look(wanted);
      wanted = null;
      const fire = () => {
        pause = null;
        look();
      };
      pause = options.clock.timer({ name: 'previews: next look', after: LOOK_EVERY, fire });
    };
    page.listen({
      frame(frame) {
        const devices = readLook(frame);
        if (devices === null) {
          page.close({ code: CloseCode.malformed, reason: 'not a list of devices' });
          return;
        }
        wanted = devices;
        look();
      },
      drained: () => line.drained(),
      closed: () => {
        mayLook = false;
        pause?.cancel();
        watch.end();
      },
    });
    auditOpening(options, request).then(
      () => {
        mayLook = true;
        look();
      },
      (thrown: unknown) => {
        options.log.error('who looks at pictures is not in the audit', { reason: String(thrown) });
        page.close({ code: CloseCode.internal, reason: 'the manager cannot write' });
      },
    );
  };
}

/** First the entry, then the pictures: nobody looks at screens unseen. */
function auditOpening({ clock, journal }: PreviewSocketOptions, { signedIn, from }: SocketRequest): Promise<void> {
  const act = { actor: actorOf(signedIn), from, action: 'previews.open', object: '', outcome: 'done' } as const;
  return journal.commit([{ type: 'audit', entry: auditEntry(act, clock) }]);
}

function readLook(frame: Uint8Array): readonly DeviceKey[] | null {
  try {
    const read = lookSchema.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(frame)));
    return read.success ? [...new Set(read.data.devices)] : null;
  } catch {
    // Not UTF-8, or not JSON: the caller says so.
    return null;
  }
}

/** What goes to one page. Of each source at most the newest picture waits for a page that is slow. */
class PreviewLine {
  readonly #page: PageSocket;
  #watch: PreviewWatch | null = null;
  readonly #held = new Set<DeviceKey>();

  constructor(page: PageSocket) {
    this.#page = page;
  }

  open(watch: PreviewWatch): void {
    this.#watch = watch;
  }

  tell(message: PreviewMessage): void {
    if (this.#page.buffered > GONE_MAX) this.#page.close({ code: CloseCode.slow, reason: 'the page reads too slowly' });
    else this.#page.send(JSON.stringify(message));
  }

  pictureCame(source: DeviceKey): void {
    this.#held.add(source);
    this.drained();
  }

  drained(): void {
    for (const source of this.#held) {
      if (this.#page.buffered > BEHIND_MAX) return;
      this.#held.delete(source);
      const jpeg = this.#watch?.picture(source) ?? null;
      if (jpeg !== null) this.#page.send(pictureFrame(source, jpeg));
    }
  }
}

function pictureFrame(source: DeviceKey, jpeg: Uint8Array): Uint8Array {
  const key = Buffer.from(source);
  return Buffer.concat([Buffer.from([key.length]), key, jpeg]);
}
