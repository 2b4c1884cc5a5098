import { type DeviceKey, type RouteStatus, tileCrop } from '@seatmatrix/protocol/domain';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DirectorySnapshot } from '../directory/collection.ts';
import { controlRoom } from '../testing/control-room.ts';
import { MatrixLab } from '../testing/matrix-lab.ts';
import type { MatrixState } from './matrix-state.ts';
import { mayShow, sameCrop, sessionAt } from './placement.ts';
import { planOf } from './plan.ts';
import { siteOf } from './site.ts';

const room = controlRoom();
room.builder.receiver('5010', { viewWhileSignedOut: true });
const snapshot = room.builder.snapshot();
const devices = [...snapshot.devices.values()].map(({ value }) => value.key);
const receivers = devices.filter((key) => snapshot.devices.get(key)?.value.kind === 'receiver');
const sign = () => ({ body: new Uint8Array(), signature: new Uint8Array() });

/** Directories that a site may turn into from one moment to the next. */
const directories: readonly DirectorySnapshot[] = [
  snapshot,
  { ...snapshot, grants: new Map([...snapshot.grants].slice(0, 7)) },
  { ...snapshot, seats: new Map() },
  { ...snapshot, walls: controlRoom('single').builder.snapshot().walls },
  {
    ...snapshot,
    operators: new Map(
      [...snapshot.operators].map(([key, each]) => [
        key,
        { ...each, value: { ...each.value, disabled: key === room.chief } },
      ]),
    ),
  },
  { ...snapshot, devices: new Map([...snapshot.devices].slice(2)), sources: new Map() },
];

const statuses: readonly RouteStatus[] = [
  { type: 'opening' },
  { type: 'ready' },
  { type: 'live', picture: true },
  { type: 'live', picture: false },
  { type: 'failed', reason: 'link-failed' },
  { type: 'failed', reason: 'no-signal' },
  { type: 'lost' },
];

type Act = (lab: MatrixLab) => void;
const device = fc.constantFrom(...devices);
const receiver = fc.constantFrom(...receivers);
const act = (run: Act): Act => run;

const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ device, highest: fc.nat(400), known: fc.boolean() }).map(({ device, highest, known }) =>
    act((lab) => {
      const session = known ? (sessionAt(lab.state, device)?.id ?? null) : null;
      const route = lab.state.attempts.get(device)?.route ?? lab.state.routes.get(device)?.route;
      const routes =
        known && route
          ? [{ route: route.id, generation: route.generation, status: { type: 'live', picture: true } as const }]
          : [];
      lab.online(device, { highest, session, routes });
    }),
  ),
  device.map((device) => act((lab) => void lab.say({ type: 'box-offline', device }))),
  device.map((device) => act((lab) => void lab.say({ type: 'box-forgotten', device }))),
  fc
    .record({ receiver, operator: fc.constantFrom(room.chief, room.guest) })
    .map(({ receiver, operator }) => act((lab) => void lab.signIn(receiver, operator))),
  receiver.map((receiver) => act((lab) => void lab.signOut(receiver))),
  fc
    .record({
      receiver,
      wanted: fc.constantFrom('connect' as const, 'push' as const, 'fetch' as const),
      text: fc.constantFrom(
        '1',
        '2',
        '4',
        '5',
        '6',
        '7',
        '8',
        '10',
        '1,5,6',
        'all',
        'pair',
        'both',
        'desks',
        'front',
        'x',
      ),
      withoutPicture: fc.boolean(),
    })
    .map(({ receiver, wanted, text, withoutPicture }) =>
      act((lab) => void lab.ask(receiver, wanted, text, withoutPicture)),
    ),
  fc.record({ receiver, status: fc.constantFrom(...statuses) }).map(({ receiver, status }) =>
    act((lab) => {
      if (lab.state.attempts.has(receiver)) lab.report(receiver, status);
    }),
  ),
  fc.constant(act((lab) => void lab.live())),
  fc.nat(2500).map((milliseconds) => act((lab) => void lab.pass(milliseconds))),
  fc
    .constantFrom(...directories)
    .map((next) => act((lab) => void lab.say({ type: 'directory-changed', site: siteOf(next) }))),
  fc
    .record({ receiver, page: fc.nat(3), wanted: fc.constantFrom('connect' as const, 'push' as const) })
    .map(({ receiver, page, wanted }) =>
      act((lab) => void lab.say({ type: 'watch-list', receiver, watch: { function: wanted, page } })),
    ),
  fc.record({ receiver, transmitter: device }).map(({ receiver, transmitter }) =>
    act((lab) => {
      const asker = { actor: 'administrator:a', from: '' };
      const request = lab.nextRequest();
      lab.say({ type: 'administrator-connect', request, receiver, transmitter, withoutPicture: false, asker });
    }),
  ),
  receiver.map((receiver) =>
    act((lab) => {
      const asker = { actor: 'administrator:a', from: '' };
      lab.say({ type: 'administrator-disconnect', request: lab.nextRequest(), receiver, asker });
    }),
  ),
);

const histories = fc.array(acts, { maxLength: 60 });

/** After every step of any history. */
function always(check: (lab: MatrixLab, before: MatrixState) => void): void {
  fc.assert(
    fc.property(histories, (history) => {
      const lab = new MatrixLab(room.builder);
      const say = lab.say.bind(lab);
      lab.say = (input) => {
        const before = lab.state;
        const out = say(input);
        check(lab, before);
        return out;
      };
      lab.allOnline().signIn(room.desk[0], room.chief).signIn(room.seat[0], room.guest);
      for (const each of history) each(lab);
    }),
    { numRuns: 300 },
  );
}

