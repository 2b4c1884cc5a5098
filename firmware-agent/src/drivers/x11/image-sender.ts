import type { PixelArea } from '@seatmatrix/osd/node';
import type { Log } from '@seatmatrix/protocol/kernel';
import type { X11Connection, XShmSegment } from './x11-connection.ts';

/** Puts pixels on a pixmap or a window of the screen's depth. */
export interface ImageSender {
  /** Straight RGBA; what it lets through of the ground comes out darker, as on black. */
  send(drawable: number, area: PixelArea): void;
  readonly sharedMemory: boolean;
}

/** A megabyte: as large as the largest piece that a scene's pixels come in (1024 × 256). */
const SLOT = 1024 * 256 * 4;
/** A page of a menu at once; beyond them pixels take the longer way through the socket. */
const SLOTS = 6;

/** Through shared memory where the server is on this machine and can, otherwise through the socket. */
export async function openImageSender(connection: X11Connection, log: Log): Promise<ImageSender> {
  const { client, screen } = connection;
  const context = client.AllocID();
  client.CreateGC(context, screen.root, { graphicsExposures: 0 });
  const segment = await sharedSegment(connection);
  if (segment === null) log.info('the OSD reaches the X server through its socket: it shares no memory with it');
  const free = new Set(segment === null ? [] : Array.from({ length: SLOTS }, (_, index) => index * SLOT));
  segment?.on('complete', (offset: number) => free.add(offset));
  const image = { depth: screen.depth, sendEvent: true, autoCommit: false };
  return {
    sharedMemory: segment !== null,
    send(drawable, { area, pixels }) {
      const { x, y, width, height } = area;
      const [offset] = free;
      if (segment !== null && offset !== undefined && pixels.length <= SLOT) {
        free.delete(offset);
        toBgrx(pixels, segment.buffer.subarray(offset, offset + pixels.length));
        segment.commit(offset, pixels.length);
        segment.putImage(drawable, context, { ...image, width, height, dstX: x, dstY: y, offset });
        return;
      }
      const rows = Math.max(1, Math.floor((connection.requestMax - REQUEST_HEADER) / (width * 4)));
      for (let row = 0; row < height; row += rows) {
        const part = pixels.subarray(row * width * 4, Math.min(height, row + rows) * width * 4);
        const bytes = Buffer.allocUnsafe(part.length);
        toBgrx(part, bytes);
        const lines = part.length / (width * 4);
        client.PutImage(Z_PIXMAP, drawable, context, width, lines, x, y + row, 0, screen.depth, bytes);
      }
    },
  };
}

const REQUEST_HEADER = 28;
const Z_PIXMAP = 2;

async function sharedSegment(connection: X11Connection): Promise<XShmSegment | null> {
  const shm = await connection.extension('shm');
  if (shm === null) return null;
  return connection.ask<XShmSegment>((reply) => shm.createSegment(SLOT * SLOTS, reply)).catch(() => null);
}

/** A word at a time: four times as fast as by bytes. */
function toBgrx(rgba: Uint8Array, bgrx: Buffer): void {
  if ((rgba.byteOffset | bgrx.byteOffset) % 4 !== 0) {
    toBgrx(Uint8Array.from(rgba), bgrx);
    return;
  }
  const count = rgba.length / 4;
  const from = new Uint32Array(rgba.buffer, rgba.byteOffset, count);
  const to = new Uint32Array(bgrx.buffer, bgrx.byteOffset, count);
  for (let index = 0; index < count; index++) {
    const pixel = from[index] ?? 0;
    const alpha = pixel >>> 24;
    const [red, green, blue] = [pixel & 0xff, (pixel >>> 8) & 0xff, (pixel >>> 16) & 0xff];
    to[index] =
      alpha === 255
        ? (red << 16) | (green << 8) | blue
        : (((red * alpha) / 255) << 16) | (((green * alpha) / 255) << 8) | ((blue * alpha) / 255);
  }
}
