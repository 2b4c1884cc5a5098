import { type DeviceKey, deviceKey } from '@seatmatrix/protocol/domain';
import { instant } from '@seatmatrix/protocol/kernel';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Look } from './preview-look.ts';
import { NO_PREVIEWS, type PreviewInput, type PreviewOut, type PreviewState, SOURCES_MAX } from './preview-state.ts';
import { stepPreviews } from './preview-step.ts';

type Input = PreviewInput extends infer Each ? (Each extends unknown ? Omit<Each, 'now'> : never) : never;

const [tx, other, desk, wall] = ['tx', 'other', 'desk', 'wall'].map(deviceKey) as [
  DeviceKey,
  DeviceKey,
  DeviceKey,
  DeviceKey,
];

let state: PreviewState;
let now: number;

beforeEach(() => {
  state = NO_PREVIEWS;
  now = 0;
});

function say(input: Input): readonly PreviewOut[] {
  const stepped = stepPreviews(state, { ...input, now: instant(now) });
  state = stepped.state;
  return stepped.out;
}

/** Seconds pass, looked at once each. */
function pass(seconds: number): readonly PreviewOut[] {
  const out: PreviewOut[] = [];
  for (let second = 0; second < seconds; second += 1) {
    now += 1000;
    out.push(...say({ type: 'time' }));
  }
  return out;
}

const of = (source: DeviceKey): Look => ({ source, reason: null });
const look = (page: number, looks: Readonly<Record<string, Look>>) =>
  say({ type: 'looks', page, looks: new Map(Object.entries(looks).map(([key, each]) => [deviceKey(key), each])) });
const types = (out: readonly PreviewOut[]) => out.map(({ type }) => type);

/** Page 1 sees a picture of tx. */
function seen(): void {
  look(1, { tx: of(tx) });
  say({ type: 'opened', source: tx });
  say({ type: 'frame', source: tx, frame: 'picture' });
}

describe('small pictures', () => {
  test('are asked for when the first page looks, and sent as they come', () => {
    expect(look(1, { tx: of(tx) })).toEqual([
      { type: 'ask', source: tx },
      { type: 'tell', page: 1, device: tx, source: tx, reason: 'loading' },
    ]);
    expect(say({ type: 'opened', source: tx })).toEqual([{ type: 'want', source: tx }]);
    expect(say({ type: 'frame', source: tx, frame: 'picture' })).toEqual([
      { type: 'tell', page: 1, device: tx, source: tx, reason: null },
      { type: 'picture', page: 1, source: tx },
    ]);
    now += 2000;
    expect(say({ type: 'frame', source: tx, frame: 'unchanged' })).toEqual([]);
    now += 2000;
    expect(say({ type: 'frame', source: tx, frame: 'picture' })).toEqual([{ type: 'picture', page: 1, source: tx }]);
  });

  test('of a source that is looked at already come at once, and the box hears nothing of it', () => {
    seen();
    expect(look(2, { desk: of(tx), wall: of(tx) })).toEqual([
      { type: 'tell', page: 2, device: desk, source: tx, reason: null },
      { type: 'tell', page: 2, device: wall, source: tx, reason: null },
      { type: 'picture', page: 2, source: tx },
    ]);
  });

  test('are sent once to a page that shows them in several places', () => {
    seen();
    look(2, { desk: of(tx), wall: of(tx), tx: of(tx) });
    expect(say({ type: 'frame', source: tx, frame: 'picture' })).toEqual([
      { type: 'picture', page: 1, source: tx },
      { type: 'picture', page: 2, source: tx },
    ]);
  });

  test('end ten seconds after the last look, and cost nothing from then on', () => {
    seen();
    expect(look(1, {})).toEqual([]);
    for (let second = 0; second < 8; second += 4) {
      expect(pass(4)).toEqual([]);
      expect(say({ type: 'frame', source: tx, frame: 'picture' })).toEqual([]);
    }
    expect(pass(1)).toEqual([]);
    expect(pass(1)).toEqual([
      { type: 'close', source: tx },
      { type: 'forget', source: tx },
    ]);
    expect(state).toEqual(NO_PREVIEWS);
  });

  test('go on when somebody comes back before that', () => {
    seen();
    look(1, {});
    pass(5);
    expect(types(look(2, { tx: of(tx) }))).toEqual(['tell', 'picture']);
    say({ type: 'frame', source: tx, frame: 'unchanged' });
    expect(types(pass(5))).toEqual([]);
  });

  test('go on for one page when the other leaves', () => {
    seen();
    look(2, { tx: of(tx) });
    look(1, {});
    for (let second = 0; second < 30; second += 2) {
      expect(pass(2)).toEqual([]);
      expect(say({ type: 'frame', source: tx, frame: 'picture' })).toEqual([{ type: 'picture', page: 2, source: tx }]);
    }
  });

  test('follow a receiver to the next computer', () => {
    look(1, { desk: of(tx) });
    expect(look(1, { desk: of(other) })).toEqual([
      { type: 'ask', source: other },
      { type: 'tell', page: 1, device: desk, source: other, reason: 'loading' },
    ]);
    expect(look(1, { desk: { source: null, reason: 'nothing-shown' } })).toEqual([
      { type: 'tell', page: 1, device: desk, source: null, reason: 'nothing-shown' },
    ]);
    expect(types(pass(12)).filter((type) => type === 'forget')).toEqual(['forget', 'forget']);
  });

  test('are not sent any more to a page whose look was withdrawn', () => {
    seen();
    look(2, { tx: of(tx) });
    expect(look(2, { tx: { source: null, reason: 'forbidden' } })).toEqual([
      { type: 'tell', page: 2, device: tx, source: null, reason: 'forbidden' },
    ]);
    expect(say({ type: 'frame', source: tx, frame: 'picture' })).toEqual([{ type: 'picture', page: 1, source: tx }]);
  });

  test('say what keeps the computer from having one, and that it is back', () => {
    seen();
    for (const reason of ['no-cable', 'no-signal', 'unsupported-mode'] as const) {
      now += 2000;
      expect(say({ type: 'frame', source: tx, frame: reason })).toEqual([
        { type: 'tell', page: 1, device: tx, source: tx, reason },
      ]);
    }
    now += 2000;
    expect(types(say({ type: 'frame', source: tx, frame: 'picture' }))).toEqual(['tell', 'picture']);
  });
});

