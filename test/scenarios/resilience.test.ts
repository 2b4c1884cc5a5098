import { Usages } from '@seatmatrix/protocol/domain';
import { milliseconds, seconds } from '@seatmatrix/protocol/kernel';
import { describe, expect } from 'vitest';
import { scenario } from '../harness/scenario.ts';

describe('when things break', () => {
  scenario(
    'the manager is killed and restarted while a desk types: nothing is lost and the picture stays',
    async (lab) => {
      const desk = lab.desk('5004');
      await desk.signIn();
      await desk.connect('1');

      await desk.type('before ');
      await lab.killManager();
      await desk.type('during ');
      await lab.pass(seconds(10));
      expect(desk.reads('与服务器通讯失败,请稍后重试!')).toBe(true);
      expect(desk.shows()).toBe('0001');
      await desk.type('without ');
      await lab.startManager();
      await lab.pass(seconds(40));
      await desk.type('after');

      expect(lab.computer('0001').text).toContain('before during without after');
      expect(desk.shows()).toBe('0001');
      expect(desk.reads('与服务器通讯失败,请稍后重试!')).toBe(false);
      expect(lab.operatorAt('5004')).toBe('hxfj');
      await desk.connect('2');
      expect(desk.shows()).toBe('0002');
    },
  );

  scenario(
    'a transmitter is unplugged and comes back: the picture stays, the keys are up, the route returns',
    async (lab) => {
      const desk = lab.desk('5004');
      await desk.signIn();
      await desk.connect('1');
      await desk.press(Usages.A);

      await lab.unplug('0001');
      await lab.pass(seconds(4));
      expect([...lab.computer('0001').heldKeys]).toEqual([]);
      expect(desk.shows()).toBe('0001');
      expect(desk.reads('信号中断,正在恢复…')).toBe(true);
      await desk.release(Usages.A);
      await lab.plug('0001');
      await lab.pass(seconds(40));

      expect(desk.reads('信号中断,正在恢复…')).toBe(false);
      await desk.type('back');
      expect(lab.computer('0001').text).toContain('back');
    },
  );

  scenario('a transmitter that loses its power comes back with its routes', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');

    await lab.restart('0001');
    await lab.pass(seconds(40));

    expect(desk.shows()).toBe('0001');
    await desk.type('again');
    expect(lab.computer('0001').text).toContain('again');
  });

  scenario('a receiver’s cable is pulled with a key held: the computer has it up within 1.2 s', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');
    await desk.press(Usages.LeftControl, Usages.A);
    expect(lab.computer('0001').heldKeys.size).toBe(2);

    await lab.unplug('5004');
    await lab.pass(milliseconds(1200));

    expect(lab.computer('0001').heldKeys.size).toBe(0);
    await desk.release(Usages.LeftControl, Usages.A);
    await lab.plug('5004');
    await lab.pass(seconds(40));
    await desk.type('fine');
    expect(lab.computer('0001').text).toContain('fine');
  });

  scenario('a key that is held for half a minute on a healthy link stays down', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');

    await desk.press(Usages.LeftShift);
    await lab.pass(seconds(30));

    expect([...lab.computer('0001').heldKeys]).toEqual([Usages.LeftShift]);
    await desk.release(Usages.LeftShift);
    expect(lab.computer('0001').received.filter((each) => each.type === 'key')).toHaveLength(2);
  });

  scenario('two operators take one computer at the same instant: both have it', async (lab) => {
    const [one, two] = [lab.desk('5004'), lab.desk('5005')];
    await one.signIn();
    await two.signIn('op2', 'kvm-op-2');
    await one.type('1');
    await two.type('1');

    one.strike(Usages.Enter);
    two.strike(Usages.Enter);
    await one.settle();
    await two.settle();
    await lab.pass(seconds(2));

    expect([one.shows(), two.shows()]).toEqual(['0001', '0001']);
    await one.press(Usages.LeftShift);
    await two.type('a');
    expect([...lab.computer('0001').heldKeys]).toEqual([Usages.LeftShift]);
    await one.release(Usages.LeftShift);
    expect(lab.computer('0001').heldKeys.size).toBe(0);
  });

  scenario('two operators push to one wall at the same instant: it shows one of the two, whole', async (lab) => {
    const [one, two] = [lab.desk('5004'), lab.desk('5005')];
    await one.signIn();
    await two.signIn();
    await one.connect('1');
    await two.connect('2');
    await one.menu('push');
    await two.menu('push');
    await one.type('6');
    await two.type('7');

    one.strike(Usages.Enter);
    two.strike(Usages.Enter);
    await lab.pass(seconds(4));

    expect(['0001', '0002']).toContain(lab.wallShows());
    await one.closeMenu();
    await two.closeMenu();
  });

  scenario('a right withdrawn while connected ends the route at once, and the desk is told', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn('op2', 'kvm-op-2');
    await desk.connect('1');
    await desk.press(Usages.A);

    await lab.administrator.revoke('op2', 'connect', '0001');

    expect(desk.shows()).toBe(null);
    expect(lab.computer('0001').heldKeys.size).toBe(0);
    expect(desk.texts().some((text) => text.includes('权限已收回'))).toBe(true);
    await desk.release(Usages.A);
    await desk.type('x');
    expect(lab.computer('0001').text).not.toContain('x');
  });

  scenario('an operator who is disabled while he works is signed out and his keys are up', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn('op2', 'kvm-op-2');
    await desk.connect('1');
    await desk.press(Usages.LeftAlt);

    await lab.administrator.disable('op2');

    expect(desk.screen()).toBe('sign-in');
    expect(lab.computer('0001').heldKeys.size).toBe(0);
    await desk.release(Usages.LeftAlt);
  });

  scenario('a key held while switching is up at the old computer and unknown to the new one', async (lab) => {
    const [desk, other] = [lab.desk('5005'), lab.desk('5004')];
    await desk.signIn();
    await desk.connect('1');
    await other.signIn();
    await other.connect('2');
    await desk.press(Usages.LeftControl);
    expect([...lab.computer('0001').heldKeys]).toEqual([Usages.LeftControl]);

    await other.push('5005');
    expect(desk.shows()).toBe('0002');

    expect(lab.computer('0001').heldKeys.size).toBe(0);
    expect(lab.computer('0002').heldKeys.size).toBe(0);
    expect(lab.pressed('0002')).not.toContain(Usages.LeftControl);
    lab.computer('0002').clearReceived();
    await desk.release(Usages.LeftControl);
    expect(lab.computer('0002').received).toEqual([]);
    await desk.type('c');
    expect(lab.pressed('0002')).toHaveLength(1);
  });

  scenario('an agent that comes back with an old plan does what the manager decided meanwhile', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');
    await lab.cut('5004', 'manager');
    await lab.pass(seconds(4));
    await lab.administrator.disable('hxfj');
    expect(desk.shows()).toBe('0001');

    await lab.heal('5004', 'manager');
    await lab.pass(seconds(40));

    expect(desk.screen()).toBe('sign-in');
    expect(desk.shows()).toBe(null);
  });

  scenario('a manager with yesterday’s database goes on above what the boxes have seen', async (lab) => {
    const desk = lab.desk('5004');
    const yesterday = await lab.copyStore();
    await desk.signIn();
    for (const id of ['1', '2', '3', '1']) await desk.connect(id);

    await lab.killManager();
    await lab.startManager(yesterday);
    await lab.pass(seconds(40));
    await desk.signIn();
    await desk.connect('4');

    expect(desk.shows()).toBe('0004');
    await desk.type('new');
    expect(lab.computer('0004').text).toContain('new');
  });

  scenario('a box whose memory was wiped is brought up to date', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');

    await lab.restart('0001', { wipe: true });
    await lab.pass(seconds(40));
    await desk.connect('2');
    await desk.connect('1');

    expect(desk.shows()).toBe('0001');
  });

  scenario('a wall that loses its power shows its last route again', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('5');
    await desk.push('6');

    await lab.restart('5006');
    await lab.restart('5007');
    await lab.pass(seconds(40));

    expect(lab.wallShows()).toBe('0005');
  });

  scenario('the seat signs out by itself after its idle minutes', async (lab) => {
    await lab.administrator.idle('5001', 10);
    const desk = lab.desk('5001');
    await desk.signIn();
    await desk.connect('1');

    await lab.pass(seconds(9 * 60));
    await desk.type('x');
    await lab.pass(seconds(9 * 60));
    expect(desk.shows()).toBe('0001');
    await lab.pass(seconds(2 * 60));

    expect(desk.screen()).toBe('sign-in');
    expect(lab.operatorAt('5001')).toBe(null);
  });

  scenario('the pointer crosses between the displays of a seat, and keys follow it', async (lab) => {
    const [first, second] = [lab.desk('5001'), lab.desk('5002')];
    await first.signIn();
    await first.connect('1');
    await first.focus(2);
    await second.connect('2');

    await first.mouse((mouse) => mouse.move(-2500, 0));
    await first.type('left');
    await first.mouse((mouse) => mouse.move(2500, 0));
    await first.type('right');

    expect(lab.computer('0001').text).toContain('left');
    expect(lab.computer('0001').text).not.toContain('right');
    expect(lab.computer('0002').text).toContain('right');
  });

  scenario('a switch never shows a black screen', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');
    const changes = lab.recordShown(['5004']);

    for (const id of ['2', '3', '9', '1']) await desk.connect(id);

    expect(changes().map((change) => change.shows)).toEqual(['0002', '0003', '0009', '0001']);
  });
});
