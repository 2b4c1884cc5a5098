import { Usages } from '@seatmatrix/protocol/domain';
import { milliseconds, seconds } from '@seatmatrix/protocol/kernel';
import { describe, expect } from 'vitest';
import { scenario } from '../harness/scenario.ts';

describe('the site’s settings', () => {
  scenario('change the language of every screen at once, of what stands there too', async (lab) => {
    const [desk, idle, tile] = [lab.desk('5004'), lab.desk('5005'), lab.desk('5006')];
    await desk.signIn();
    await desk.type('77');
    await desk.enter();
    expect(desk.reads('热键和ID不存在')).toBe(true);

    await lab.administrator.boxes({ language: 'en' });
    for (const text of ['【Connect】', 'Feedback', 'No such hotkey or ID', 'Transmitters Tx']) {
      expect(desk.reads(text)).toBe(true);
    }
    expect(desk.input()).toBe('77');
    for (const text of ['User name', 'Network normal']) expect(idle.reads(text)).toBe(true);
    expect(tile.reads('Stand-by')).toBe(true);
    for (const screen of [desk, idle, tile]) {
      expect(
        screen.texts().filter((text) => /\p{Script=Han}/u.test(text.replace(/计算机|席位|双屏工作站/g, ''))),
      ).toEqual([]);
    }
    await lab.administrator.boxes({ language: 'zh' });

    expect(desk.reads('热键和ID不存在')).toBe(true);
    expect(idle.reads('用户登录')).toBe(true);
  });

  scenario('put the site’s own line on the sign-in screen, in any script', async (lab) => {
    const desk = lab.desk('5004');

    await lab.administrator.boxes({ banner: '调度大厅 · Δοκιμή · диспетчер' });
    expect(desk.reads('调度大厅 · Δοκιμή · диспетчер')).toBe(true);
    await lab.administrator.boxes({ banner: '' });

    expect(desk.reads('调度大厅')).toBe(false);
  });

  scenario('say how long the menu stays after a success, and without a key', async (lab) => {
    const desk = lab.desk('5004');
    await lab.administrator.boxes({ successLinger: seconds(3), menuIdle: seconds(20) });
    await desk.signIn();

    await desk.type('1');
    await desk.enter();
    await lab.pass(milliseconds(2900));
    expect(desk.screen()).toBe('menu');
    await lab.pass(milliseconds(200));
    expect(desk.screen()).toBe('picture');
    await desk.menu();
    await lab.pass(seconds(19));
    expect(desk.screen()).toBe('menu');
    await lab.pass(seconds(2));

    expect(desk.screen()).toBe('picture');
  });

  scenario('reach a box that was away when they were made', async (lab) => {
    const desk = lab.desk('5004');
    await lab.offline('5004');

    await lab.administrator.boxes({ language: 'en' });
    await lab.plug('5004');
    await lab.pass(seconds(40));

    expect(desk.reads('Network normal')).toBe(true);
  });
});

describe('an operator’s own password', () => {
  scenario('is changed at the OSD: the new one counts from then on, and the old one no more', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();

    await desk.tap(Usages.Home);
    expect(desk.reads('修改密码')).toBe(true);
    await desk.type('123456\tharbour-7-crane\tharbour-7-crane\n');
    await desk.settle();
    expect(desk.reads('密码已修改')).toBe(true);
    await desk.tap(Usages.F12);
    await desk.settle();
    await desk.type('hxfj\t123456\n');
    await desk.settle();
    expect(desk.reads('用户或密码错误')).toBe(true);
    await desk.signIn('hxfj', 'harbour-7-crane');

    expect(lab.operatorAt('5004')).toBe('hxfj');
  });

  scenario('is refused when the current one is wrong, or the new ones differ, are short or common', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();

    for (const [typed, said] of [
      ['654321\tharbour-7-crane\tharbour-7-crane\n', '当前密码错误'],
      ['123456\tharbour-7-crane\tharbour-8-crane\n', '两次输入的新密码不一致'],
      ['123456\tshort\tshort\n', '密码太短,至少 8 个字符'],
      ['123456\t1qaz2wsx\t1qaz2wsx\n', '密码过于常见,请换一个'],
    ] as const) {
      await desk.tap(Usages.Home);
      await desk.type(typed);
      await desk.settle();
      expect(desk.reads(said)).toBe(true);
      expect(desk.texts().some((text) => typed.includes(text) && text.length > 4)).toBe(false);
      await desk.tap(Usages.Escape);
    }
    await desk.tap(Usages.F12);
    await desk.settle();
    await desk.signIn();

    expect(lab.operatorAt('5004')).toBe('hxfj');
  });
});

describe('an administrator', () => {
  scenario('sees which box is which, and says a word to a desk for a while', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');

    await lab.administrator.command('5004', { type: 'identify', seconds: 10 });
    expect(desk.reads('5004')).toBe(true);
    await lab.pass(seconds(11));
    expect(desk.reads('5004')).toBe(false);
    await lab.administrator.command('5004', { type: 'message', text: '十分钟后交接班 <b>', seconds: 30 });
    expect(desk.reads('十分钟后交接班 <b>')).toBe(true);
    await desk.type('on');
    expect(lab.computer('0001').text).toContain('on');
    await lab.pass(seconds(31));

    expect(desk.reads('交接班')).toBe(false);
  });

  scenario('restarts a box, which comes back by itself', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');
    await desk.press(Usages.A);

    await lab.administrator.command('0001', { type: 'restart' });
    await lab.pass(seconds(40));

    expect(lab.computer('0001').heldKeys.size).toBe(0);
    await desk.release(Usages.A);
    await desk.type('back');
    expect(lab.computer('0001').text).toContain('back');
    expect(desk.shows()).toBe('0001');
  });

  scenario('ends a session: the desk says so, and its keys are up', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');
    await desk.press(Usages.A);

    await lab.administrator.endSession('5004');

    expect(desk.screen()).toBe('sign-in');
    expect(desk.reads('管理员已将您注销')).toBe(true);
    expect(lab.computer('0001').heldKeys.size).toBe(0);
  });

  scenario('grants a right: the open list has the device at once, and it can be connected', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn('op2', 'kvm-op-2');
    expect(desk.list().map(({ id }) => id)).toEqual(['0001', '0002']);

    await lab.administrator.grant('op2', 'connect', '0007');

    expect(desk.list().map(({ id }) => id)).toEqual(['0001', '0002', '0007']);
    await desk.connect('7');
    expect(desk.shows()).toBe('0007');
  });

  scenario('renames and renumbers a device that is connected: picture and keys go on', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');

    await lab.administrator.rename('0001', '主控机');
    await lab.administrator.renumber('0001', '0042');
    await lab.administrator.rename('5004', '一号台');

    expect(desk.shows()).toBe('0001');
    await desk.type('same');
    expect(lab.computer('0001').text).toContain('same');
    await desk.menu();
    await desk.tap(Usages.Down);
    expect(desk.list().find(({ id }) => id === '0042')).toMatchObject({ name: '主控机', hue: 'yellow' });
  });
});

describe('guessing passwords', () => {
  scenario('is slowed down after five wrong ones, and the right one counts when the wait is over', async (lab) => {
    const desk = lab.desk('5004');
    for (let tries = 0; tries < 6; tries++) {
      await desk.clearSignIn();
      await desk.type('hxfj\t000000\n');
      await desk.settle();
    }
    expect(desk.reads('尝试次数过多,请稍后再试')).toBe(true);

    await lab.pass(seconds(5));
    await desk.signIn();

    expect(lab.operatorAt('5004')).toBe('hxfj');
  });
});