describe('a box', () => {
  test.each(['offline', 'unable'] as const)('that is %s is not asked until it is here', (away) => {
    look(1, { tx: of(tx) });
    expect(say({ type: 'reach', source: tx, reach: away })).toEqual([
      { type: 'tell', page: 1, device: tx, source: tx, reason: away },
    ]);
    expect(pass(60)).toEqual([]);
    expect(say({ type: 'reach', source: tx, reach: 'here' })).toEqual([{ type: 'ask', source: tx }]);
    say({ type: 'opened', source: tx });
    expect(types(say({ type: 'frame', source: tx, frame: 'picture' }))).toEqual(['tell', 'picture']);
  });

  test('that goes away while it sends is closed and told, and asked when it comes back', () => {
    seen();
    expect(say({ type: 'reach', source: tx, reach: 'offline' })).toEqual([
      { type: 'close', source: tx },
      { type: 'tell', page: 1, device: tx, source: tx, reason: 'offline' },
    ]);
    expect(types(say({ type: 'reach', source: tx, reach: 'here' }))).toEqual(['ask']);
  });

  test('that does not come when it is asked is unable, and asked again later', () => {
    look(1, { tx: of(tx) });
    expect(pass(5)).toEqual([{ type: 'tell', page: 1, device: tx, source: tx, reason: 'unable' }]);
    expect(types(pass(14))).toEqual([]);
    expect(types(pass(1))).toEqual(['ask']);
  });

  test('that says nothing for three intervals is closed and asked again', () => {
    seen();
    expect(types(pass(5))).toEqual([]);
    expect(pass(1)).toEqual([
      { type: 'close', source: tx },
      { type: 'tell', page: 1, device: tx, source: tx, reason: 'loading' },
    ]);
    expect(types(pass(5))).toEqual(['ask']);
  });

  test('whose socket ends is asked again, and not in a circle', () => {
    seen();
    let asked = 0;
    for (let second = 0; second < 60; second += 1) {
      const out = [...say({ type: 'closed', source: tx }), ...pass(1)];
      asked += out.filter(({ type }) => type === 'ask').length;
      if (out.some(({ type }) => type === 'ask')) say({ type: 'opened', source: tx });
    }
    expect(asked).toBeGreaterThan(3);
    expect(asked).toBeLessThanOrEqual(12);
  });

  test('that sends faster than is wanted is cut, and asked again after a minute', () => {
    seen();
    const out: PreviewOut[] = [];
    for (let frame = 0; frame < 10; frame += 1) out.push(...say({ type: 'frame', source: tx, frame: 'picture' }));
    expect(out.filter(({ type }) => type === 'picture')).toHaveLength(2);
    expect(out.filter(({ type }) => type === 'cut')).toHaveLength(1);
    expect(out.at(-1)).toEqual({ type: 'tell', page: 1, device: tx, source: tx, reason: 'unable' });
    expect(types(pass(59))).toEqual([]);
    expect(types(pass(1))).toEqual(['ask']);
  });

  test('that caught up after a stall is not', () => {
    seen();
    now += 5900;
    for (const frame of ['picture', 'unchanged', 'picture'] as const) {
      expect(types(say({ type: 'frame', source: tx, frame }))).not.toContain('cut');
    }
  });

  test('that sends what is no picture is cut', () => {
    seen();
    expect(say({ type: 'misconduct', source: tx, what: 'noise' })).toEqual([
      { type: 'cut', source: tx, what: 'noise' },
      { type: 'tell', page: 1, device: tx, source: tx, reason: 'unable' },
    ]);
  });

  test('that nobody looks at any more is not asked again', () => {
    look(1, { tx: of(tx) });
    pass(5);
    look(1, {});
    expect(types(pass(60))).toEqual(['forget']);
  });
});