test('generations rise and never come twice', () => {
  always(({ state }, before) => {
    expect(state.generation).toBeGreaterThanOrEqual(before.generation);
    const known = new Set([...before.routes.values(), ...before.attempts.values()].map(({ route }) => route.id));
    const given = [...state.routes.values(), ...state.attempts.values()].map(({ route }) => route);
    for (const route of given) {
      expect(route.generation).toBeLessThanOrEqual(state.generation);
      if (!known.has(route.id)) expect(route.generation).toBeGreaterThan(before.generation);
    }
    expect(new Set(given.map(({ generation }) => generation)).size).toBe(given.length);
  });
});

test('a route rests on a right that is held, or on a push', () => {
  always(({ state }) => {
    for (const { route } of [...state.routes.values(), ...state.attempts.values()]) {
      if (route.basis.type === 'push') continue;
      expect(state.site.may(route.basis.operator, 'connect', route.transmitter)).toBe(true);
    }
  });
});

test('a route connects devices that there are, and a desk without a session shows nothing unless it may', () => {
  always(({ state }) => {
    for (const { route } of [...state.routes.values(), ...state.attempts.values()]) {
      expect(state.site.receiver(route.receiver)).toBeDefined();
      expect(state.site.deviceByKey(route.transmitter)?.kind).toBe('transmitter');
      expect(mayShow(state, route.receiver)).toBe(true);
    }
  });
});

test('keys pass to nobody who could not have connected himself', () => {
  always(({ state }) => {
    for (const { route } of state.routes.values()) {
      if (route.mode === 'view') continue;
      const operator = sessionAt(state, route.receiver)?.operator;
      expect(operator !== undefined && state.site.may(operator, 'connect', route.transmitter)).toBe(true);
    }
  });
});

test('a spliced wall shows one source, each tile its crop', () => {
  always(({ state }) => {
    const place = state.site.wallOf(room.wall[0]);
    if (place === null || place.wall.state !== 'spliced') return;
    const shown = room.wall.map((tile) => state.routes.get(tile)?.route);
    expect(new Set(shown.map((route) => route?.transmitter)).size).toBe(1);
    for (const [index, route] of shown.entries()) {
      if (route !== undefined) expect(sameCrop(route.crop, tileCrop(place.wall, index))).toBe(true);
    }
  });
});

test('every request is answered once, at the latest after two seconds', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const lab = new MatrixLab(room.builder).allOnline();
      const answers = new Map<string, number>();
      const said = lab.say.bind(lab);
      lab.say = (input) => {
        const out = said(input);
        for (const each of out)
          if (each.type === 'answer') answers.set(each.request, (answers.get(each.request) ?? 0) + 1);
        return out;
      };
      for (const each of history) each(lab);
      lab.pass(2000);
      const asked = Number(lab.nextRequest().replace('request-', '')) - 1;
      expect(answers.size).toBe(asked);
      for (const count of answers.values()) expect(count).toBe(1);
      expect([...lab.state.attempts.values()].filter(({ command }) => command !== null)).toEqual([]);
      expect(lab.state.commands.size).toBe(0);
    }),
    { numRuns: 300 },
  );
});

test('the index of viewers is what the routes and attempts say', () => {
  always(({ state }) => {
    const viewers = new Map<DeviceKey, Set<DeviceKey>>();
    for (const { route } of [...state.routes.values(), ...state.attempts.values()]) {
      viewers.set(route.transmitter, (viewers.get(route.transmitter) ?? new Set()).add(route.receiver));
    }
    expect(new Map([...state.viewers].map(([key, set]) => [key, new Set(set)]))).toEqual(viewers);
  });
});

test('what the store was told is what a restart needs', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const lab = new MatrixLab(room.builder);
      const records = new Map<string, string>();
      const said = lab.say.bind(lab);
      lab.say = (input) => {
        const out = said(input);
        for (const each of out) {
          if (each.type !== 'write' || each.write.type === 'audit') continue;
          if (each.write.type === 'put')
            records.set(`${each.write.collection}/${each.write.record.key}`, each.write.record.body);
          else records.delete(`${each.write.collection}/${each.write.key}`);
        }
        return out;
      };
      lab.allOnline().signIn(room.desk[0], room.chief);
      for (const each of history) each(lab);
      const { state } = lab;
      const expected = new Map<string, string>([
        ['matrix-counter/site', JSON.stringify({ generation: state.generation })],
        ...[...state.routes].map(([key, { route }]) => [`matrix-routes/${key}`, JSON.stringify(route)] as const),
        ...[...state.attempts].map(([key, { route }]) => [`matrix-attempts/${key}`, JSON.stringify(route)] as const),
        ...[...state.sessions].map(([key, session]) => [`matrix-sessions/${key}`, JSON.stringify(session)] as const),
      ]);
      expect(records).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});

test('a plan that changed is said to have changed', () => {
  always((lab, before) => {
    const changed = new Set(lab.out.flatMap((each) => (each.type === 'plan-changed' ? [each.device] : [])));
    for (const key of devices) {
      if (changed.has(key) || !before.boxes.get(key)?.online || !lab.state.boxes.get(key)?.online) continue;
      const plan = (state: MatrixState) => ({ ...planOf(state, key, { sign, revision: 0 }), generation: 0 });
      expect(plan(lab.state)).toEqual(plan(before));
    }
  });
});

test('the same history gives the same state and the same output', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const [one, other] = [new MatrixLab(room.builder).allOnline(), new MatrixLab(room.builder).allOnline()];
      for (const each of history) {
        each(one);
        each(other);
        expect(other.out).toEqual(one.out);
      }
    }),
    { numRuns: 100 },
  );
});
