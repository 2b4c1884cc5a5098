import { Usages } from '@seatmatrix/protocol/domain';
import { milliseconds, seconds } from '@seatmatrix/protocol/kernel';
import { describe, expect } from 'vitest';
import { scenario } from '../harness/scenario.ts';

describe('signing in', () => {
  scenario('M01 a desk at power-up shows the sign-in screen, and nothing passes', async (lab) => {
    const desk = lab.desk('5004');

    expect(desk.screen()).toBe('sign-in');
    expect(desk.reads('用户登录')).toBe(true);
    expect(desk.shows()).toBe(null);
    await desk.type('rm -rf /\n');
    await desk.mouse((mouse) => mouse.click());

    for (const computer of lab.computers()) expect(computer.received).toEqual([]);
  });

  scenario('M01 a desk that reboots while it is connected returns to sign-in and shows nothing', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');
    expect(desk.shows()).toBe('0001');

    await lab.restart('5004');
    await lab.pass(seconds(5));

    expect(desk.screen()).toBe('sign-in');
    expect(desk.shows()).toBe(null);
    await desk.type('x');
    expect(lab.computer('0001').text).not.toContain('x');
  });

  scenario('M02 the manager checks name and password; Enter in the password is the button', async (lab) => {
    const desk = lab.desk('5004');

    await desk.type('hxfj\t123456\n');
    await desk.settle();

    expect(desk.screen()).toBe('menu');
    expect(lab.operatorAt('5004')).toBe('hxfj');
  });

  scenario('M02 the button signs in with Enter, and clear empties both fields', async (lab) => {
    const desk = lab.desk('5004');

    await desk.type('nobody\t999999\t\t\n');
    expect(desk.reads('nobody')).toBe(false);
    expect(desk.reads('●●●●●●')).toBe(false);
    await desk.type('hxfj');
    expect(desk.reads('hxfj')).toBe(true);
    await desk.type('\t123456\t\n');
    await desk.settle();

    expect(desk.screen()).toBe('menu');
  });

  scenario('M03 网络正常 while the manager answers', async (lab) => {
    expect(lab.desk('5004').reads('网络正常')).toBe(true);
  });

  scenario('M03 网络断开 when the cable is out of the box, and 网络正常 again when it is back', async (lab) => {
    const desk = lab.desk('5004');

    await lab.unplug('5004');
    expect(desk.reads('网络断开')).toBe(true);
    await lab.pass(seconds(10));
    expect(desk.reads('网络断开')).toBe(true);
    expect(desk.reads('与服务器通讯失败,请稍后重试!')).toBe(false);
    await lab.plug('5004');
    await lab.pass(seconds(40));

    expect(desk.reads('网络正常')).toBe(true);
  });

  scenario('M03 与服务器通讯失败,请稍后重试! when the cable is in and the manager is gone', async (lab) => {
    const desk = lab.desk('5004');

    await lab.killManager();
    await lab.pass(seconds(4));
    expect(desk.reads('与服务器通讯失败,请稍后重试!')).toBe(true);
    expect(desk.reads('网络断开')).toBe(false);
    await lab.startManager();
    await lab.pass(seconds(40));

    expect(desk.reads('网络正常')).toBe(true);
  });

  scenario('M03 用户或密码错误 for a wrong password, an unknown name and a disabled operator alike', async (lab) => {
    const desk = lab.desk('5004');
    await lab.administrator.disable('op2');

    for (const typed of ['hxfj\t654321\n', 'whoever\t123456\n', 'op2\tkvm-op-2\n']) {
      await desk.type(typed);
      await desk.settle();
      expect(desk.reads('用户或密码错误')).toBe(true);
      expect(desk.screen()).toBe('sign-in');
      await desk.clearSignIn();
    }
  });

  scenario('M04 no pointer is drawn at the sign-in', async (lab) => {
    const desk = lab.desk('5004');
    const before = desk.screenshot();

    await desk.mouse((mouse) => mouse.move(200, 150));
    await lab.pass(seconds(1));

    expect(desk.screenshot().equals(before)).toBe(true);
  });

  scenario('M04 Tab and Shift+Tab move between the fields and the buttons', async (lab) => {
    const desk = lab.desk('5004');

    await desk.type('\t');
    await desk.type('123456');
    expect(desk.reads('123456')).toBe(false);
    await desk.chord(Usages.LeftShift, Usages.Tab);
    await desk.type('hxfj');
    expect(desk.reads('hxfj')).toBe(true);
    await desk.type('\t\t\n');
    await desk.settle();

    expect(desk.screen()).toBe('menu');
  });

  scenario('M05 F7 held with a digit chooses the display', async (lab) => {
    const [first, second] = [lab.desk('5001'), lab.desk('5002')];

    await first.press(Usages.F7);
    await first.tap(Usages.Digit1 + 1);
    await first.release(Usages.F7);
    await first.type('hxfj');

    expect(second.reads('hxfj')).toBe(true);
    expect(first.reads('hxfj')).toBe(false);
  });

  scenario('M05 F7 and then a digit within 2 s chooses the display', async (lab) => {
    const [first, third] = [lab.desk('5001'), lab.desk('5003')];

    await first.tap(Usages.F7);
    await lab.pass(milliseconds(1900));
    await first.type('3');
    await first.type('hxfj\t123456\n');
    await third.settle();

    expect(third.screen()).toBe('menu');
    expect(lab.operatorAt('5001')).toBe('hxfj');
  });

  scenario('M05 after 2 s the digit is a letter like any other', async (lab) => {
    const [first, third] = [lab.desk('5001'), lab.desk('5003')];

    await first.tap(Usages.F7);
    await lab.pass(milliseconds(2100));
    await first.type('3');

    expect(first.input()).toBe('3');
    expect(third.input()).toBe('');
  });

  scenario('M05 the undrawn mouse chooses the display', async (lab) => {
    const [first, second] = [lab.desk('5001'), lab.desk('5002')];

    await first.mouse((mouse) => mouse.move(2500, 0));
    await first.type('hxfj');

    expect(second.reads('hxfj')).toBe(true);
    expect(first.reads('hxfj')).toBe(false);
  });

  scenario('M05 one sign-in serves the whole seat', async (lab) => {
    await lab.desk('5001').signIn();

    for (const id of ['5001', '5002', '5003']) expect(lab.desk(id).screen()).not.toBe('sign-in');
    expect(lab.desk('5004').screen()).toBe('sign-in');
  });
});
