import { Usages, usage } from '@seatmatrix/protocol/domain';
import { milliseconds, seconds } from '@seatmatrix/protocol/kernel';
import { describe, expect } from 'vitest';
import { scenario } from '../harness/scenario.ts';

describe('连接', () => {
  scenario('M14 连接成功, the menu closes after 1 s, picture and keys are the computer’s', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();

    await desk.type('1');
    await desk.enter();
    expect(desk.reads('连接成功')).toBe(true);
    await lab.pass(milliseconds(950));
    expect(desk.screen()).toBe('menu');
    await lab.pass(milliseconds(60));
    expect(desk.screen()).toBe('picture');

    expect(desk.shows()).toBe('0001');
    await desk.type('hello');
    expect(lab.computer('0001').text).toContain('hello');
    await desk.mouse((mouse) => mouse.move(40, 30));
    expect(lab.computer('0001').pointer).not.toBe(null);
  });

  scenario('M14 the first key after the success closes the menu at once and is the new computer’s', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.type('1');
    await desk.enter();
    expect(desk.screen()).toBe('menu');

    await desk.type('q');

    expect(desk.screen()).toBe('picture');
    expect(lab.computer('0001').text).toContain('q');
  });

  scenario('M14 the Enter that connected never reaches the computer, not even its key-up', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.type('1');

    await desk.press(Usages.Enter);
    await desk.settle();
    await lab.pass(seconds(2));
    await desk.release(Usages.Enter);

    expect(lab.computer('0001').received.filter((each) => each.type === 'key')).toEqual([]);
  });

  scenario('M14 what is held while the connection comes is not down at the new computer', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.type('1');
    await desk.press(Usages.LeftControl);
    await desk.tap(Usages.Enter);
    await desk.settle();
    expect(desk.reads('连接成功')).toBe(true);

    await lab.pass(seconds(2));
    await desk.type('c');
    await desk.release(Usages.LeftControl);

    expect(lab.pressed('0001')).toEqual([usage(Usages.A + 2)]);
    expect(lab.computer('0001').text).toContain('c');
  });

  scenario('M15 连接失败 when the transmitter cannot be reached, and the old picture stays', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');
    await lab.cut('5004', '0002');

    await desk.menu();
    await desk.type('2');
    await desk.tap(Usages.Enter);
    await lab.pass(milliseconds(2100));

    expect(desk.reads('连接失败')).toBe(true);
    expect(desk.screen()).toBe('menu');
    await desk.tap(Usages.Escape);
    expect(desk.shows()).toBe('0001');
    await desk.type('still here');
    expect(lab.computer('0001').text).toContain('still here');
  });

  scenario('M15 is told at two seconds and not before, and a link that comes later changes nothing', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');
    await lab.delay('5004', '0002', milliseconds(2500));

    await desk.menu();
    await desk.type('2');
    desk.strike(Usages.Enter);
    await lab.pass(milliseconds(1700));
    expect(desk.reads('正在连接 2 …')).toBe(true);
    expect(desk.reads('连接失败')).toBe(false);
    await lab.pass(milliseconds(300));
    expect(desk.reads('连接失败')).toBe(true);
    await lab.pass(seconds(10));

    expect(desk.screen()).toBe('menu');
    await desk.closeMenu();
    expect(desk.shows()).toBe('0001');
    await desk.type('q');
    expect(lab.computer('0002').received).toEqual([]);
  });

  scenario('M15 goes away with the cause: the same Enter connects when the transmitter can be reached', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await lab.cut('5004', '0002');
    await desk.type('2');
    await desk.enter();
    expect(desk.reads('连接失败')).toBe(true);

    await lab.heal('5004', '0002');
    await desk.enter();

    expect(desk.reads('连接成功')).toBe(true);
  });

  scenario('M16 超出范围 for a transmitter outside the operator’s rights', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn('op2', 'kvm-op-2');

    await desk.type('5');
    await desk.enter();

    expect(desk.reads('超出范围')).toBe(true);
    expect(desk.shows()).toBe(null);
  });

  scenario('M17 相同视频源 for what is already connected', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');

    await desk.menu();
    await desk.type('0001');
    await desk.enter();

    expect(desk.reads('相同视频源')).toBe(true);
  });

  scenario('M18 此设备无视频 for a computer without a picture; Enter again connects all the same', async (lab) => {
    const desk = lab.desk('5004');
    lab.computer('0003').sleep();
    await desk.signIn();

    await desk.type('3');
    await desk.enter();
    expect(desk.reads('此设备无视频')).toBe(true);
    await desk.enter();
    expect(desk.reads('连接成功')).toBe(true);
    await lab.pass(milliseconds(1100));
    expect(desk.reads('无视频')).toBe(true);

    await desk.tap(Usages.Space);
    await lab.pass(seconds(1));
    expect(lab.computer('0003').power).toBe('on');
    expect(desk.shows()).toBe('0003');
    expect(desk.reads('无视频')).toBe(false);
  });

  scenario('M18 connected without a picture, the desk shows no other computer’s', async (lab) => {
    const desk = lab.desk('5004');
    lab.computer('0003').sleep();
    await desk.signIn();
    await desk.connect('1');

    await desk.menu();
    await desk.type('3');
    await desk.enter();
    expect(desk.shows()).toBe('0001');
    await desk.enter();
    expect(desk.reads('连接成功')).toBe(true);
    await lab.pass(milliseconds(1100));

    expect(desk.shows()).toBe(null);
    expect(desk.reads('无视频')).toBe(true);
    await desk.type('x');
    expect(lab.computer('0001').text).not.toContain('x');
  });

  scenario('M19 此设备不在线 for a transmitter that is away', async (lab) => {
    const desk = lab.desk('5004');
    await lab.offline('0002');
    await desk.signIn();

    await desk.type('2');
    await desk.enter();

    expect(desk.reads('此设备不在线')).toBe(true);
  });

  scenario('M20 热键和ID不存在 for what names nothing, or a receiver', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();

    for (const text of ['77', 'nosuch', '5001', 'all', 'desk5', '12345678901234567', 'nosuchhotkeyatall', ',']) {
      await desk.tap(Usages.F1);
      await desk.type(text);
      await desk.enter();
      expect(desk.reads('热键和ID不存在')).toBe(true);
    }
  });

  scenario('M21 leading zeros may be left out', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();

    for (const [typed, id] of [
      ['1', '0001'],
      ['02', '0002'],
      ['003', '0003'],
      ['0004', '0004'],
    ] as const) {
      await desk.connect(typed);
      expect(desk.shows()).toBe(id);
    }
  });

  scenario('M22 a hotkey connects its transmitter, whatever the letter case', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();

    await desk.connect('Dd1');

    expect(desk.shows()).toBe('0005');
  });

  scenario('M23 several devices are refused', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();

    await desk.type('1,2');
    await desk.enter();

    expect(desk.reads('热键和ID不存在')).toBe(true);
    expect(desk.shows()).toBe(null);
  });

  scenario('M47 connect takes all heads: the main one here, the rest by seat order', async (lab) => {
    const [first, second, third] = [lab.desk('5001'), lab.desk('5002'), lab.desk('5003')];
    await first.signIn();

    await first.connect('9');

    expect([first.shows(), second.shows(), third.shows()]).toEqual(['0009', '0010', null]);
  });

  scenario('M47 asked at the second display, the main head stands there and the other at the third', async (lab) => {
    const [first, second, third] = [lab.desk('5001'), lab.desk('5002'), lab.desk('5003')];
    await first.signIn();
    await first.tap(Usages.F7);
    await first.type('2');
    await second.settle();

    await second.connect('10');

    expect([first.shows(), second.shows(), third.shows()]).toEqual([null, '0009', '0010']);
  });

  scenario('M47 a desk with one display takes the main head alone', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();

    await desk.connect('9');

    expect(desk.shows()).toBe('0009');
  });
});
