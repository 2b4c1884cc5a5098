import { type Rectangle, type Scene, sceneDamage } from '@seatmatrix/osd';
import { systemClock } from '@seatmatrix/protocol/kernel';
import { silentLog } from '@seatmatrix/protocol/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { overlayContract } from '../contract/index.ts';
import type { OverlayBench } from '../contract/overlay.contract.ts';
import { openX11Desk } from './desk.ts';
import { openX11Connection, type X11Connection } from './x11-connection.ts';
import { startXvfb, type Xvfb, xvfbIsInstalled } from './testing/xvfb.ts';

const MAGENTA = 0xff00ff;

describe.skipIf(!xvfbIsInstalled)('with Xvfb', () => {
  let xvfb: Xvfb;
  beforeAll(async () => {
    xvfb = await startXvfb();
  });
  afterAll(() => xvfb[Symbol.asyncDispose]());

  overlayContract('the X11 overlay', () => openBench(xvfb.display));
});

/** The desk in a window, whose size another client changes, as a window manager does. */
async function openBench(display: string): Promise<OverlayBench> {
  const parts = new AsyncDisposableStack();
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
  return {
    driver: desk.overlay,
    settle,
    resize: ({ width, height }) => hand.client.ResizeWindow(desk.window.xid, width, height),
    colourAt: async (pixel) => {
      const colour = await pixelOf(hand, { window: desk.window.xid, ...pixel });
      return colour === MAGENTA ? null : `#${colour.toString(16).padStart(6, '0')}`;
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
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
