import { Usages } from '@seatmatrix/protocol/domain';
import { describe, expect, it } from 'vitest';
import { createDesk, type Desk } from '../../testing/typist.ts';

function deskAtPasswords(): Desk {
  const desk = createDesk({ operator: 'hxfj' });
  desk.feed({ type: 'open', function: 'connect' });
  desk.press(Usages.Home);
  desk.takeEffects();
  return desk;
}

function fillIn(desk: Desk, [current, next, repeat]: readonly [string, string, string]): void {
  desk.type(current);
  desk.press(Usages.Enter);
  desk.type(next);
  desk.press(Usages.Tab);
  desk.type(repeat);
  desk.press(Usages.Enter);
}

describe('changing one’s own password', () => {
  it('asks the manager, once, and says when it is done', () => {
    const desk = deskAtPasswords();
    fillIn(desk, ['123456', 'tower99crane', 'tower99crane']);
    desk.press(Usages.Enter);
    expect(desk.takeEffects()).toEqual([{ type: 'change-password', current: '123456', next: 'tower99crane' }]);
    desk.feed({ type: 'password-answer', refusal: null });
    expect(desk.state.menu).toMatchObject({
      passwordChange: null,
      feedback: { tone: 'success', message: { key: 'passwordChanged' } },
    });
  });

  it.each([
    ['no current one', ['', 'tower99crane', 'tower99crane'], 'passwordMissing', 'current'],
    ['a short one', ['123456', 'abc', 'abc'], 'passwordTooShort', 'next'],
    ['two different ones', ['123456', 'tower99crane', 'tower99crank'], 'passwordsDiffer', 'repeat'],
  ] as const)('answers %s itself', (_, typed, key, focus) => {
    const desk = deskAtPasswords();
    fillIn(desk, typed);
    expect(desk.state.menu).toMatchObject({ feedback: { message: { key } }, passwordChange: { focus } });
    expect(desk.takeEffects()).toEqual([]);
  });

  it.each([
    ['wrong-credentials', 'currentPasswordWrong', 'current'],
    ['throttled', 'throttled', 'current'],
    ['password-too-short', 'passwordTooShort', 'next'],
    ['password-too-common', 'passwordTooCommon', 'next'],
    ['manager-unreachable', 'managerUnreachable', 'repeat'],
  ] as const)('shows the refusal %s where it can be mended', (refusal, key, focus) => {
    const desk = deskAtPasswords();
    fillIn(desk, ['123456', 'tower99crane', 'tower99crane']);
    desk.feed({ type: 'password-answer', refusal });
    expect(desk.state.menu).toMatchObject({
      feedback: { message: { key } },
      passwordChange: { focus, waiting: false },
    });
  });

  it('goes back to the command by Escape, which leaves the menu only the second time', () => {
    const desk = deskAtPasswords();
    desk.type('secret');
    desk.press(Usages.Escape);
    expect(desk.state.menu?.passwordChange).toBeNull();
    desk.press(Usages.Escape);
    expect(desk.state.menu).toBeNull();
  });

  it('moves by Tab round and by arrows to the neighbour', () => {
    const desk = deskAtPasswords();
    desk.press(Usages.Up);
    expect(desk.state.menu?.passwordChange?.focus).toBe('current');
    desk.press(Usages.LeftShift, Usages.Tab);
    expect(desk.state.menu?.passwordChange?.focus).toBe('cancel');
    desk.press(Usages.Down);
    expect(desk.state.menu?.passwordChange?.focus).toBe('cancel');
    desk.press(Usages.Space);
    expect(desk.state.menu?.passwordChange).toBeNull();
  });
});
