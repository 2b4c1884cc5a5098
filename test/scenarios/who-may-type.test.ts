import { Usages, usage } from '@seatmatrix/protocol/domain';
import { milliseconds, seconds } from '@seatmatrix/protocol/kernel';
import { describe, expect } from 'vitest';
import { scenario } from '../harness/scenario.ts';

const B = usage(Usages.A + 1);

describe('who may type', () => {
  scenario('at one computer the union of two desks is down, and each lets go of its own alone', async (lab) => {
    const [one, two] = [lab.desk('5004'), lab.desk('5005')];
    const computer = lab.computer('0001');
    await one.signIn();
    await two.signIn('op2', 'kvm-op-2');
    await one.connect('1');
    await two.connect('1');

    await one.press(Usages.A);
    await two.press(Usages.A, B);
    expect([...computer.heldKeys]).toEqual([Usages.A, B]);
    await one.release(Usages.A);
    expect([...computer.heldKeys]).toEqual([Usages.A, B]);
    await two.release(Usages.A);
    expect([...computer.heldKeys]).toEqual([B]);
    await two.release(B);

    expect(computer.heldKeys.size).toBe(0);
  });

  scenario('a desk that falls away lets go of its keys and not of another desk’s', async (lab) => {
    const [one, two] = [lab.desk('5004'), lab.desk('5005')];
    await one.signIn();
    await two.signIn('op2', 'kvm-op-2');
    await one.connect('1');
    await two.connect('1');
    await one.press(Usages.LeftControl);
    await two.press(B);

    await lab.powerOff('5004');
    await lab.pass(milliseconds(1200));

    expect([...lab.computer('0001').heldKeys]).toEqual([B]);
    await two.release(B);
  });

  scenario('one operator’s sign-out takes nothing from another at the same computer', async (lab) => {
    const [one, two] = [lab.desk('5004'), lab.desk('5005')];
    await one.signIn();
    await two.signIn('op2', 'kvm-op-2');
    await one.connect('1');
    await two.connect('1');
    await two.press(B);

    await one.menu();
    await one.tap(Usages.F12);
    await one.settle();

    expect([...lab.computer('0001').heldKeys]).toEqual([B]);
    await two.release(B);
    await two.type('still');
    expect(lab.computer('0001').text).toContain('still');
  });

  scenario('who only watches moves no pointer and clicks nothing', async (lab) => {
    const [desk, target] = [lab.desk('5004'), lab.desk('5005')];
    await target.signIn('op2', 'kvm-op-2');
    await target.closeMenu();
    await desk.signIn();
    await desk.connect('3');
    await desk.push('5005');
    lab.computer('0003').clearReceived();

    await target.mouse((mouse) => mouse.move(60, 40));
    await target.mouse((mouse) => mouse.click());
    await target.chord(Usages.LeftControl, Usages.A);

    expect(lab.computer('0003').received).toEqual([]);
  });

  scenario(
    'the right of whoever got a push is withdrawn: the picture stays, the keys are up and pass no more',
    async (lab) => {
      const [desk, target] = [lab.desk('5004'), lab.desk('5005')];
      await target.signIn('op2', 'kvm-op-2');
      await target.closeMenu();
      await desk.signIn();
      await desk.connect('1');
      await desk.push('5005');
      await target.press(Usages.A);
      expect([...lab.computer('0001').heldKeys]).toEqual([Usages.A]);

      await lab.administrator.revoke('op2', 'connect', '0001');
      await lab.pass(seconds(2));

      expect(lab.computer('0001').heldKeys.size).toBe(0);
      expect(target.shows()).toBe('0001');
      expect(target.reads('仅观看')).toBe(true);
      await target.release(Usages.A);
      lab.computer('0001').clearReceived();
      await target.type('no');
      expect(lab.computer('0001').received).toEqual([]);
      await desk.type('yes');
      expect(lab.computer('0001').text).toContain('yes');
    },
  );

  scenario('a pushed picture stays at its desk when whoever pushed it signs out', async (lab) => {
    const [desk, target] = [lab.desk('5004'), lab.desk('5005')];
    await target.signIn('op2', 'kvm-op-2');
    await target.closeMenu();
    await desk.signIn();
    await desk.connect('3');
    await desk.push('5005');

    await desk.menu();
    await desk.tap(Usages.F12);
    await lab.pass(seconds(5));

    expect(desk.shows()).toBe(null);
    expect(target.shows()).toBe('0003');
  });

  scenario('whoever is pushed to is told by whom and what', async (lab) => {
    const [desk, target] = [lab.desk('5004'), lab.desk('5005')];
    await target.signIn('op2', 'kvm-op-2');
    await target.closeMenu();
    await desk.signIn();
    await desk.connect('3');

    await desk.push('5005');

    expect(target.reads('hxfj 推送了 0003 计算机 0003')).toBe(true);
    await lab.pass(seconds(10));
    expect(target.reads('推送了')).toBe(false);
  });
});

describe('the same operator at two seats', () => {
  scenario('by the policy allow works at both', async (lab) => {
    const [one, two] = [lab.desk('5004'), lab.desk('5005')];
    await one.signIn();
    await one.connect('1');

    await two.signIn();
    await two.connect('2');
    await one.type('one');
    await two.type('two');

    expect(lab.computer('0001').text).toContain('one');
    expect(lab.computer('0002').text).toContain('two');
  });

  scenario('by the policy refuse is told so at the second and goes on at the first', async (lab) => {
    const [one, two] = [lab.desk('5004'), lab.desk('5005')];
    await lab.administrator.twoSeats('refuse');
    await one.signIn();
    await one.connect('1');

    await two.type('hxfj\t123456\n');
    await two.settle();

    expect(two.reads('该用户已在其他坐席登录')).toBe(true);
    expect(two.screen()).toBe('sign-in');
    await one.type('mine');
    expect(lab.computer('0001').text).toContain('mine');
  });

  scenario('by the policy move takes his place along: the first seat is signed out, its keys up', async (lab) => {
    const [one, two] = [lab.desk('5004'), lab.desk('5005')];
    await lab.administrator.twoSeats('move');
    await one.signIn();
    await one.connect('1');
    await one.press(Usages.LeftAlt);

    await two.signIn();

    expect(one.screen()).toBe('sign-in');
    expect(one.reads('您已在其他坐席登录,此处已注销')).toBe(true);
    expect(one.shows()).toBe(null);
    expect(lab.computer('0001').heldKeys.size).toBe(0);
    expect(lab.operatorAt('5005')).toBe('hxfj');
  });
});
