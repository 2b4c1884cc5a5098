import { Usages } from '@seatmatrix/protocol/domain';
import { describe, expect, it } from 'vitest';
import { createDesk, type Desk } from '../testing/typist.ts';
import { banners } from './banners.ts';
import { osdCapturesKeys, osdVisible } from './osd-presence.ts';

const source = { id: '0001', name: 'one', picture: 'live', mode: 'shared' } as const;

const said = (desk: Desk): string[] =>
  banners(desk.state).map((each) => (typeof each.words === 'string' ? each.words : each.words.key));

function working(): Desk {
  const desk = createDesk({ operator: 'hxfj', source });
  desk.wait(3000);
  return desk;
}

describe('banners', () => {
  it('name the source for three seconds after a switch, and take no key', () => {
    const desk = working();
    expect(osdVisible(desk.state)).toBe(false);
    desk.situation({ source: { ...source, id: '0002', name: 'two' } });
    expect(said(desk)).toEqual(['0002  two']);
    expect(osdCapturesKeys(desk.state)).toBe(false);
    desk.wait(2999);
    expect(said(desk)).toHaveLength(1);
    desk.wait(1);
    expect(osdVisible(desk.state)).toBe(false);
  });

  it.each([
    ['no-signal', 'pictureMissing'],
    ['frozen', 'pictureFrozen'],
    ['lost', 'pictureLost'],
    ['opening', 'pictureOpening'],
  ] as const)('tell of a picture that is %s as long as it is so', (picture, key) => {
    const desk = working();
    desk.situation({ source: { ...source, picture } });
    desk.wait(60_000);
    expect(said(desk)).toEqual([key]);
    desk.situation({ source });
    expect(said(desk)).toEqual([]);
  });

  it('tell that keys were dropped, for a while after the last of them, and take none', () => {
    const desk = working();
    desk.feed({ type: 'keys-dropped' });
    desk.wait(7000);
    desk.feed({ type: 'keys-dropped' });
    desk.wait(7000);
    expect(said(desk)).toEqual(['keysDropped']);
    expect(osdCapturesKeys(desk.state)).toBe(false);
    desk.wait(1000);
    expect(said(desk)).toEqual([]);
  });

  it('tell that keys do not pass, on a desk and not on a wall', () => {
    const desk = working();
    desk.situation({ source: { ...source, mode: 'view' } });
    expect(said(desk)).toEqual(['viewOnly']);
    const wall = createDesk({
      device: { id: '5006', name: 'wall', receiverKind: 'display' },
      source: { ...source, mode: 'view' },
    });
    wall.wait(3000);
    expect(said(wall)).toEqual([]);
  });

  it('tell that the manager is away while somebody works, and the menu tells it itself', () => {
    const desk = working();
    desk.situation({ manager: 'lost' });
    expect(said(desk)).toEqual(['managerUnreachable']);
    desk.feed({ type: 'open', function: 'connect' });
    expect(said(desk)).toEqual([]);
    expect(desk.state.menu?.feedback?.message.key).toBe('managerUnreachable');
  });

  it('tell who pushed a picture and which right went', () => {
    const desk = working();
    desk.feed({ type: 'notice', notice: { type: 'pushed-by', operator: 'op2', source: '0003' } });
    expect(said(desk)).toEqual(['pushedBy']);
    desk.feed({ type: 'notice', notice: { type: 'right-withdrawn', source: '0003' } });
    expect(said(desk)).toEqual(['rightWithdrawn']);
    desk.wait(8000);
    expect(said(desk)).toEqual([]);
  });

  it('show an administrator’s words as long as he said, before everything else, also over the sign-in', () => {
    const desk = createDesk();
    desk.feed({ type: 'message', text: 'fire drill', seconds: 30 });
    desk.situation({ operator: 'hxfj', source });
    expect(said(desk)).toEqual(['fire drill', '0001  one']);
    desk.wait(30_000);
    expect(said(desk)).toEqual([]);
  });

  it('mark the display that the keyboard came to, for a second, on seats of several', () => {
    const desk = createDesk({ operator: 'hxfj', source, focused: false, display: { number: 2, count: 3 } });
    desk.wait(3000);
    desk.situation({ focused: true });
    expect(said(desk)).toEqual(['displayFocused']);
    desk.wait(1000);
    expect(said(desk)).toEqual([]);
  });

  it('leave the identity on the whole screen for ten seconds', () => {
    const desk = working();
    desk.feed({ type: 'identify', seconds: 10 });
    expect(osdVisible(desk.state)).toBe(true);
    desk.wait(10_000);
    expect(osdVisible(desk.state)).toBe(false);
  });

  it('invite to sign in where a picture is watched without', () => {
    const desk = createDesk({ source: { ...source, mode: 'view' } });
    desk.wait(3000);
    expect(said(desk)).toEqual(['pressAnyKey']);
    desk.press(Usages.A);
    expect(said(desk)).toEqual([]);
  });
});
