import { existsSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findController, readController, wakeComputer } from './controller.ts';
import { establishGadget } from './gadget-folder.ts';
import { GADGET_FUNCTIONS } from './gadget-functions.ts';

const GADGETS = 'sys/kernel/config/usb_gadget';

describe('the gadget in configfs', () => {
  test('is made, put on the bus, and found again as it is', () => {
    using box = openBox({ controllers: ['udc.0'] });
    // The kernel gives each function its device; a folder does not.
    box.makeFunctions();
    const files = establishGadget({ root: box.root, controller: 'udc.0' });
    expect([...files.values()]).toEqual([0, 1, 2, 3].map((minor) => join(box.root, `dev/hidg${minor}`)));
    expect(box.read('UDC')).toBe('udc.0\n');
    expect(box.read('configs/c.1/bmAttributes')).toBe('0xa0');
    expect(readFileSync(box.path('functions/hid.keyboard/report_desc'))).toEqual(
      Buffer.from(GADGET_FUNCTIONS[0]?.descriptor ?? []),
    );
    expect(readlinkSync(box.path('configs/c.1/hid.consumer'))).toBe(box.path('functions/hid.consumer'));

    writeFileSync(box.path('idVendor'), '0x1d6b\n');
    rmSync(box.path('UDC'));
    writeFileSync(box.path('UDC'), 'udc.0\n');
    establishGadget({ root: box.root, controller: 'udc.0' });
    // A step would have written it in our notation.
    expect(box.read('idVendor')).toBe('0x1d6b\n');
  });

  test('leaves the controller to a gadget that is not ours, by its name', () => {
    using box = openBox({ controllers: ['udc.0'] });
    mkdirSync(join(box.root, GADGETS, 'ethernet'));
    writeFileSync(join(box.root, GADGETS, 'ethernet/UDC'), 'udc.0\n');
    expect(() => establishGadget({ root: box.root, controller: 'udc.0' })).toThrow(
      expect.objectContaining({ code: 'device-busy', message: expect.stringContaining('"ethernet"') }),
    );
    expect(existsSync(box.path(''))).toBe(false);
  });

  test('is not possible without the kernel part, and that is said', () => {
    using box = openBox({ controllers: ['udc.0'] });
    rmSync(join(box.root, GADGETS), { recursive: true });
    expect(() => establishGadget({ root: box.root, controller: 'udc.0' })).toThrow(
      expect.objectContaining({ code: 'driver-unavailable', message: expect.stringContaining('libcomposite') }),
    );
  });
});

describe('the USB device controller', () => {
  test.each([
    ['', ['udc.0'], 'udc.0'],
    ['udc.1', ['udc.0', 'udc.1'], 'udc.1'],
  ])('named "%s" of %j is %s', (name, controllers, found) => {
    using box = openBox({ controllers });
    expect(findController({ root: box.root, name })).toBe(found);
  });

  test.each([
    ['', [], 'device-absent', 'no USB device controller'],
    ['', ['udc.0', 'udc.1'], 'configuration-invalid', 'udc.0 and udc.1'],
    ['udc.7', ['udc.0'], 'device-absent', 'there is udc.0'],
  ] as const)('named "%s" of %j is refused: %s', (name, controllers, code, words) => {
    using box = openBox({ controllers });
    expect(() => findController({ root: box.root, name })).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(words) }),
    );
  });

  test('tells its state, and the sleep that a gadget alone is told', () => {
    using box = openBox({ controllers: ['udc.0'] });
    const folder = join(box.root, 'sys/class/udc/udc.0');
    const read = () => readController({ root: box.root, controller: 'udc.0' });
    expect(read()).toEqual({ state: null, suspended: false });
    writeFileSync(join(folder, 'state'), 'not attached\n');
    mkdirSync(join(folder, 'device/gadget.0'), { recursive: true });
    writeFileSync(join(folder, 'device/gadget.0/suspended'), '1\n');
    expect(read()).toEqual({ state: 'not attached', suspended: true });
  });

  test('says why it cannot wake the computer', () => {
    using box = openBox({ controllers: [] });
    expect(wakeComputer({ root: box.root, controller: 'udc.0' })).toMatch(/ENOENT/);
  });
});

function openBox({ controllers }: { readonly controllers: readonly string[] }) {
  const root = mkdtempSync(join(tmpdir(), 'seatmatrix-gadget-'));
  const path = (name: string) => join(root, GADGETS, 'seatmatrix', name);
  mkdirSync(join(root, GADGETS), { recursive: true });
  for (const controller of controllers) mkdirSync(join(root, 'sys/class/udc', controller), { recursive: true });
  return {
    root,
    path,
    read: (name: string) => readFileSync(path(name), 'utf8'),
    makeFunctions() {
      for (const folder of ['strings', 'configs/c.1/strings']) mkdirSync(path(folder), { recursive: true });
      for (const [minor, { name }] of GADGET_FUNCTIONS.entries()) {
        mkdirSync(path(`functions/hid.${name}`), { recursive: true });
        writeFileSync(path(`functions/hid.${name}/dev`), `236:${minor}\n`);
      }
    },
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }),
  };
}
