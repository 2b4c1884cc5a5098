import { DEFAULT_BOX_SETTINGS, type ListPage, Usages } from '@seatmatrix/protocol/domain';
import { seconds } from '@seatmatrix/protocol/kernel';
import { describe, expect, it } from 'vitest';
import { createDesk, type Desk } from '../../testing/typist.ts';
import { osdCapturesKeys } from '../osd-presence.ts';

const source = { id: '0001', name: 'one', picture: 'live', mode: 'shared' } as const;

function page(number: number, pages = 3): ListPage {
  return {
    function: 'connect',
    page: number,
    pages,
    total: pages * 8,
    rows: [{ id: `000${number + 1}`, name: 'x', state: 'online' }],
  };
}

/** A desk at work with the menu open in connect. */
function deskWithMenu(first: Parameters<typeof createDesk>[0] = {}): Desk {
  const desk = createDesk({ operator: 'hxfj', source, ...first });
  desk.feed({ type: 'open', function: 'connect' });
  desk.takeEffects();
  return desk;
}

describe('opening and leaving the menu', () => {
  it('opens in connect after a sign-in and asks for the first page', () => {
    const desk = createDesk();
    desk.situation({ operator: 'hxfj' });
    expect(desk.state.menu?.function).toBe('connect');
    expect(desk.takeEffects()).toEqual([{ type: 'watch-list', watch: { function: 'connect', page: 0 } }]);
  });

  it('opens on the display in focus alone', () => {
    const desk = createDesk({ focused: false, display: { number: 2, count: 3 } });
    desk.situation({ operator: 'hxfj' });
    expect(desk.state.menu).toBeNull();
  });

  it.each(['connect', 'push', 'fetch'] as const)('opens in the function asked for: %s', (wanted) => {
    const desk = createDesk({ operator: 'hxfj', source });
    expect(osdCapturesKeys(desk.state)).toBe(false);
    desk.feed({ type: 'open', function: wanted });
    expect(osdCapturesKeys(desk.state)).toBe(true);
    expect(desk.takeEffects()).toEqual([{ type: 'watch-list', watch: { function: wanted, page: 0 } }]);
  });

  it('does not open where nobody is signed in', () => {
    const desk = createDesk();
    desk.feed({ type: 'open', function: 'push' });
    expect(desk.state.menu).toBeNull();
  });

  it.each([
    ['F1', Usages.F1, 'connect'],
    ['F2', Usages.F2, 'push'],
    ['F3', Usages.F3, 'fetch'],
  ] as const)('switches the function by %s, empties the input and asks for its first page', (_, key, wanted) => {
    const desk = deskWithMenu();
    desk.type('12');
    desk.press(key);
    expect(desk.state.menu).toMatchObject({ function: wanted, input: { text: '' }, page: 0 });
    expect(desk.takeEffects()).toEqual([{ type: 'watch-list', watch: { function: wanted, page: 0 } }]);
  });

  it('closes by Escape and wants no list any more', () => {
    const desk = deskWithMenu();
    desk.press(Usages.Escape);
    expect(desk.state.menu).toBeNull();
    expect(osdCapturesKeys(desk.state)).toBe(false);
    expect(desk.takeEffects()).toEqual([{ type: 'watch-list', watch: null }]);
  });

  it('closes when the keyboard goes to another display', () => {
    const desk = deskWithMenu({ display: { number: 1, count: 2 } });
    desk.situation({ focused: false });
    expect(desk.state.menu).toBeNull();
    expect(desk.takeEffects()).toEqual([{ type: 'watch-list', watch: null }]);
  });

  it('closes when nobody types for as long as the site says', () => {
    const desk = deskWithMenu();
    desk.feed({ type: 'settings', settings: { ...DEFAULT_BOX_SETTINGS, menuIdle: seconds(20) } });
    desk.wait(15_000);
    desk.type('1');
    desk.wait(19_999);
    expect(desk.state.menu).not.toBeNull();
    desk.wait(1);
    expect(desk.state.menu).toBeNull();
  });

  it('goes with the operator', () => {
    const desk = deskWithMenu();
    desk.situation({ operator: null, source: null });
    expect(desk.state.menu).toBeNull();
  });

  it('asks to sign out by F12, once', () => {
    const desk = deskWithMenu();
    desk.press(Usages.F12);
    desk.press(Usages.F12);
    expect(desk.takeEffects()).toEqual([{ type: 'sign-out' }]);
  });

  it('closes by End and has the hotkey typed into the computer', () => {
    const desk = deskWithMenu();
    desk.press(Usages.End);
    expect(desk.takeEffects()).toEqual([{ type: 'watch-list', watch: null }, { type: 'send-hotkey' }]);
  });

  it('gives the keyboard to another display by F7 and a digit, and closes here', () => {
    const desk = deskWithMenu({ display: { number: 1, count: 2 } });
    desk.press(Usages.F7);
    desk.type('2');
    expect(desk.takeEffects()).toEqual([
      { type: 'watch-list', watch: null },
      { type: 'focus-display', number: 2 },
    ]);
  });
});

