import { Usages } from '@seatmatrix/protocol/domain';
import { milliseconds, seconds } from '@seatmatrix/protocol/kernel';
import { describe, expect } from 'vitest';
import { scenario } from '../harness/scenario.ts';

describe('a display', () => {
  scenario('shows a card with its ID and name, and takes no sign-in from whatever is plugged in', async (lab) => {
    const tile = lab.desk('5006');
    const keyboard = lab.plugKeyboard('5006');
    expect(tile.screen()).not.toBe('sign-in');
    for (const text of ['待机', '5006', '席位 5006']) expect(tile.reads(text)).toBe(true);

    keyboard.type('hxfj\t123456\n');
    await lab.pass(seconds(3));

    expect(tile.reads('待机')).toBe(true);
    expect(tile.reads('hxfj')).toBe(false);
    expect(lab.operatorAt('5006')).toBe(null);
  });

  scenario('passes no key to what it shows, and opens no menu', async (lab) => {
    const [desk, tile] = [lab.desk('5004'), lab.desk('5006')];
    const keyboard = lab.plugKeyboard('5006');
    await desk.signIn();
    await desk.connect('1');
    await desk.push('6');
    expect(tile.shows()).toBe('0001');
    lab.computer('0001').clearReceived();

    keyboard.type('whoever');
    await lab.pass(milliseconds(700));
    for (const key of [Usages.LeftShift, Usages.LeftShift, Usages.O]) {
      keyboard.tap(key);
      await lab.pass(milliseconds(20));
    }

    expect(lab.computer('0001').received).toEqual([]);
    expect(tile.screen()).toBe('picture');
  });

  scenario('that shows nothing changes its card with its name', async (lab) => {
    const tile = lab.desk('5007');

    await lab.administrator.rename('5007', '大厅右屏');

    expect(tile.reads('大厅右屏')).toBe(true);
    expect(tile.reads('席位 5007')).toBe(false);
  });
});

describe('a desk that nobody uses', () => {
  scenario('shows what is pushed to it where it may, passes no key, and any key brings the sign-in', async (lab) => {
    const [desk, target] = [lab.desk('5004'), lab.desk('5005')];
    await lab.administrator.receiver('5005', { viewWhileSignedOut: true });
    await desk.signIn();
    await desk.connect('1');

    await desk.push('5005');
    expect(target.shows()).toBe('0001');
    expect(target.reads('按任意键登录')).toBe(true);
    lab.computer('0001').clearReceived();
    await target.mouse((mouse) => mouse.click());
    await target.type('x');

    expect(target.screen()).toBe('sign-in');
    expect(target.input()).toBe('');
    expect(lab.computer('0001').received).toEqual([]);
    await lab.pass(seconds(31));
    expect(target.screen()).toBe('picture');
    expect(target.shows()).toBe('0001');
  });

  scenario('is signed in to with the pushed picture behind: the operator’s rights count from then on', async (lab) => {
    const [desk, target] = [lab.desk('5004'), lab.desk('5005')];
    await lab.administrator.receiver('5005', { viewWhileSignedOut: true });
    await desk.signIn();
    await desk.connect('3');
    await desk.push('5005');
    await target.type('x');

    await target.signIn('op2', 'kvm-op-2');
    await target.closeMenu();
    await target.type('no');

    expect(lab.computer('0003').text).not.toContain('no');
    await target.connect('1');
    await target.type('mine');
    expect(lab.computer('0001').text).toContain('mine');
    await target.menu();
    await target.type('3');
    await target.enter();
    expect(target.reads('超出范围')).toBe(true);
  });

  scenario('loses the picture when its policy changes', async (lab) => {
    const [desk, target] = [lab.desk('5004'), lab.desk('5005')];
    await lab.administrator.receiver('5005', { viewWhileSignedOut: true });
    await desk.signIn();
    await desk.connect('1');
    await desk.push('5005');

    await lab.administrator.receiver('5005', { viewWhileSignedOut: false });

    expect(target.shows()).toBe(null);
    expect(target.screen()).toBe('sign-in');
  });
});
