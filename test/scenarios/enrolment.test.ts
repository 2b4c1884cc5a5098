import { Usages } from '@seatmatrix/protocol/domain';
import { milliseconds, seconds } from '@seatmatrix/protocol/kernel';
import { describe, expect } from 'vitest';
import { scenario } from '../harness/scenario.ts';

describe('a box out of the carton', () => {
  scenario('with an enrolment code becomes the next receiver, and somebody can work at it', async (lab) => {
    const code = await lab.administrator.enrolmentCode(null);

    const desk = await lab.unpack('new box', code);
    await lab.eventually(() => desk.screen() === 'sign-in');
    expect(desk.reads('5008  Rx 5008')).toBe(true);
    await desk.signIn();
    await desk.connect('1');
    await desk.type('hello');

    expect(desk.shows()).toBe('0001');
    expect(lab.computer('0001').text).toContain('hello');
  });

  scenario(
    'without a code waits, with its key’s fingerprint to be compared, and can nothing until it is adopted',
    async (lab) => {
      await lab.powerOff('5005');
      await lab.administrator.forgetBoxOf('5005');

      const desk = await lab.unpack('spare box', null);
      expect(desk.reads('等待管理员接入')).toBe(true);
      const groups = desk.texts().filter((text) => /^[0-9a-f]{4}$/.test(text));
      expect(groups.join('')).toBe(lab.administrator.waitingFingerprint());
      await desk.type('hxfj\t123456\n');
      await lab.pass(seconds(3));
      expect(desk.reads('等待管理员接入')).toBe(true);
      await lab.administrator.adoptWaiting('5005');
      await lab.eventually(() => desk.screen() === 'sign-in');

      expect(desk.reads('5005  席位 5005')).toBe(true);
      await desk.signIn('op2', 'kvm-op-2');
      await desk.connect('2');
      expect(desk.shows()).toBe('0002');
    },
  );

  scenario('takes over what its place showed', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');
    await desk.push('6');
    await lab.powerOff('5006');
    await lab.administrator.forgetBoxOf('5006');

    const tile = await lab.unpack('new tile', await lab.administrator.enrolmentCode('5006'));
    await lab.eventually(() => tile.shows() === '0001');

    expect(tile.part()).toEqual({ left: 0, right: 0.5 });
  });

  scenario('with a code that was used waits like one without', async (lab) => {
    const code = await lab.administrator.enrolmentCode(null);
    const first = await lab.unpack('first box', code);
    await lab.eventually(() => first.screen() === 'sign-in');

    const second = await lab.unpack('second box', code);
    await lab.pass(seconds(10));

    expect(second.reads('等待管理员接入')).toBe(true);
    expect((await lab.audited('box.adopt')).map(({ outcome }) => outcome)).toEqual(['done', 'refused']);
  });

  scenario('stays adopted over a restart of its own and of the manager', async (lab) => {
    const desk = await lab.unpack('new box', await lab.administrator.enrolmentCode(null));
    await lab.eventually(() => desk.screen() === 'sign-in');

    await lab.killManager();
    await lab.restart('new box');
    await lab.startManager();
    await lab.eventually(() => desk.screen() === 'sign-in');

    expect(desk.reads('5008  Rx 5008')).toBe(true);
    await desk.signIn();
    expect(lab.operatorAt('5008')).toBe('hxfj');
  });
});

describe('a box that the site forgot', () => {
  scenario('while somebody works at it loses picture and keys, and is a stranger', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');
    await desk.press(Usages.A);

    await lab.administrator.forgetBoxOf('5004');
    await lab.pass(seconds(3));

    expect(lab.computer('0001').heldKeys.size).toBe(0);
    await desk.release(Usages.A);
    lab.computer('0001').clearReceived();
    await desk.type('more');
    expect(lab.computer('0001').received).toEqual([]);
  });
});

describe('a box whose disk was copied', () => {
  scenario('and its copy are never both at work: keys are up, and the site goes on when one is gone', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');
    await desk.press(Usages.A);

    const copy = await lab.clone('5004', 'copy of 5004');
    await lab.pass(seconds(30));
    expect(lab.computer('0001').heldKeys.size).toBe(0);
    expect(copy.shows()).toBe(null);
    lab.expectAlarm('two boxes have the same key');
    await desk.release(Usages.A);
    await lab.powerOff('copy of 5004');
    await lab.eventually(() => desk.reads('网络正常'));
    await desk.signIn();
    await desk.connect('2');
    await desk.type('well');

    expect(lab.computer('0002').text).toContain('well');
    expect(lab.computer('0001').text).not.toContain('well');
  });

  scenario('and its copy leave other desks alone', async (lab) => {
    const other = lab.desk('5005');
    await other.signIn();
    await other.connect('1');
    await other.press(Usages.LeftShift);

    await lab.clone('5004', 'copy of 5004');
    await lab.pass(seconds(20));

    expect([...lab.computer('0001').heldKeys]).toEqual([Usages.LeftShift]);
    lab.expectAlarm('two boxes have the same key');
    await other.release(Usages.LeftShift);
    await lab.pass(milliseconds(100));
    expect(other.shows()).toBe('0001');
  });
});