describe('reserved keys', () => {
  const reserved = [Usages.F4, Usages.F6, Usages.F7, Usages.F8, Usages.F9, Usages.F10, Usages.F11];
  it.each(reserved)('usage %i says so and does nothing', (key) => {
    const desk = deskWithMenu();
    desk.type('5');
    desk.press(key);
    expect(desk.state.menu).toMatchObject({ feedback: { message: { key: 'reserved' } }, input: { text: '5' } });
    expect(desk.takeEffects()).toEqual([]);
  });
});

describe('the list', () => {
  it('turns pages by arrows and page keys, and stops at both ends', () => {
    const desk = deskWithMenu();
    desk.feed({ type: 'list', page: page(0) });
    for (const key of [Usages.Up, Usages.Down, Usages.PageDown, Usages.Down, Usages.PageUp]) desk.press(key);
    expect(desk.takeEffects()).toEqual(
      [1, 2, 1].map((wanted) => ({ type: 'watch-list', watch: { function: 'connect', page: wanted } })),
    );
  });

  it('keeps the page that was asked for last', () => {
    const desk = deskWithMenu();
    desk.feed({ type: 'list', page: page(0) });
    desk.press(Usages.Down);
    desk.press(Usages.Down);
    desk.feed({ type: 'list', page: page(1) });
    expect(desk.state.menu?.list?.page).toBe(0);
    desk.feed({ type: 'list', page: page(2) });
    expect(desk.state.menu?.list?.page).toBe(2);
  });

  it('follows the manager when the page does not exist any more', () => {
    const desk = deskWithMenu();
    desk.feed({ type: 'list', page: page(0) });
    desk.press(Usages.Down);
    desk.feed({ type: 'list', page: page(0, 1) });
    expect(desk.state.menu).toMatchObject({ page: 0, list: { pages: 1 } });
  });

  it('does not show a page of another function', () => {
    const desk = deskWithMenu();
    desk.feed({ type: 'list', page: { ...page(0), function: 'push' } });
    expect(desk.state.menu?.list).toBeNull();
  });

  it('is asked for again by F5, which says so when it came', () => {
    const desk = deskWithMenu();
    desk.feed({ type: 'list', page: page(0) });
    desk.press(Usages.Down);
    desk.feed({ type: 'list', page: page(1) });
    desk.takeEffects();
    desk.press(Usages.F5);
    expect(desk.takeEffects()).toEqual([{ type: 'watch-list', watch: { function: 'connect', page: 1 } }]);
    expect(desk.state.menu?.feedback?.message.key).toBe('refreshing');
    desk.feed({ type: 'list', page: page(1) });
    expect(desk.state.menu?.feedback?.message.key).toBe('refreshed');
  });

  it('turns on while an arrow is held, after half a second', () => {
    const desk = deskWithMenu();
    desk.feed({ type: 'list', page: page(0, 9) });
    desk.edge(Usages.Down, true);
    desk.wait(499);
    expect(desk.state.menu?.page).toBe(1);
    desk.wait(1);
    desk.wait(50);
    expect(desk.state.menu?.page).toBe(3);
    desk.edge(Usages.Down, false);
    desk.wait(500);
    expect(desk.state.menu?.page).toBe(3);
  });
});

describe('the manager lost while the menu is open', () => {
  it('says so at once, and asks for the list again when it is back', () => {
    const desk = deskWithMenu();
    desk.situation({ manager: 'lost' });
    expect(desk.state.menu?.feedback?.message.key).toBe('managerUnreachable');
    desk.situation({ manager: 'live' });
    expect(desk.state.menu?.feedback).toBeNull();
    expect(desk.takeEffects()).toEqual([{ type: 'watch-list', watch: { function: 'connect', page: 0 } }]);
  });

  it.each([
    ['Enter', Usages.Enter],
    ['F5', Usages.F5],
  ])('answers %s itself', (_, key) => {
    const desk = deskWithMenu({ manager: 'lost' });
    desk.type('1');
    expect(desk.state.menu?.feedback).toBeNull();
    desk.press(key);
    expect(desk.state.menu?.feedback?.message.key).toBe('managerUnreachable');
    expect(desk.takeEffects()).toEqual([]);
  });
});
