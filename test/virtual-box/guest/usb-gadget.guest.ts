import { mkdirSync, rmdirSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import type { HidGadgetEvent, HidHostEvent } from '@seatmatrix/firmware-agent/drivers';
import { openHidgGadget } from '@seatmatrix/firmware-agent/drivers/hidg';
import { openHidrawHost } from '@seatmatrix/firmware-agent/drivers/hidraw';
import {
  consumerUsage,
  encodeAbsolutePointer,
  encodeBootKeyboard,
  encodeConsumerControl,
  encodeWideMouse,
  LEDS_OFF,
  Usages,
} from '@seatmatrix/protocol/domain';
import { silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import { describe, expect, test } from 'vitest';
import { startAgent } from './agent.ts';
import { GadgetComputer } from './gadget-computer.ts';
import { GADGET_FOLDER, openHidgBench } from './hidg-bench.ts';
import { until } from './until.ts';

const GROUND = { url: '', clock: systemClock, log: silentLog };

describe('a USB gadget', () => {
  test('of a killed agent is taken over by the next one, and no key stays down', async () => {
    const computer = new GadgetComputer();
    await using agent = await startAgent('hidg');
    await until(() => computer.complete, 20_000);
    process.kill(agent.pid, 'SIGUSR2');
    expect(await until(() => computer.keys().size === 3 && computer.buttons() === 1)).toBe(true);
    await agent.end('SIGKILL');
    expect(computer.keys().size).toBe(3);

    const gadget = await openHidgGadget(GROUND);
    // The computer has the same devices as before: nothing was plugged in anew.
    expect(await until(() => computer.keys().size === 0 && computer.buttons() === 0)).toBe(true);
    await gadget[Symbol.asyncDispose]();
    await unplugGadget(computer);
  });

  test('belongs to one agent, and the second is told whose it is', async () => {
    await using agent = await startAgent('hidg');
    await expect(openHidgGadget(GROUND)).rejects.toMatchObject({ code: 'device-busy', context: { pid: agent.pid } });
    expect(await agent.end('SIGTERM')).toBe(0);
    await unplugGadget(new GadgetComputer());
  });

  test('does not take the controller from a gadget that is not ours', async () => {
    const other = '/sys/kernel/config/usb_gadget/serial-console';
    const controller = 'dummy_udc.0';
    makeOther(other, controller);
    await expect(openHidgGadget(GROUND)).rejects.toMatchObject({
      code: 'device-busy',
      context: { device: controller, gadget: 'serial-console' },
    });
    removeOther(other);
  });

  test('wakes a sleeping computer by a key, and the key arrives', async () => {
    await using bench = await openHidgBench();
    bench.driver.listen(() => undefined);
    bench.computer.setState('asleep');
    await bench.settle();
    // What the computer does by itself when it is woken.
    bench.computer.state = 'awake';
    bench.driver.writeKeyboard(encodeBootKeyboard([Usages.Enter]));
    await bench.settle();
    expect(bench.computer.keys()).toEqual(new Set([Usages.Enter]));
  });

  test('that was unplugged is a keyboard again when it is plugged in', async () => {
    await using bench = await openHidgBench();
    bench.driver.listen(() => undefined);
    bench.computer.setState('unplugged');
    await bench.settle();
    bench.computer.setState('awake');
    await bench.settle();
    bench.driver.writeKeyboard(encodeBootKeyboard([Usages.A]));
    await bench.settle();
    expect(bench.computer.keys()).toEqual(new Set([Usages.A]));
  });

  test('is, to the driver of a desk, a keyboard, two pointers and consumer keys', async () => {
    await using bench = await openHidgBench();
    await using desk = await openHidrawHost(GROUND);
    const events: HidHostEvent[] = [];
    desk.listen((event) => events.push(event));
    const reports = (layout: string) => {
      const device = events.find((event) => event.type === 'attached' && event.device.layout === layout);
      const id = device?.type === 'attached' ? device.device.id : '';
      return events.flatMap((event) => (event.type === 'report' && event.device === id ? [[...event.bytes]] : []));
    };
    const sent = {
      'boot-keyboard': encodeBootKeyboard([Usages.LeftControl, Usages.A]),
      'consumer-control': encodeConsumerControl([consumerUsage(0xcd)]),
      'absolute-pointer': encodeAbsolutePointer({ buttons: 0b10001, x: 12_345, y: 32_767, wheel: -1, tilt: 1 }),
      'wide-mouse': encodeWideMouse({ buttons: 0b100, dx: -1000, dy: 1000, wheel: 2, tilt: -2 }),
    };
    bench.driver.writeKeyboard(sent['boot-keyboard']);
    bench.driver.writeConsumer(sent['consumer-control']);
    bench.driver.writeAbsolutePointer(sent['absolute-pointer']);
    bench.driver.writeRelativePointer(sent['wide-mouse']);
    for (const [layout, report] of Object.entries(sent)) {
      await until(() => reports(layout).length > 0);
      expect(reports(layout)).toContainEqual([...report]);
    }
    // And back: the desk's lights are the gadget's.
    const told: HidGadgetEvent[] = [];
    bench.driver.listen((event) => told.push(event));
    desk.setLeds({ ...LEDS_OFF, capsLock: true });
    await until(() => told.length > 2);
    expect(told.at(-1)).toEqual({ type: 'leds', leds: { ...LEDS_OFF, capsLock: true } });
  });
});

async function unplugGadget(computer: GadgetComputer): Promise<void> {
  writeFileSync(`${GADGET_FOLDER}/UDC`, '\n');
  await until(() => !computer.complete);
  computer.close();
}

/** Another program's gadget: a serial port. */
function makeOther(folder: string, controller: string): void {
  for (const part of ['', '/configs/c.1', '/functions/acm.console']) mkdirSync(`${folder}${part}`);
  writeFileSync(`${folder}/idVendor`, '0x1d6b');
  symlinkSync(`${folder}/functions/acm.console`, `${folder}/configs/c.1/acm.console`);
  writeFileSync(`${folder}/UDC`, `${controller}\n`);
}

function removeOther(folder: string): void {
  writeFileSync(`${folder}/UDC`, '\n');
  unlinkSync(`${folder}/configs/c.1/acm.console`);
  for (const part of ['/functions/acm.console', '/configs/c.1', '']) rmdirSync(`${folder}${part}`);
}
