import { Usages } from '@seatmatrix/protocol/domain';
import { milliseconds, seconds } from '@seatmatrix/protocol/kernel';
import { describe, expect } from 'vitest';
import type { Lab } from '../harness/lab.ts';
import { scenario } from '../harness/scenario.ts';

describe('the hotkey', () => {
  scenario('is typing while a mouse button is held, and works when it is let go', async (lab) => {
    const desk = await connectedDesk(lab);

    await desk.mouse((mouse) => mouse.hold());
    await desk.openByHotkey(Usages.O);
    expect(desk.screen()).toBe('picture');
    expect(lab.pressed('0001')).toEqual([Usages.LeftShift, Usages.LeftShift, Usages.O]);
    await desk.mouse((mouse) => mouse.release());
    await desk.openByHotkey(Usages.O);

    expect(desk.screen()).toBe('menu');
  });

  scenario('lets everything go at the computer that is held when it fires', async (lab) => {
    const desk = await connectedDesk(lab);

    await desk.press(Usages.LeftControl, Usages.A);
    await desk.openByHotkey(Usages.O);

    expect(desk.screen()).toBe('menu');
    expect(lab.computer('0001').heldKeys.size).toBe(0);
    await desk.tap(Usages.Escape);
    lab.computer('0001').clearReceived();
    await lab.pass(seconds(1));
    await desk.release(Usages.LeftControl, Usages.A);
    expect(lab.computer('0001').received).toEqual([]);
  });

  scenario('keeps its O from the computer and from the input line, key-up and all', async (lab) => {
    const desk = await connectedDesk(lab);

    await desk.tap(Usages.LeftShift, Usages.RightShift);
    await desk.press(Usages.O);
    await desk.settle();
    expect(desk.screen()).toBe('menu');
    await desk.tap(Usages.Escape);
    await desk.release(Usages.O);

    const keys = lab.computer('0001').received.filter((each) => each.type === 'key');
    expect(keys.map(({ key, pressed }) => [key, pressed])).toEqual([
      [Usages.LeftShift, true],
      [Usages.LeftShift, false],
      [Usages.RightShift, true],
      [Usages.RightShift, false],
    ]);
    await desk.menu();
    expect(desk.input()).toBe('');
  });

  scenario('counts from two taps at most 500 ms apart to a letter at most 2 s later', async (lab) => {
    const desk = await connectedDesk(lab);

    for (const [between, after, opens] of [
      [500, 2000, true],
      [501, 20, false],
      [20, 2001, false],
    ] as const) {
      await lab.pass(seconds(3));
      desk.strike(Usages.LeftShift);
      await lab.pass(milliseconds(between));
      desk.strike(Usages.LeftShift);
      await lab.pass(milliseconds(after));
      desk.strike(Usages.O);
      await desk.settle();
      expect(desk.screen()).toBe(opens ? 'menu' : 'picture');
      await desk.closeMenu();
    }
  });

  scenario('is typed into the computer by End, and opens nothing here', async (lab) => {
    const desk = await connectedDesk(lab);
    await desk.menu();
    lab.computer('0001').clearReceived();

    await desk.tap(Usages.End);
    await desk.settle();

    expect(desk.screen()).toBe('picture');
    expect(lab.pressed('0001')).toEqual([Usages.LeftShift, Usages.LeftShift]);
    expect(lab.computer('0001').heldKeys.size).toBe(0);
  });

  scenario('is another sequence where the site says so, from that moment on', async (lab) => {
    const desk = await connectedDesk(lab);

    await lab.administrator.boxes({ hotkey: 'double-control' });
    await desk.openByHotkey(Usages.O);
    expect(desk.screen()).toBe('picture');
    await lab.pass(seconds(1));
    await desk.tap(Usages.LeftControl, Usages.RightControl, Usages.O);
    await desk.settle();
    expect(desk.screen()).toBe('menu');
    await desk.tap(Usages.F12);
    await desk.settle();
    await desk.signIn();
    await desk.closeMenu();

    expect(desk.reads('双击 Ctrl + O 打开 OSD 菜单')).toBe(true);
  });
});

async function connectedDesk(lab: Lab) {
  const desk = lab.desk('5004');
  await desk.signIn();
  await desk.connect('1');
  lab.computer('0001').clearReceived();
  return desk;
}
