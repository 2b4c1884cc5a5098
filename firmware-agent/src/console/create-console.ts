import {
  type AccessUnit,
  type ConsoleInput,
  type ConsoleOutput,
  type Crop,
  type KeyboardLeds,
  LEDS_OFF,
} from '@seatmatrix/protocol/domain';
import { faultFrom, seconds, type Timer, unreachable } from '@seatmatrix/protocol/kernel';
import { CloseCode, type Transport } from '@seatmatrix/protocol/link';
import { decodeConsoleInput } from '@seatmatrix/protocol/wire';
import type { HidHost, HidHostEvent, Overlay, VideoOutput, VideoOutputEvent } from '../drivers/index.ts';
import type { Console, ConsoleOptions } from './console.ts';
import { ConsolePage } from './console-page.ts';
import type { PageTranscoder } from './page-transcoder.ts';

/**
 * Puts browser pages beside the given drivers. The first page's keys and pointer are one more keyboard and one more
 * mouse; a page that comes while another controls watches. When the controlling page goes, its keyboard is unplugged, and
 * nobody who watches gets its control unasked: the next page that opens (a reload, for a watcher) has it.
 */
export function createConsole({ drivers, clock, log, transcoders }: ConsoleOptions): Console {
  const pages = new Set<ConsolePage>();
  let control: ConsolePage | null = null;
  let tellHid: ((event: HidHostEvent) => void) | null = null;
  let tellVideo: ((event: VideoOutputEvent) => void) | null = null;
  let picture: { readonly unit: AccessUnit; readonly crop: Crop | null } | null = null;
  let lastShown: AccessUnit | null = null;
  let lastCrop: Crop | null = null;
  let transcoder: PageTranscoder | null = null;
  let keyAsked: Timer | null = null;
  let scene: string | null = null;
  let leds: KeyboardLeds = LEDS_OFF;

  const tellPages = (output: ConsoleOutput): void => {
    for (const page of pages) page.send(output);
  };
  const plug = (): void => {
    tellHid?.({ type: 'attached', device: KEYBOARD });
    tellHid?.({ type: 'attached', device: POINTER });
  };
  const unplug = (): void => {
    tellHid?.({ type: 'detached', device: KEYBOARD.id });
    tellHid?.({ type: 'detached', device: POINTER.id });
  };

  const hidHost: HidHost = {
    listen(listener) {
      tellHid = listener;
      drivers.hidHost.listen(listener);
      if (control !== null) plug();
    },
    setLeds(next) {
      leds = next;
      drivers.hidHost.setLeds(next);
      tellPages({ type: 'leds', leds });
    },
    async [Symbol.asyncDispose]() {
      tellHid = null;
      for (const page of [...pages]) page.close({ code: CloseCode.goingAway, reason: 'the receiver stops' });
      await drivers.hidHost[Symbol.asyncDispose]();
    },
  };

  const videoOutput: VideoOutput = {
    codecs: drivers.videoOutput.codecs,
    chromas: drivers.videoOutput.chromas,
    listen(listener) {
      tellVideo = listener;
      drivers.videoOutput.listen(listener);
    },
    show(unit, crop) {
      if (unit.key) {
        picture = { unit, crop };
        keyAsked?.cancel();
        keyAsked = null;
      }
      lastShown = unit;
      lastCrop = crop;
      if (unit.codec === 'h264') transcoder?.push(unit);
      drivers.videoOutput.show(unit, crop);
      for (const page of pages) page.unit(unit, crop);
    },
    clear() {
      picture = null;
      lastShown = null;
      keyAsked?.cancel();
      keyAsked = null;
      transcoder?.clear();
      drivers.videoOutput.clear();
      for (const page of pages) page.noPicture();
    },
    async [Symbol.asyncDispose]() {
      keyAsked?.cancel();
      await transcoder?.[Symbol.asyncDispose]();
      await drivers.videoOutput[Symbol.asyncDispose]();
    },
  };

  const overlay: Overlay = {
    listen: (listener) => drivers.overlay.listen(listener),
    present(next, damage) {
      scene = next === null ? null : JSON.stringify(next);
      drivers.overlay.present(next, damage);
      tellPages({ type: 'scene', scene });
    },
    [Symbol.asyncDispose]: () => drivers.overlay[Symbol.asyncDispose](),
  };

  // A page that missed units can go on with a new key only; the screen's way to ask for one is to say so.
  // Two wishes close together are taken for one, and the second may be of a page that came after the answer.
  const wantKeyFrame = (): void => {
    keyAsked?.cancel();
    keyAsked = null;
    if (lastShown === null) return;
    keyAsked = clock.timer({ name: 'key unit for a console page', after: ASK_AGAIN, fire: wantKeyFrame });
    tellVideo?.({ type: 'undecodable', unit: lastShown });
  };
  /** One for all pages that need it, as long as there are any. */
  const keepTranscoder = (): void => {
    const needed = [...pages].some((page) => !page.shows('h264'));
    if (needed && transcoder === null) {
      transcoder =
        transcoders?.({
          picture: (unit) => {
            for (const page of pages) if (!page.shows('h264')) page.unit(unit, lastCrop);
          },
          wantKeyFrame,
        }) ?? null;
    } else if (!needed) {
      void transcoder?.[Symbol.asyncDispose]();
      transcoder = null;
    }
  };
  const take = (page: ConsolePage, input: ConsoleInput): void => {
    switch (input.type) {
      case 'want-key-frame':
        wantKeyFrame();
        return;
      case 'codecs':
        page.canShow(input.codecs);
        keepTranscoder();
        return;
      case 'keyboard':
      case 'pointer': {
        if (page !== control) return;
        const device = input.type === 'keyboard' ? KEYBOARD : POINTER;
        tellHid?.({ type: 'report', device: device.id, bytes: input.report });
        return;
      }
      default:
        unreachable(input);
    }
  };

  return {
    drivers: { ...drivers, hidHost, videoOutput, overlay },
    accept(transport: Transport) {
      if (pages.size >= PAGES_MAX) {
        transport.close({ code: CloseCode.slow, reason: `${PAGES_MAX} pages are open` });
        return;
      }
      const page = new ConsolePage({ transport, clock, wantKeyFrame });
      transport.listen({
        frame(frame) {
          try {
            take(page, decodeConsoleInput(frame));
          } catch (thrown) {
            const fault = faultFrom(thrown, { code: 'frame-malformed', message: 'a page sent what is no input' });
            log.warn('a console page is closed', { address: transport.peer.address, cause: fault.message });
            page.close({ code: CloseCode.malformed, reason: fault.code });
          }
        },
        closed() {
          pages.delete(page);
          page.dispose();
          keepTranscoder();
          if (page !== control) return;
          control = null;
          unplug();
        },
      });
      pages.add(page);
      page.send({ type: 'role', role: control === null ? 'control' : 'watch' });
      page.send({ type: 'leds', leds });
      page.send({ type: 'scene', scene });
      if (picture === null) page.noPicture();
      else if (lastShown === picture.unit) page.unit(picture.unit, picture.crop);
      else page.oldUnit(picture.unit, picture.crop);
      if (lastShown !== null && !lastShown.key) wantKeyFrame();
      if (control !== null) return;
      control = page;
      plug();
    },
  };
}

/** Longer than the route takes two wishes for one. */
const ASK_AGAIN = seconds(1);

/** Each page costs its own copy of every picture on the wire, and a box is a small machine. */
const PAGES_MAX = 16;

const KEYBOARD = { id: 'console-keyboard', layout: 'boot-keyboard', name: 'console page' } as const;
const POINTER = { id: 'console-pointer', layout: 'absolute-pointer', name: 'console page' } as const;
