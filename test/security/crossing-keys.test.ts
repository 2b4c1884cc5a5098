import { generation, routeId, type Usage, usage } from '@seatmatrix/protocol/domain';
import { instant, type Random, seededRandom } from '@seatmatrix/protocol/kernel';
import { expect, test } from 'vitest';
import { INITIAL_ROUTER, type InputRouterState, routerStep } from '../../firmware-agent/src/input/input-router.ts';
import type { InputRouterInput, RouterRoute } from '../../firmware-agent/src/input/router-message.ts';
import { scaled, tellFigure } from './scale.ts';

const COMPUTERS = 4;
const KEYS = 30;
const FIRST_KEY = 0x04;

test('A17 no key reaches another computer than the one in control when it went down, wherever the switch falls', ({
  task,
}) => {
  const wanted = scaled(50_000, 1_000_000);
  const random = seededRandom(17);
  let pressed = 0;
  let arrived = 0;
  let astray = 0;
  while (pressed < wanted) {
    const day = typed(random);
    pressed += day.pressed;
    arrived += day.arrived;
    astray += day.astray;
  }
  expect(astray).toBe(0);
  // Some of what is typed is the menu's, and what is held across a switch is nobody's.
  expect(arrived).toBeGreaterThan(pressed / 4);
  tellFigure(task, `${astray} of ${pressed.toLocaleString('en')} keys astray`);
});

/** Keys, switches and menus in any order; counts what came down where it was not pressed for. */
function typed(random: Random) {
  const below = (limit: number) => Math.floor(random() * limit);
  const held = new Set<Usage>();
  const holds = new Map<string, ReadonlySet<Usage>>();
  let state: InputRouterState = INITIAL_ROUTER;
  let route: RouterRoute | null = null;
  let at = 0;
  let count = { pressed: 0, arrived: 0, astray: 0 };
  const step = (input: InputRouterInput, down: Usage | null, controlled: RouterRoute | null) => {
    const stepped = routerStep(state, input);
    state = stepped.state;
    for (const out of stepped.out) {
      if (out.type !== 'computer') continue;
      const before = holds.get(out.route.id) ?? new Set();
      for (const key of out.keys) {
        if (before.has(key)) continue;
        const right = key === down && controlled !== null && out.route.id === controlled.id;
        count = right ? { ...count, arrived: count.arrived + 1 } : { ...count, astray: count.astray + 1 };
      }
      holds.set(out.route.id, new Set(out.keys));
    }
  };
  step({ type: 'focus', focused: true, at: instant(at) }, null, null);
  for (let move = 0; move < 400; move++) {
    at += below(50);
    switch (below(10)) {
      case 0:
        route = below(5) === 0 ? null : routeTo(below(COMPUTERS), move);
        step({ type: 'route', route, at: instant(at) }, null, null);
        break;
      case 1: {
        const capturing = below(3) === 0;
        step({ type: 'osd', capturing, visible: capturing, at: instant(at) }, null, null);
        break;
      }
      default: {
        const key = usage(FIRST_KEY + below(KEYS));
        const down = !held.has(key);
        if (down) {
          held.add(key);
          count = { ...count, pressed: count.pressed + 1 };
        } else held.delete(key);
        step({ type: 'input', keys: [...held], pointer: null, at: instant(at) }, down ? key : null, route);
      }
    }
  }
  step({ type: 'route', route: null, at: instant(at) }, null, null);
  for (const [computer, keys] of holds) expect([computer, [...keys]]).toEqual([computer, []]);
  return count;
}

const routeTo = (computer: number, number: number): RouterRoute => ({
  id: routeId(`computer-${computer}`),
  generation: generation(number + 1),
  mode: 'shared',
});