test('more sources than there is room for are told so, and what is looked at already is not among them', () => {
  const many = (from: number, count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`t${from + index}`, of(deviceKey(`t${from + index}`))]),
    );
  for (let page = 0; page * 64 < SOURCES_MAX; page += 1) look(page, many(page * 64, 64));
  expect(state.sources.size).toBe(SOURCES_MAX);
  const out = look(99, { ...many(0, 2), ...many(5000, 2) });
  expect(out.filter(({ type }) => type === 'ask')).toEqual([]);
  expect(out.flatMap((each) => (each.type === 'tell' ? [[each.device, each.reason]] : []))).toEqual([
    ['t0', 'loading'],
    ['t1', 'loading'],
    ['t5000', 'crowded'],
    ['t5001', 'crowded'],
  ]);
});

describe('whatever happens', () => {
  const device = fc.constantFrom(tx, other, desk, wall);
  const arbitraryLook: fc.Arbitrary<Look> = fc.oneof(
    fc.constantFrom(tx, other).map(of),
    fc.constantFrom<Look>({ source: null, reason: 'forbidden' }, { source: null, reason: 'nothing-shown' }),
  );
  const source = fc.constantFrom(tx, other);
  const arbitraryInput: fc.Arbitrary<Input> = fc.oneof(
    fc.record({
      type: fc.constant('looks' as const),
      page: fc.integer({ min: 1, max: 3 }),
      looks: fc.array(fc.tuple(device, arbitraryLook), { maxLength: 4 }).map((entries) => new Map(entries)),
    }),
    fc.record({
      type: fc.constant('reach' as const),
      source,
      reach: fc.constantFrom('here' as const, 'offline' as const, 'unable' as const),
    }),
    fc.record({ type: fc.constant('opened' as const), source }),
    fc.record({ type: fc.constant('closed' as const), source }),
    fc.record({
      type: fc.constant('frame' as const),
      source,
      frame: fc.constantFrom('picture' as const, 'unchanged' as const, 'no-signal' as const),
    }),
    fc.record({ type: fc.constant('misconduct' as const), source, what: fc.constant('noise') }),
    fc.record({ type: fc.constant('time' as const) }),
  );
  const days = fc.array(fc.tuple(arbitraryInput, fc.integer({ min: 0, max: 4000 })), { maxLength: 60 });

  test('a page gets pictures only of what it looks at, and knows of each device what is', () => {
    fc.assert(
      fc.property(days, (day) => {
        state = NO_PREVIEWS;
        now = 0;
        const known = new Map<string, PreviewOut & { readonly type: 'tell' }>();
        for (const [input, later] of day) {
          now += later;
          for (const out of say(input)) {
            if (out.type === 'tell') known.set(`${out.page} ${out.device}`, out);
            if (out.type !== 'picture') continue;
            const looks = [...(state.pages.get(out.page)?.values() ?? [])];
            expect(looks.some((each) => each.source === out.source)).toBe(true);
          }
          for (const [page, looks] of state.pages) {
            for (const [key, each] of looks) {
              const said = known.get(`${page} ${key}`);
              const reason = each.source === null ? each.reason : state.sources.get(each.source)?.reason;
              expect([said?.source, said?.reason]).toEqual([each.source, reason]);
            }
          }
        }
      }),
    );
  });

  test('nothing is left a minute after the last page', () => {
    fc.assert(
      fc.property(days, (day) => {
        state = NO_PREVIEWS;
        now = 0;
        const open = new Set<DeviceKey>();
        const follow = (out: readonly PreviewOut[]) => {
          for (const each of out) if (each.type === 'close' || each.type === 'cut') open.delete(each.source);
        };
        for (const [input, later] of day) {
          now += later;
          const waited = input.type === 'opened' && state.sources.get(input.source)?.phase.type;
          if (input.type === 'opened' && (waited === 'asked' || waited === 'open')) open.add(input.source);
          if (input.type === 'closed') open.delete(input.source);
          follow(say(input));
        }
        for (const page of [1, 2, 3]) follow(look(page, {}));
        follow(pass(60));
        expect(state).toEqual(NO_PREVIEWS);
        expect(open).toEqual(new Set());
      }),
    );
  });
});
