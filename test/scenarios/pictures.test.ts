import { milliseconds } from '@seatmatrix/protocol/kernel';
import { describe, expect } from 'vitest';
import { scenario } from '../harness/scenario.ts';

describe('a computer’s picture', () => {
  scenario('that goes with its cable is missed with a word, keys pass, and it comes back', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');

    await lab.pullVideo('0001');
    await lab.eventually(() => desk.reads('无视频'));
    await desk.type('blind');
    expect(lab.computer('0001').text).toContain('blind');
    await lab.plugVideo('0001');
    await lab.eventually(() => !desk.reads('无视频'));

    expect(desk.shows()).toBe('0001');
  });

  scenario('that is off is not there for a push or a fetch either', async (lab) => {
    const [desk, other] = [lab.desk('5004'), lab.desk('5005')];
    await other.signIn();
    await desk.signIn();
    await desk.connect('1');
    lab.computer('0001').powerOff();
    await lab.eventually(() => desk.reads('无视频'));

    await desk.menu('push');
    await desk.type('5005');
    await desk.enter();
    expect(desk.reads('此设备无视频')).toBe(true);
    await desk.closeMenu();
    await other.menu('fetch');
    await other.type('5004');
    await other.enter();
    expect(other.reads('此设备无视频')).toBe(true);
    expect(other.shows()).toBe(null);
  });

  scenario('changes at every desk that shows it', async (lab) => {
    const [desk, other] = [lab.desk('5004'), lab.desk('5005')];
    await desk.signIn();
    await other.signIn('op2', 'kvm-op-2');
    await desk.connect('1');
    await other.connect('1');
    const before = other.screenshot();

    await desk.type('echo hello\n');
    await lab.pass(milliseconds(200));

    expect(other.screenshot().equals(before)).toBe(false);
    expect(other.screenshot().equals(desk.screenshot())).toBe(true);
  });

  scenario('of one desk does not wait for another desk’s slow line', async (lab) => {
    const [desk, other] = [lab.desk('5004'), lab.desk('5005')];
    await desk.signIn();
    await other.signIn('op2', 'kvm-op-2');
    await desk.connect('1');
    await other.connect('1');
    await lab.delay('0001', '5005', milliseconds(800));
    const before = desk.screenshot();

    await desk.type('x');
    await lab.pass(milliseconds(100));

    expect(desk.screenshot().equals(before)).toBe(false);
    expect(lab.computer('0001').text).toContain('x');
  });
});
