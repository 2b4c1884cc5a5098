import { generation } from '@seatmatrix/protocol/domain';
import { describe, expect, test } from 'vitest';
import { controlRoom } from '../testing/control-room.ts';
import { MatrixLab } from '../testing/matrix-lab.ts';
import { planOf } from './plan.ts';

const room = controlRoom();
const [one] = room.tx;
const [desk, other] = room.desk;
const sign = () => ({ body: new Uint8Array(), signature: new Uint8Array() });

function connected(): MatrixLab {
  const lab = new MatrixLab(room.builder).allOnline().signIn(desk, room.chief).signIn(other, room.chief);
  lab.command(desk, 'connect', '1');
  return lab;
}

const planOfDesk = (lab: MatrixLab) => {
  const plan = planOf(lab.state, desk, { sign, revision: 1 });
  if (plan?.type !== 'receiver') throw new Error('no plan');
  return plan;
};

test('every attempt, route and session has its own, and they rise', () => {
  const lab = connected();
  const first = lab.state.routes.get(desk)?.route.generation ?? 0;
  lab.command(desk, 'connect', '2');
  expect(lab.state.routes.get(desk)?.route.generation).toBeGreaterThan(first);
  expect(lab.state.generation).toBeGreaterThanOrEqual(lab.state.routes.get(desk)?.route.generation ?? Infinity);
});

test('a plan carries a counter that is not below any generation in it', () => {
  const lab = connected();
  lab.ask(desk, 'connect', '2');
  const plan = planOfDesk(lab);
  expect(plan.generation).toBeGreaterThanOrEqual(plan.attempt?.generation ?? Infinity);
  expect(plan.attempt?.generation).toBeGreaterThan(plan.route?.generation ?? Infinity);
});

test('the end of a route is newer than the route in the transmitter’s plan', () => {
  const lab = connected();
  const route = lab.state.routes.get(desk)?.route;
  lab.signOut(desk);
  const plan = planOf(lab.state, one, { sign, revision: 1 });
  expect(plan).toMatchObject({ routes: [] });
  expect(plan?.generation).toBeGreaterThan(route?.generation ?? Infinity);
});

test('a manager that starts again goes on after what it stored', () => {
  const lab = connected();
  const again = new MatrixLab(room.builder, lab.stored());
  again
    .online(one)
    .online(room.tx[1])
    .online(desk, { session: lab.state.sessions.get(lab.state.site.seatOf(desk).key)?.id ?? null });
  expect(again.state.routes.get(desk)?.route).toEqual(lab.state.routes.get(desk)?.route);
  again.ask(desk, 'connect', '2');
  expect(again.state.attempts.get(desk)?.route.generation).toBeGreaterThan(lab.state.generation);
});

describe('yesterday’s database', () => {
  /** The site went on for a day after this backup was made; the boxes have obeyed up to 900. */
  function restored(): MatrixLab {
    const yesterday = connected();
    const lab = new MatrixLab(room.builder, yesterday.stored());
    const session = yesterday.state.sessions.get(yesterday.state.site.seatOf(desk).key)?.id ?? null;
    lab.online(one, { highest: 880 }).online(desk, { highest: 900, session });
    return lab;
  }

  test('the counter goes on above what any box has obeyed', () => {
    expect(restored().state.generation).toBeGreaterThan(900);
  });

  test('routes of these boxes get generations that the boxes obey, and IDs that were never used', () => {
    const lab = restored();
    const route = lab.state.routes.get(desk)?.route;
    expect(route?.transmitter).toBe(one);
    expect(route?.generation).toBeGreaterThan(900);
    expect(planOfDesk(lab).generation).toBeGreaterThanOrEqual(route?.generation ?? Infinity);
    expect(planOf(lab.state, one, { sign, revision: 1 })).toMatchObject({
      routes: [{ id: route?.id, generation: route?.generation }],
    });
  });

  test('the higher counter is stored before anything follows from it', () => {
    const lab = restored();
    lab.online(other, { highest: 2000 });
    const bodies = lab.out.flatMap((each) =>
      each.type === 'write' && each.write.type === 'put' && each.write.collection === 'matrix-counter'
        ? [JSON.parse(each.write.record.body)]
        : [],
    );
    expect(bodies).toEqual([{ generation: lab.state.generation }]);
    expect(lab.state.generation).toBeGreaterThan(2000);
  });
});

test('a wiped box, which has obeyed nothing, gets the present generations', () => {
  const lab = connected();
  const before = lab.state;
  lab.say({ type: 'box-offline', device: one });
  lab.online(one, { highest: 0 });
  expect(lab.state.generation).toBe(before.generation);
  expect(lab.state.routes.get(desk)?.route).toBe(before.routes.get(desk)?.route);
});

describe('a manager that was killed while an attempt was under way', () => {
  const killed = () => {
    const lab = connected();
    lab.ask(desk, 'connect', '2');
    const attempt = lab.state.attempts.get(desk)?.route;
    const session = lab.state.sessions.get(lab.state.site.seatOf(desk).key)?.id ?? null;
    if (attempt === undefined) throw new Error('no attempt');
    return { again: new MatrixLab(room.builder, lab.stored()), attempt, session };
  };

  test('takes over what the receiver has switched to', () => {
    const { again, attempt, session } = killed();
    const { id: route, generation } = attempt;
    again.online(desk, { session, routes: [{ route, generation, status: { type: 'live', picture: true } }] });
    expect(again.state.routes.get(desk)?.route).toEqual(attempt);
    expect(again.state.attempts.size).toBe(0);
  });

  test('drops what the receiver has not switched to', () => {
    const { again, attempt, session } = killed();
    const { id: route, generation } = attempt;
    again.online(desk, { session, routes: [{ route, generation, status: { type: 'opening' } }] });
    expect(again.shows(desk)).toBe(one);
    expect(again.state.attempts.size).toBe(0);
  });
});

test('a box that says a highest generation of its own making cannot be answered with a lower one', () => {
  const lab = connected();
  lab.online(desk, { highest: generation(5_000_000) });
  expect(planOfDesk(lab).generation).toBeGreaterThan(5_000_000);
});
