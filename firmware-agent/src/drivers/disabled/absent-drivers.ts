import { LEDS_OFF } from '@seatmatrix/protocol/domain';
import type { HidGadget } from '../hid-gadget.ts';
import type { HidHost } from '../hid-host.ts';
import type { NetworkPort } from '../network-port.ts';
import type { Overlay } from '../overlay.ts';
import type { VideoCapture } from '../video-capture.ts';
import type { VideoOutput } from '../video-output.ts';

/*
 * Drivers of hardware that a box does not have (`none:`). They say so in the words of their interface, and pages and
 * OSD then show it: no cable, no monitor, no host. Nothing is made up.
 */

/** No keyboard and no mouse is ever plugged in. */
export const noHidHost = (): HidHost => ({
  listen: nothing,
  setLeds: nothing,
  [Symbol.asyncDispose]: disposed,
});

/** No computer reads the keyboard and the pointer. */
export const noHidGadget = (): HidGadget => ({
  listen(listener) {
    listener({ type: 'host', state: 'unplugged' });
    listener({ type: 'leds', leds: LEDS_OFF });
  },
  writeKeyboard: nothing,
  writeConsumer: nothing,
  writeAbsolutePointer: nothing,
  writeRelativePointer: nothing,
  [Symbol.asyncDispose]: disposed,
});

/** No cable is in the capture input. */
export const noVideoCapture = (): VideoCapture => ({
  codec: 'jpeg',
  listen: (listener) => listener({ type: 'state', state: { type: 'no-cable' } }),
  configure: nothing,
  start: nothing,
  stop: nothing,
  wantKeyFrame: nothing,
  preview: async () => null,
  setEdid: nothing,
  [Symbol.asyncDispose]: disposed,
});

/** No monitor is plugged in: units are let go unseen. */
export const noVideoOutput = (): VideoOutput => ({
  codecs: ['jpeg', 'h264'],
  chromas: ['4:2:0', '4:4:4'],
  listen: (listener) => listener({ type: 'no-monitor' }),
  show: nothing,
  clear: nothing,
  [Symbol.asyncDispose]: disposed,
});

/** A plane that nobody sees still has a size to lay a scene out for. */
export const noOverlay = (): Overlay => ({
  listen: (listener) => listener({ type: 'size', size: { width: 1920, height: 1080 } }),
  present: nothing,
  [Symbol.asyncDispose]: disposed,
});

/** Nothing can see the cable. The OSD tells from the carrier why the manager is away; without one it blames the manager. */
export const noNetworkPort = (): NetworkPort => ({
  listen: (listener) => listener({ type: 'carrier', up: true }),
  [Symbol.asyncDispose]: disposed,
});

function nothing(): void {
  // There is nothing to do it to.
}

async function disposed(): Promise<void> {
  // Nothing was opened.
}
