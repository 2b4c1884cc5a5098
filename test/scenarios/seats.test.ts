import { Usages } from '@seatmatrix/protocol/domain';
import { milliseconds, seconds } from '@seatmatrix/protocol/kernel';
import { describe, expect } from 'vitest';
import type { Lab } from '../harness/lab.ts';
import { scenario } from '../harness/scenario.ts';

describe('a seat of several displays', () => {
  scenario('whose link to the display in focus is cut lets go of everything held there', async (lab) => {
    const { first } = await seatAtTwo(lab);
    await first.press(Usages.LeftControl, Usages.A);
    expect(lab.computer('0002').heldKeys.size).toBe(2);

    await lab.cut('5001', '5002');
    await lab.pass(milliseconds(1300));
    expect(lab.computer('0002').heldKeys.size).toBe(0);
    expect(lab.computer('0001').heldKeys.size).toBe(0);
    await lab.pass(seconds(5));
    await first.release(Usages.LeftControl, Usages.A);
    expect(lab.computer('0001').received.filter((each) => each.type === 'key')).toEqual([]);
    await first.type('here');

    expect(lab.computer('0001').text).toContain('here');
    expect(lab.computer('0002').text).not.toContain('here');
  });

  scenario('finds the display again when the link is back', async (lab) => {
    const { first } = await seatAtTwo(lab);
    await lab.cut('5001', '5002');
    await lab.pass(seconds(5));

    await lab.heal('5001', '5002');
    await lab.pass(seconds(10));
    await first.focus(2);
    await lab.desk('5002').closeMenu();
    await first.type('again');

    expect(lab.computer('0002').text).toContain('again');
  });

  scenario('goes on with its other displays when one loses its power', async (lab) => {
    const { first } = await seatAtTwo(lab);
    await first.press(Usages.A);

    await lab.powerOff('5002');
    await lab.pass(seconds(5));

    expect(lab.computer('0002').heldKeys.size).toBe(0);
    await first.release(Usages.A);
    await first.type('left');
    expect(lab.computer('0001').text).toContain('left');
    expect(lab.operatorAt('5001')).toBe('hxfj');
  });

  scenario('gives a display that restarts its session and picture back', async (lab) => {
    const { second } = await seatAtTwo(lab);

    await lab.restart('5002');
    await lab.eventually(() => second.shows() === '0002');

    expect(second.screen()).toBe('picture');
    expect(lab.operatorAt('5002')).toBe('hxfj');
  });

  scenario('takes no drag across to the next display, and F7 takes it nowhere', async (lab) => {
    const { first } = await seatAtTwo(lab);

    await first.mouse((mouse) => mouse.hold());
    await first.mouse((mouse) => mouse.move(-4000, 0));
    expect(lab.computer('0002').heldButtons).toBe(1);
    expect(lab.computer('0001').heldButtons).toBe(0);
    await first.mouse((mouse) => mouse.release());
    await first.mouse((mouse) => mouse.move(-500, 0));
    await first.type('crossed');

    expect(lab.computer('0001').text).toContain('crossed');
    expect(lab.computer('0002').heldButtons).toBe(0);
  });

  scenario('signs out as a whole, from whichever display', async (lab) => {
    const { first, second } = await seatAtTwo(lab);

    await second.menu();
    await first.tap(Usages.F12);
    await first.settle();

    expect(['5001', '5002', '5003'].map((id) => lab.desk(id).screen())).toEqual(['sign-in', 'sign-in', 'sign-in']);
    expect(['5001', '5002', '5003'].map((id) => lab.desk(id).shows())).toEqual([null, null, null]);
  });

  scenario('lets go at the old display when the pointer crosses with a key held', async (lab) => {
    const { first } = await seatAtTwo(lab);
    await first.press(Usages.LeftShift);
    expect([...lab.computer('0002').heldKeys]).toEqual([Usages.LeftShift]);

    await first.mouse((mouse) => mouse.move(-2500, 0));

    expect(lab.computer('0002').heldKeys.size).toBe(0);
    expect(lab.computer('0001').heldKeys.size).toBe(0);
    await first.type('a');
    expect(lab.computer('0001').text).toMatch(/a$/);
    await first.release(Usages.LeftShift);
  });
});

describe('a desk’s devices', () => {
  scenario('that are pulled out hold nothing any more, and work again when they are back', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');
    await desk.press(Usages.A);

    await desk.unplugKeyboard();
    expect(lab.computer('0001').heldKeys.size).toBe(0);
    await desk.release(Usages.A);
    await desk.plugKeyboard();
    await desk.type('back');

    expect(lab.computer('0001').text).toContain('back');
  });

  scenario('are one keyboard: a key that two of them hold is up when both let go', async (lab) => {
    const desk = lab.desk('5004');
    const another = lab.plugKeyboard('5004');
    await desk.signIn();
    await desk.connect('1');

    await desk.press(Usages.A);
    another.press(Usages.A);
    await desk.release(Usages.A);
    expect([...lab.computer('0001').heldKeys]).toEqual([Usages.A]);
    another.release(Usages.A);
    await desk.settle();

    expect(lab.computer('0001').heldKeys.size).toBe(0);
  });
});

/** 0001 at the first display and 0002 at the second, which has the keyboard. */
async function seatAtTwo(lab: Lab) {
  const [first, second] = [lab.desk('5001'), lab.desk('5002')];
  await first.signIn();
  await first.connect('1');
  await first.focus(2);
  await second.connect('2');
  for (const id of ['0001', '0002']) lab.computer(id).clearReceived();
  return { first, second };
}
