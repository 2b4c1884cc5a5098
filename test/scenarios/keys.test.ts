import { Usages } from '@seatmatrix/protocol/domain';
import { milliseconds, seconds } from '@seatmatrix/protocol/kernel';
import { describe, expect } from 'vitest';
import { scenario } from '../harness/scenario.ts';

describe('the other keys', () => {
  scenario('M41 F5 refreshes the list', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();

    await desk.tap(Usages.F5);
    await desk.settle();

    expect(desk.reads('列表已刷新')).toBe(true);
    expect(desk.list().map((row) => row.id)).toEqual(lab.transmitterIds().slice(0, 8));
  });

  scenario('M42 reserved keys are harmless and say so', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.type('12');
    const reserved = [Usages.F4, Usages.F6, Usages.F7, Usages.F8, Usages.F9, Usages.F10, Usages.F11];

    for (const key of reserved) {
      await desk.tap(Usages.Backspace);
      await desk.type('2');
      await desk.tap(key);
      expect(desk.reads('热键暂时保留,将在未来推出该热键专用功能。')).toBe(true);
      expect(desk.input()).toBe('12');
    }
  });

  scenario('M43 F12 disconnects, signs out and returns to the sign-in screen', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');

    await desk.menu();
    await desk.tap(Usages.F12);
    await desk.settle();

    expect(desk.screen()).toBe('sign-in');
    expect(desk.shows()).toBe(null);
    expect(lab.operatorAt('5004')).toBe(null);
    lab.computer('0001').clearReceived();
    await desk.type('x');
    expect(lab.computer('0001').received).toEqual([]);
  });

  scenario('M43 what a seat pushed elsewhere stays when it signs out', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');
    await desk.push('6');

    await desk.menu();
    await desk.tap(Usages.F12);
    await desk.settle();

    expect(lab.wallShows()).toBe('0001');
  });

  scenario('M44 Esc leaves the menu, never the sign-in screen', async (lab) => {
    const desk = lab.desk('5004');
    await desk.tap(Usages.Escape);
    expect(desk.screen()).toBe('sign-in');
    await desk.signIn();
    await desk.connect('1');
    await desk.menu();

    await desk.tap(Usages.Escape);

    expect(desk.screen()).toBe('picture');
    expect(desk.shows()).toBe('0001');
  });

  scenario('M45 double Shift and O raises the menu at any time, left and right alike', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');
    lab.computer('0001').clearReceived();

    await desk.tap(Usages.LeftShift);
    await lab.pass(milliseconds(400));
    await desk.tap(Usages.RightShift);
    await lab.pass(milliseconds(1900));
    await desk.tap(Usages.O);

    expect(desk.screen()).toBe('menu');
    const pressed = lab.pressed('0001');
    expect(pressed).toEqual([Usages.LeftShift, Usages.RightShift]);
  });

  scenario('M45 too slow, or with a key between, is typing', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');

    await desk.tap(Usages.LeftShift);
    await lab.pass(milliseconds(600));
    await desk.tap(Usages.LeftShift);
    await lab.pass(seconds(3));
    await desk.type('o');
    await desk.tap(Usages.LeftShift);
    await desk.type('x');
    await desk.tap(Usages.LeftShift);
    await desk.type('o');

    expect(desk.screen()).toBe('picture');
    expect(lab.computer('0001').text).toContain('oxo');
  });

  scenario('M45 the menu opens on the display that the mouse is on', async (lab) => {
    const [first, third] = [lab.desk('5001'), lab.desk('5003')];
    await first.signIn();
    await first.closeMenu();
    await first.mouse((mouse) => mouse.move(4500, 0));

    await first.openByHotkey(Usages.O);

    expect(third.screen()).toBe('menu');
    expect(first.screen()).not.toBe('menu');
  });

  scenario('M46 【推送】 and 【获取】 are bright yellow, and typing is as in 连接', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();

    for (const [key, name] of [
      [Usages.F2, '【推送】'],
      [Usages.F3, '【获取】'],
    ] as const) {
      await desk.tap(key);
      expect(desk.hue(name)).toBe('yellow');
      await desk.type('50a');
      expect(desk.input()).toBe('50a');
      await desk.type('\b');
      expect(desk.input()).toBe('50');
    }
  });

  scenario('M48 after double Shift, F1, F2 and F3 open the menu in that function', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');
    lab.computer('0001').clearReceived();

    for (const [key, name] of [
      [Usages.F1, '【连接】'],
      [Usages.F2, '【推送】'],
      [Usages.F3, '【获取】'],
    ] as const) {
      await desk.openByHotkey(key);
      expect(desk.reads(name)).toBe(true);
      await desk.tap(Usages.Escape);
    }

    expect(new Set(lab.pressed('0001'))).toEqual(new Set([Usages.LeftShift]));
  });

  scenario('M49 与服务器通讯失败,请稍后重试! when the manager is lost while the menu is open', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');
    await desk.menu();

    await lab.killManager();
    await lab.pass(seconds(4));
    expect(desk.reads('与服务器通讯失败,请稍后重试!')).toBe(true);
    await desk.type('2');
    await desk.enter();
    expect(desk.reads('与服务器通讯失败,请稍后重试!')).toBe(true);
    await desk.tap(Usages.Escape);

    expect(desk.shows()).toBe('0001');
    await desk.type('on');
    expect(lab.computer('0001').text).toContain('on');
    await lab.startManager();
    await lab.pass(seconds(40));
    await desk.connect('2');
    expect(desk.shows()).toBe('0002');
  });
});
