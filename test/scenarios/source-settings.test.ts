import type { RestClient } from '@seatmatrix/manager-server/testing';
import { DEFAULT_SOURCE_SETTINGS, POINTER_MAX, type SourceSettings } from '@seatmatrix/protocol/domain';
import { milliseconds, seconds } from '@seatmatrix/protocol/kernel';
import { describe, expect } from 'vitest';
import { BareBox } from '../harness/bare-box.ts';
import type { Lab } from '../harness/lab.ts';
import { scenario } from '../harness/scenario.ts';

/** As a program would: reads the device, changes it, and sends it back with the version that it saw. */
async function choose(lab: Lab, rest: RestClient, device: string, part: Partial<SourceSettings>): Promise<void> {
  const list = await rest.request('GET', `/api/devices?id=${device}`);
  const [read] = list.json.items;
  const put = await rest.request('PUT', `/api/devices/${read.key}`, {
    body: { ...read, settings: { ...read.settings, ...part } },
    headers: { 'if-match': `"${read.version}"` },
  });
  expect([put.status, put.json.settings]).toEqual([200, { ...read.settings, ...part }]);
  await lab.pass(milliseconds(100));
}

/** Where the computer's pointer went, oldest first. */
const places = (lab: Lab, transmitter: string) =>
  lab.computer(transmitter).received.flatMap((each) => (each.type === 'pointer' ? [{ x: each.x, y: each.y }] : []));

const buttons = (lab: Lab, transmitter: string) =>
  lab.computer(transmitter).received.flatMap((each) => (each.type === 'button' ? [each.buttons] : []));

/** Of the computers' screens in the lab: a count of a relative mouse is one of their pixels. */
const COMPUTER_WIDTH = 640;
const COUNT = POINTER_MAX / COMPUTER_WIDTH;
/** A count of the desk's mouse is a pixel of its logical display, which an absolute source gets as a position. */
const position = (pixel: number) => Math.round((pixel * POINTER_MAX) / 1919);

describe('what a source is set to', () => {
  scenario(
    'decides at once whether its computer gets positions or movements, under a hand that goes on',
    async (lab) => {
      await using rest = await lab.manager.openRest();
      const desk = lab.desk('5004');
      await desk.signIn();
      await desk.connect('1');
      lab.computer('0001').clearReceived();

      await desk.mouse((mouse) => mouse.move(100, 0));
      expect(places(lab, '0001').at(-1)?.x).toBe(position(1060));

      await choose(lab, rest, '0001', { pointer: 'relative' });
      const before = places(lab, '0001').at(-1);
      if (before === undefined) throw new Error('the pointer has not moved');
      await desk.mouse((mouse) => mouse.move(40, -20));
      const after = places(lab, '0001').at(-1);
      expect((after?.x ?? 0) - before.x).toBeCloseTo(40 * COUNT);
      await desk.mouse((mouse) => mouse.wheel(2));
      expect(lab.computer('0001').received.at(-1)).toMatchObject({ type: 'wheel', notches: 1 });

      await choose(lab, rest, '0001', { pointer: 'absolute' });
      await desk.mouse((mouse) => mouse.move(10, 0));
      expect(places(lab, '0001').at(-1)?.x).toBe(position(1110));
      expect(desk.shows()).toBe('0001');
    },
  );

  scenario(
    'lets go of a button that is held while the mouse changes, and takes it again with the next movement',
    async (lab) => {
      await using rest = await lab.manager.openRest();
      const desk = lab.desk('5004');
      await desk.signIn();
      await desk.connect('1');
      await desk.mouse((mouse) => mouse.hold('left'));
      expect(lab.computer('0001').heldButtons).toBe(1);
      lab.computer('0001').clearReceived();

      await choose(lab, rest, '0001', { pointer: 'relative' });
      await lab.pass(seconds(3));
      expect(buttons(lab, '0001')).toEqual([0]);
      expect(places(lab, '0001')).toEqual([]);

      await desk.mouse((mouse) => mouse.move(1, 0));
      await desk.mouse((mouse) => mouse.release('left'));
      expect(buttons(lab, '0001')).toEqual([0, 1, 0]);
    },
  );

  scenario('reaches its box in a new plan, whatever it is, and again after the manager was killed', async (lab) => {
    await lab.powerOff('0008');
    await using box = new BareBox('0008', lab);
    await lab.eventually(() => box.plans.length > 0);
    const first = box.plans.at(-1);
    expect(first?.settings).toEqual(DEFAULT_SOURCE_SETTINGS);

    const wanted: SourceSettings = {
      pointer: 'relative',
      chroma: '4:4:4',
      sound: true,
      serial: { baud: 115_200, dataBits: 7, parity: 'even', stopBits: 2, flowControl: 'hardware' },
    };
    {
      await using rest = await lab.manager.openRest();
      await choose(lab, rest, '0008', wanted);
    }
    expect(box.plans.at(-1)?.settings).toEqual(wanted);
    expect(box.plans.at(-1)?.revision).toBeGreaterThan(first?.revision ?? Number.POSITIVE_INFINITY);
    const [entry] = (await lab.audited('device.update')).slice(-1);
    expect(entry).toMatchObject({ object: '0008 计算机 0008', outcome: 'done' });
    expect(entry?.detail).toContain('settings.chroma "4:2:0" → "4:4:4"');

    await lab.killManager();
    const told = box.plans.length;
    await lab.startManager();
    await lab.eventually(() => box.plans.length > told);
    expect(box.plans.at(-1)?.settings).toEqual(wanted);
  });
});
