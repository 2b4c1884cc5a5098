import { silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overlayContract } from '../contract/index.ts';
import type { OverlayBench } from '../contract/overlay.contract.ts';
import { openX11Desk } from './desk.ts';
import type { DeskWindow } from './desk-window.ts';
import { openImageSender } from './image-sender.ts';
import { startXvfb, type Xvfb, xvfbIsInstalled } from './testing/xvfb.ts';
import { openX11Connection, type X11Connection } from './x11-connection.ts';

const MAGENTA = 0xff00ff;

describe.skipIf(!xvfbIsInstalled)('with Xvfb', () => {
  let xvfb: Xvfb;
  beforeAll(async () => {
    xvfb = await startXvfb();
  });
  afterAll(() => xvfb[Symbol.asyncDispose]());

  overlayContract('the X11 overlay', () => openBench(xvfb.display));

  describe('the X11 overlay', () => {
    test('gives the picture back at once where it was, also one that nobody paints again', async () => {
      await using bench = await openBench(xvfb.display);
      const { width, height } = bench.window.size;
      const whole = { x: 0, y: 0, width, height };
      const picture = {
        area: { x: 0, y: 0, width: 200, height: 100 },
        pixels: new Uint8Array(200 * 100 * 4).fill(0x7f),
      };
      const sender = await openImageSender(bench.window.connection, silentLog);
      sender.send(bench.window.videoWindow, {
        ...picture,
        pixels: picture.pixels.map((each, at) => (at % 4 === 3 ? 255 : each)),
      });
      await bench.settle();
      expect(await bench.colourAt({ x: 60, y: 60 })).toBe('#7f7f7f');

      const box = { x: 50, y: 50, width: 100, height: 40 };
      const node = { type: 'panel', box, fill: '#d01010', stroke: null, strokeWidth: 0, radius: 8 } as const;
      bench.driver.present({ width, height, nodes: [node] }, [whole]);
      await bench.settle();
      expect(await bench.colourAt({ x: 60, y: 60 })).toBe('#d01010');
      expect(await bench.colourAt({ x: 50, y: 50 })).toBe('#7f7f7f');

      bench.driver.present(null, []);
      await bench.settle();
      expect(await bench.colourAt({ x: 60, y: 60 })).toBe('#7f7f7f');
    });
  });
});

/** The desk in a window, whose size another client changes, as a window manager does. */
async function openBench(display: string): Promise<OverlayBench & { readonly window: DeskWindow }> {
  await using parts = new AsyncDisposableStack();
  const desk = parts.use(
    await openX11Desk({ url: `//${display}?window=1600x900`, clock: systemClock, log: silentLog, environment: {} }),
  );
  const hand = parts.use(await openX11Connection(display, silentLog));
  const video = desk.window.videoWindow;
  hand.client.ChangeWindowAttributes(video, { backgroundPixel: MAGENTA });
  hand.client.ClearArea(video, 0, 0, 0, 0, 0);
  const settle = async () => {
    // Ours is done, the server told what followed from it, and that was done as well.
    for (let turn = 0; turn < 3; turn++) {
      await hand.sync();
      await desk.window.connection.sync();
    }
  };
  await settle();
  const kept = parts.move();
  return {
    driver: desk.overlay,
    window: desk.window,
    settle,
    resize: ({ width, height }) => hand.client.ResizeWindow(desk.window.xid, width, height),
    colourAt: async (pixel) => {
      const colour = await pixelOf(hand, { window: desk.window.xid, ...pixel });
      return colour === MAGENTA ? null : `#${colour.toString(16).padStart(6, '0')}`;
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  };
}

async function pixelOf(
  { ask, client }: X11Connection,
  { window, x, y }: { readonly window: number; readonly x: number; readonly y: number },
): Promise<number> {
  const { data } = await ask<{ readonly data: Buffer }>((reply) =>
    client.GetImage(2, window, x, y, 1, 1, 0xffffffff, reply),
  );
  return data.readUInt32LE(0) & 0xffffff;
}
