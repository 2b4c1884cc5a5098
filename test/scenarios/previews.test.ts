import { decodeImage } from '@seatmatrix/osd/node';
import { type DeviceId, type DeviceKey, operatorKey } from '@seatmatrix/protocol/domain';
import { milliseconds, seconds } from '@seatmatrix/protocol/kernel';
import { describe, expect } from 'vitest';
import type { Lab } from '../harness/lab.ts';
import { scenario } from '../harness/scenario.ts';

/** An administrator's page before the real manager, with the devices in its view. */
function look(lab: Lab, ...ids: readonly string[]) {
  const { boxSide, directory } = lab.manager.running;
  const keyOf = (id: string): DeviceKey => {
    const found = [...directory.snapshot.devices.values()].find(({ value }) => value.id === (id as DeviceId))?.value;
    if (found === undefined) throw new RangeError(`there is no ${id}`);
    return found.key;
  };
  const shown = new Map<DeviceKey, { readonly source: DeviceKey | null; readonly reason: string | null }>();
  const came: DeviceKey[] = [];
  const watch = boxSide.watchPreviews({
    who: { role: 'administrator', operator: operatorKey('boss') },
    shows: (device, each) => shown.set(device, each),
    pictureCame: (source) => came.push(source),
  });
  watch.look(ids.map(keyOf));
  return {
    came,
    /** The picture of a device, or why there is none. */
    sees(id: string): Uint8Array | string {
      const { source, reason } = shown.get(keyOf(id)) ?? { source: null, reason: 'unknown' };
      return reason ?? (source === null ? 'unknown' : (watch.picture(source) ?? 'nothing'));
    },
    look: (...others: readonly string[]) => watch.look(others.map(keyOf)),
    end: () => watch.end(),
  };
}

type Page = ReturnType<typeof look>;

const hasPicture = (page: Page, id: string): boolean => typeof page.sees(id) !== 'string';

describe('small pictures of the site', () => {
  scenario('show computers and the desks that show them, and follow what is typed', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');
    const page = look(lab, '0001', '5004', '5005');
    await lab.eventually(() => hasPicture(page, '0001'));
    const [computer, shown] = [page.sees('0001'), page.sees('5004')];
    expect(shown).toBe(computer);
    expect(page.sees('5005')).toBe('nothing-shown');
    const decoded = await decodeImage(computer as Uint8Array);
    expect([decoded.width, decoded.height]).toEqual([320, 180]);
    expect((computer as Uint8Array).length).toBeLessThan(20_000);

    await desk.type('a long line that changes the screen\n');
    await lab.pass(seconds(3));
    expect(page.sees('5004')).not.toEqual(computer);
    const before = page.came.length;
    await lab.pass(seconds(10));
    // A screen that stands still is not sent again.
    expect(page.came.length).toBe(before);
    expect(hasPicture(page, '5004')).toBe(true);
  });

  scenario('are made for nobody when nobody looks', async (lab) => {
    const page = look(lab, '0001');
    await lab.eventually(() => hasPicture(page, '0001'));
    page.end();
    await lab.pass(seconds(15));
    const { came } = page;
    const count = came.length;
    lab.computer('0001').powerOff();
    await lab.pass(seconds(30));
    expect(came.length).toBe(count);
  });

  scenario('go with the cable, the computer and the box, with a word, and come back', async (lab) => {
    const page = look(lab, '0001');
    await lab.eventually(() => hasPicture(page, '0001'));
    await lab.pullVideo('0001');
    await lab.eventually(() => page.sees('0001') === 'no-cable');
    await lab.plugVideo('0001');
    await lab.eventually(() => hasPicture(page, '0001'));
    lab.computer('0001').powerOff();
    await lab.eventually(() => page.sees('0001') === 'no-signal');
    lab.computer('0001').powerOn();
    await lab.eventually(() => hasPicture(page, '0001'));
    await lab.unplug('0001');
    await lab.eventually(() => page.sees('0001') === 'offline');
    await lab.plug('0001');
    await lab.eventually(() => hasPicture(page, '0001'));
  });

  scenario('take nothing from a desk: a key is on the screen as soon as without them', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');
    const page = look(lab, '0001');
    await lab.eventually(() => hasPicture(page, '0001'));
    const before = desk.screenshot();
    await desk.type('x');
    await lab.pass(milliseconds(100));
    expect(desk.screenshot().equals(before)).toBe(false);
    expect(lab.computer('0001').text).toContain('x');
  });
});
