import { decodeLeds, encodeLeds, LEDS_OFF } from '@seatmatrix/protocol/domain';
import { milliseconds, seconds, seededRandom, silentLog } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { expect, test } from 'vitest';
import type { HidGadgetEvent } from '../../firmware-agent/src/drivers/hid-gadget.ts';
import { HidgGadget } from '../../firmware-agent/src/drivers/hidg/hidg-gadget.ts';
import { wantedGadget } from '../../firmware-agent/src/drivers/hidg/wanted-gadget.ts';
import { scaled, tellFigure } from './scale.ts';

test('A16 the computer sees a keyboard, two pointers and media keys, and neither network nor serial nor storage', ({
  task,
}) => {
  const { tree } = wantedGadget('controller');
  const functions = [...tree.keys()].filter((path) => /^functions\/[^/]+$/.test(path)).sort();
  expect(functions).toEqual([
    'functions/hid.absolute-pointer',
    'functions/hid.consumer',
    'functions/hid.keyboard',
    'functions/hid.relative-pointer',
  ]);
  const linked = [...tree]
    .filter(([, entry]) => entry.type === 'link')
    .map(([path]) => path.replace(/.*\//, 'functions/'));
  expect(linked.sort()).toEqual(functions);
  tellFigure(task, `${functions.length} HID functions and no other`);
});

test('A16 LED reports of any length and number do nothing but set three lights', async ({ task }) => {
  const count = scaled(10_000, 100_000);
  const random = seededRandom(16);
  const clock = new VirtualClock();
  const outputs: Uint8Array[] = [];
  const events: HidGadgetEvent[] = [];
  const pressed: string[] = [];
  const file = (name: string) => ({
    write: (report: Uint8Array) => {
      // The keyboard tells every half second that nothing is held, as keyboards do.
      if (report.some((byte) => byte !== 0)) pressed.push(name);
      return 'taken' as const;
    },
    read: () => (name === 'keyboard' ? (outputs.shift() ?? null) : null),
    close: () => undefined,
  });
  const names = ['keyboard', 'consumer', 'absolute-pointer', 'relative-pointer'] as const;
  const gadget = new HidgGadget({
    files: new Map(names.map((name) => [name, file(name)])),
    readController: () => ({ state: 'configured', suspended: false }),
    wake: () => null,
    unbind: () => undefined,
    hold: { [Symbol.asyncDispose]: async () => undefined },
    clock,
    log: silentLog,
  });
  gadget.listen((event) => void events.push(event));
  await clock.advance(seconds(3));
  let last = LEDS_OFF;
  for (let report = 0; report < count; report++) {
    const bytes = Uint8Array.from({ length: Math.floor(random() * 70) }, () => Math.floor(random() * 256));
    outputs.push(bytes);
    if (bytes[0] !== undefined) last = decodeLeds(bytes[0]);
    if (report % 100 === 99) await clock.advance(milliseconds(20));
  }
  await clock.advance(milliseconds(50));
  const told = events.filter((event) => event.type === 'leds');
  expect(told.at(-1)).toEqual({ type: 'leds', leds: last });
  expect(encodeLeds(last)).toBeLessThan(8);
  // The newest of a look, so that a computer that blinks fast does not fill the link to the desk.
  expect(told.length).toBeLessThanOrEqual(count / 100 + 2);
  expect(events.filter(({ type }) => type !== 'leds' && type !== 'host')).toEqual([]);
  expect(pressed).toEqual([]);
  tellFigure(task, `${count.toLocaleString('en')} reports, ${told.length} changes of lights, 0 keys`);
});
