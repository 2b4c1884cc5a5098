import { LEDS_OFF, Usages } from '@seatmatrix/protocol/domain';
import { describe, expect } from 'vitest';
import { scenario } from '../harness/scenario.ts';

const CAPS = { ...LEDS_OFF, capsLock: true };

describe('a keyboard’s lights', () => {
  scenario('are those of the computer in control, and are read anew at every switch', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');
    expect(desk.leds()).toEqual(LEDS_OFF);

    await desk.tap(Usages.CapsLock);
    await desk.settle();
    expect(lab.computer('0001').leds).toEqual(CAPS);
    expect(desk.leds()).toEqual(CAPS);
    await desk.connect('2');
    expect(desk.leds()).toEqual(LEDS_OFF);
    await desk.connect('1');
    expect(desk.leds()).toEqual(CAPS);
    await desk.menu();
    await desk.tap(Usages.F12);
    await desk.settle();

    expect(desk.leds()).toEqual(LEDS_OFF);
  });

  scenario('follow the computer when somebody else changes them, and tell nothing to who only watches', async (lab) => {
    const [desk, other, viewer] = [lab.desk('5004'), lab.desk('5001'), lab.desk('5005')];
    await viewer.signIn('op2', 'kvm-op-2');
    await viewer.closeMenu();
    await desk.signIn();
    await other.signIn();
    await desk.connect('3');
    await other.connect('3');
    await desk.push('5005');
    expect(viewer.shows()).toBe('0003');

    await other.tap(Usages.CapsLock);
    await other.settle();

    expect(desk.leds()).toEqual(CAPS);
    expect(viewer.leds()).toEqual(LEDS_OFF);
    await desk.tap(Usages.CapsLock);
    await desk.settle();
    expect(other.leds()).toEqual(LEDS_OFF);
  });

  scenario('of a seat are those of the display that has the keyboard', async (lab) => {
    const [first, second] = [lab.desk('5001'), lab.desk('5002')];
    await first.signIn();
    await first.connect('1');
    await first.tap(Usages.CapsLock);
    await first.focus(2);
    await second.connect('2');
    expect(first.leds()).toEqual(LEDS_OFF);

    await second.focus(1);
    await first.closeMenu();
    expect(first.leds()).toEqual(CAPS);
    await first.mouse((mouse) => mouse.move(2500, 0));

    expect(first.leds()).toEqual(LEDS_OFF);
  });

  scenario('are not changed by Caps Lock at the OSD, which types in capitals all the same', async (lab) => {
    const desk = lab.desk('5004');

    await desk.tap(Usages.CapsLock);
    await desk.type('hx');

    expect(desk.reads('HX')).toBe(true);
    expect(desk.reads('大写锁定已开启')).toBe(true);
    expect(desk.leds()).toEqual(LEDS_OFF);
  });

  scenario('come back with the computer after its box lost its power', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');
    await desk.tap(Usages.CapsLock);
    await desk.settle();

    await lab.offline('0001');
    expect(desk.leds()).toEqual(LEDS_OFF);
    await lab.plug('0001');
    await lab.eventually(() => desk.leds().capsLock);

    expect(desk.leds()).toEqual(CAPS);
  });
});
