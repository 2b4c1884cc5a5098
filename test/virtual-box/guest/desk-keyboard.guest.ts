import type { HidHost, HidHostEvent } from '@seatmatrix/firmware-agent/drivers';
import { openHidrawHost } from '@seatmatrix/firmware-agent/drivers/hidraw';
import { decodeBootKeyboard, type Usage, Usages } from '@seatmatrix/protocol/domain';
import { silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import { describe, expect, test } from 'vitest';
import { startAgent } from './agent.ts';
import { hostPort } from './host.ts';
import { QEMU_KEYBOARD, qemuKeyboards, typeKeys } from './qemu-keyboard.ts';
import { until } from './until.ts';

/* A USB keyboard of QEMU's, on which the host types. */

describe('a USB keyboard of the desk', () => {
  test('is taken, pulled, and taken again', async () => {
    await using desk = await openDesk();
    await desk.plug();
    await until(() => desk.attached === 1);
    await desk.type('a');
    expect(await until(() => desk.pressed(Usages.A))).toBe(true);
    await desk.pull();
    expect(await until(() => desk.attached === 0)).toBe(true);
    await desk.plug();
    expect(await until(() => desk.attached === 1)).toBe(true);
    await desk.type('o');
    expect(await until(() => desk.pressed(Usages.O))).toBe(true);
  });

  test('does not reboot the box by Ctrl+Alt+Del while the driver runs', async () => {
    await using desk = await openDesk();
    await desk.plug();
    await until(() => desk.attached === 1);
    await desk.type('ctrl', 'alt', 'delete');
    expect(await until(() => desk.pressed(Usages.LeftControl, Usages.LeftAlt, Usages.Delete))).toBe(true);
    // Rebooting is what the kernel would do at once; the next keys arrive only if it has not.
    await desk.type('a');
    expect(await until(() => desk.pressed(Usages.A))).toBe(true);
    expect(qemuKeyboards()).toEqual(['1']);
  });

  test('is given back when the driver ends', async () => {
    const desk = await openDesk();
    await desk.plug();
    await until(() => desk.attached === 1);
    expect(qemuKeyboards()).toEqual(['1']);
    await desk.driver[Symbol.asyncDispose]();
    expect(qemuKeyboards()).toEqual(['0']);
    await desk.pull();
  });

  test('that a killed agent kept from the kernel is given back by the next one', async () => {
    await hostPort.ask('device_add', QEMU_KEYBOARD);
    await until(() => qemuKeyboards().length === 1);
    await using agent = await startAgent('hidraw');
    expect(qemuKeyboards()).toEqual(['1']);
    await agent.end('SIGKILL');
    expect(qemuKeyboards()).toEqual(['1']);

    const driver = await openHidrawHost({ url: '', clock: systemClock, log: silentLog });
    await driver[Symbol.asyncDispose]();
    expect(qemuKeyboards()).toEqual(['0']);
    await hostPort.ask('device_del', { id: QEMU_KEYBOARD.id });
    await until(() => qemuKeyboards().length === 0);
  });

  test('belongs to one agent, and the second is told whose it is', async () => {
    await hostPort.ask('device_add', QEMU_KEYBOARD);
    await until(() => qemuKeyboards().length === 1);
    await using agent = await startAgent('hidraw');
    await expect(openHidrawHost({ url: '', clock: systemClock, log: silentLog })).rejects.toMatchObject({
      code: 'device-busy',
      context: { pid: agent.pid },
    });
    // Refused, the second has not taken it from the first.
    expect(qemuKeyboards()).toEqual(['1']);
    expect(await agent.end('SIGTERM')).toBe(0);
    expect(qemuKeyboards()).toEqual(['0']);
    await hostPort.ask('device_del', { id: QEMU_KEYBOARD.id });
    await until(() => qemuKeyboards().length === 0);
  });
});

interface Desk extends AsyncDisposable {
  readonly driver: HidHost;
  /** How many devices are plugged in. */
  readonly attached: number;
  /** Whether these keys were down together. */
  pressed(...keys: readonly Usage[]): boolean;
  plug(): Promise<void>;
  pull(): Promise<void>;
  /** Presses the keys in this order, holds them, and lets them go. */
  type(...keys: readonly string[]): Promise<void>;
}

async function openDesk(): Promise<Desk> {
  const driver = await openHidrawHost({ url: '', clock: systemClock, log: silentLog });
  const events: HidHostEvent[] = [];
  driver.listen((event) => events.push(event));
  let plugged = false;
  const desk: Desk = {
    driver,
    get attached() {
      const of = (type: HidHostEvent['type']) => events.filter((event) => event.type === type).length;
      return of('attached') - of('detached');
    },
    pressed: (...keys) =>
      events.some((event) => {
        const held = event.type === 'report' ? decodeBootKeyboard(event.bytes) : null;
        return held !== null && keys.every((key) => held.has(key));
      }),
    async plug() {
      plugged = true;
      await hostPort.ask('device_add', QEMU_KEYBOARD);
    },
    async pull() {
      plugged = false;
      await hostPort.ask('device_del', { id: QEMU_KEYBOARD.id });
      await until(() => qemuKeyboards().length === 0);
    },
    async type(...keys) {
      await typeKeys(keys);
    },
    async [Symbol.asyncDispose]() {
      await driver[Symbol.asyncDispose]();
      if (plugged) await desk.pull();
    },
  };
  return desk;
}
