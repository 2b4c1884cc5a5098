import { Usages } from '@seatmatrix/protocol/domain';
import { describe, expect, it } from 'vitest';
import { presentOsd } from '../../scene/present.ts';
import { statusOf } from '../../scene/status-line.ts';
import { createDesk, type Desk } from '../../testing/typist.ts';
import { osdCapturesKeys } from '../osd-presence.ts';
import { osdView } from '../osd-view.ts';

const source = { id: '0001', name: 'one', picture: 'live', mode: 'view' } as const;

function fillIn(desk: Desk): void {
  desk.type('hxfj');
  desk.press(Usages.Enter);
  desk.type('123456');
}

describe('the sign-in screen', () => {
  it('goes from the name to the password by Enter, and asks by Enter there', () => {
    const desk = createDesk();
    fillIn(desk);
    desk.press(Usages.Enter);
    expect(desk.takeEffects()).toEqual([{ type: 'sign-in', name: 'hxfj', password: '123456' }]);
  });

  it.each([
    ['Tab to the button and Enter', [Usages.Tab, Usages.Enter]],
    ['Tab to the button and Space', [Usages.Tab, Usages.Space]],
    ['the keypad’s Enter', [Usages.KeypadEnter]],
  ])('asks by %s', (_, keys) => {
    const desk = createDesk();
    fillIn(desk);
    for (const key of keys) desk.press(key);
    expect(desk.takeEffects()).toEqual([{ type: 'sign-in', name: 'hxfj', password: '123456' }]);
  });

  it('goes round by Tab and back by Shift+Tab', () => {
    const desk = createDesk();
    const seen = [desk.state.signIn.focus];
    for (let index = 0; index < 4; index++) {
      desk.press(Usages.Tab);
      seen.push(desk.state.signIn.focus);
    }
    expect(seen).toEqual(['name', 'password', 'submit', 'clear', 'name']);
    desk.press(Usages.RightShift, Usages.Tab);
    expect(desk.state.signIn.focus).toBe('clear');
  });

  it('empties both fields by the clear button and goes to the name', () => {
    const desk = createDesk();
    fillIn(desk);
    desk.press(Usages.Tab);
    desk.press(Usages.Tab);
    desk.press(Usages.Enter);
    const { name, password, focus } = desk.state.signIn;
    expect([name.text, password.text, focus]).toEqual(['', '', 'name']);
  });

  it('asks once: further Enters while the manager is asked are ignored', () => {
    const desk = createDesk();
    fillIn(desk);
    for (let index = 0; index < 3; index++) desk.press(Usages.Enter);
    expect(desk.takeEffects()).toHaveLength(1);
    expect(statusOf(desk.state).message.key).toBe('signingIn');
  });

  it.each([
    ['the cable is out', { carrier: false, manager: 'lost' }, 'networkDown'],
    ['the manager is away', { carrier: true, manager: 'lost' }, 'managerUnreachable'],
    ['all is well', { carrier: true, manager: 'live' }, 'networkNormal'],
  ] as const)('says so when %s', (_, situation, key) => {
    const desk = createDesk(situation);
    expect(statusOf(desk.state).message.key).toBe(key);
  });

  it.each([
    ['wrong-credentials', 'wrongCredentials'],
    ['throttled', 'throttled'],
    ['signed-in-elsewhere', 'signedInElsewhere'],
  ] as const)('shows the refusal %s until something is typed, and forgets the password', (refusal, key) => {
    const desk = createDesk();
    fillIn(desk);
    desk.press(Usages.Enter);
    desk.feed({ type: 'sign-in-answer', refusal });
    expect(statusOf(desk.state).message.key).toBe(key);
    expect(desk.state.signIn).toMatchObject({ focus: 'password', password: { text: '' }, name: { text: 'hxfj' } });
    desk.type('1');
    expect(statusOf(desk.state).message.key).toBe('networkNormal');
  });

  it('says at once that the manager went away while it was asked, and may ask again afterwards', () => {
    const desk = createDesk();
    fillIn(desk);
    desk.press(Usages.Enter);
    desk.situation({ manager: 'lost' });
    expect(statusOf(desk.state).message.key).toBe('managerUnreachable');
    desk.press(Usages.Enter);
    expect(desk.takeEffects()).toHaveLength(1);
    desk.situation({ manager: 'live' });
    desk.press(Usages.Enter);
    expect(desk.takeEffects()).toHaveLength(1);
  });

  it('asks for what is missing instead of asking the manager', () => {
    const desk = createDesk();
    desk.press(Usages.Enter);
    desk.press(Usages.Enter);
    expect(statusOf(desk.state).message.key).toBe('nameMissing');
    expect(desk.state.signIn.focus).toBe('name');
    desk.type('a');
    desk.press(Usages.Enter);
    desk.press(Usages.Enter);
    expect(statusOf(desk.state).message.key).toBe('passwordMissing');
    expect(desk.takeEffects()).toEqual([]);
  });

  it('types capitals by Shift and by Caps Lock, and small letters by both', () => {
    const desk = createDesk();
    desk.type('aB');
    desk.press(Usages.CapsLock);
    desk.type('cD');
    expect(desk.state.signIn.name.text).toBe('aBCd');
  });

  it('stays when Escape is pressed', () => {
    const desk = createDesk();
    desk.press(Usages.Escape);
    expect(osdView(desk.state)).toBe('sign-in');
    expect(osdCapturesKeys(desk.state)).toBe(true);
  });

  it('forgets after half a minute what somebody typed and left', () => {
    const desk = createDesk();
    fillIn(desk);
    desk.wait(29_999);
    expect(desk.state.signIn.password.text).toBe('123456');
    desk.wait(1);
    expect(desk.state.signIn).toMatchObject({ name: { text: '' }, password: { text: '' } });
  });

  it.each([
    ['administrator', 'signOutByAdministrator'],
    ['disabled', 'signOutDisabled'],
    ['elsewhere', 'signOutElsewhere'],
    ['idle', 'signOutIdle'],
  ] as const)('says why the last operator was signed out: %s, said before or after', (reason, key) => {
    const before = createDesk({ operator: 'hxfj' });
    before.feed({ type: 'notice', notice: { type: 'signed-out', reason } });
    before.situation({ operator: null });
    expect(before.state.signIn.reason).toEqual({ key });
    const after = createDesk({ operator: 'hxfj' });
    after.situation({ operator: null });
    after.feed({ type: 'notice', notice: { type: 'signed-out', reason } });
    expect(after.state.signIn.reason).toEqual({ key });
  });
});

describe('a signed-out desk that shows a pushed picture', () => {
  it('captures every key, and the first one brings the screen without being typed', () => {
    const desk = createDesk({ source });
    expect(osdView(desk.state)).toBe('watching');
    expect(osdCapturesKeys(desk.state)).toBe(true);
    desk.type('h');
    expect(osdView(desk.state)).toBe('sign-in');
    desk.type('x');
    expect(desk.state.signIn.name.text).toBe('x');
  });

  it('goes back to the picture when nobody types for half a minute', () => {
    const desk = createDesk({ source });
    desk.press(Usages.Escape);
    desk.wait(30_000);
    expect(osdView(desk.state)).toBe('watching');
  });
});

describe('choosing a display of the seat', () => {
  const seat = { display: { number: 1, count: 3 } } as const;

  it('takes a digit while F7 is held, however long', () => {
    const desk = createDesk(seat);
    desk.edge(Usages.F7, true);
    desk.wait(9000);
    desk.type('2');
    expect(desk.takeEffects()).toEqual([{ type: 'focus-display', number: 2 }]);
    expect(desk.state.signIn.name.text).toBe('');
  });

  it('takes a digit until two seconds after F7, also of the keypad', () => {
    const desk = createDesk(seat);
    desk.press(Usages.F7);
    desk.wait(1999);
    desk.press(Usages.Keypad1);
    expect(statusOf(desk.state).message.key).toBe('displayAlready');
    desk.press(Usages.F7);
    desk.wait(1999);
    desk.type('3');
    expect(desk.takeEffects()).toEqual([{ type: 'focus-display', number: 3 }]);
  });

  it('says what to press as long as it waits', () => {
    const desk = createDesk(seat);
    desk.press(Usages.F7);
    expect(statusOf(desk.state).message).toEqual({ key: 'displayWanted', values: { count: 3 } });
    desk.wait(2000);
    expect(statusOf(desk.state).message.key).toBe('networkNormal');
  });

  it('types the digit after that, and after any other key', () => {
    const desk = createDesk(seat);
    desk.press(Usages.F7);
    desk.wait(2000);
    desk.type('2');
    desk.press(Usages.F7);
    desk.type('a3');
    expect(desk.state.signIn.name.text).toBe('2a3');
    expect(desk.takeEffects()).toEqual([]);
  });

  it('says that there is no such display', () => {
    const desk = createDesk(seat);
    desk.press(Usages.F7);
    desk.type('4');
    expect(statusOf(desk.state).message).toEqual({ key: 'displayAbsent', values: { number: 4 } });
    expect(desk.takeEffects()).toEqual([]);
  });

  it('is a digit like any other on a seat of one', () => {
    const desk = createDesk();
    desk.press(Usages.F7);
    desk.type('1');
    expect(desk.state.signIn.name.text).toBe('1');
  });

  it('shows the caret on the display in focus alone', () => {
    const carets = (desk: Desk) =>
      presentOsd(desk.state, { width: 1280, height: 720 })?.nodes.filter(
        (node) => node.type === 'input' && node.caret !== null,
      ).length;
    expect(carets(createDesk(seat))).toBe(1);
    expect(carets(createDesk({ ...seat, focused: false }))).toBe(0);
  });
});
