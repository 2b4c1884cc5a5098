import { type CommandRefusal, type OsdFunction, type Usage, Usages } from '@seatmatrix/protocol/domain';
import { after, between, instant, milliseconds } from '@seatmatrix/protocol/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presentOsd } from '../scene/present.ts';
import { createDesk, type Desk, deskSituation, everyKey } from '../testing/typist.ts';
import { osdCapturesKeys, osdVisible } from './osd-presence.ts';
import { createOsd } from './osd-state.ts';
import { osdStep } from './osd-step.ts';
import { osdView } from './osd-view.ts';

const size = { width: 1280, height: 720 };
const source = { id: '0001', name: 'one', picture: 'live', mode: 'shared' } as const;

type Event = (desk: Desk) => void;

const functions: readonly OsdFunction[] = ['connect', 'push', 'fetch'];
const refusals: readonly (CommandRefusal | null)[] = [null, 'offline', 'no-signal', 'manager-unreachable'];

/** Keys that do something, oftener than chance would have them. */
const busyKeys: readonly Usage[] = [
  Usages.Enter,
  Usages.Enter,
  Usages.Digit1,
  Usages.A,
  Usages.Tab,
  Usages.Escape,
  Usages.F1,
  Usages.F2,
  Usages.F7,
  Usages.Home,
  Usages.Down,
];

const keyEvent: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ key: fc.constantFrom(...everyKey), pressed: fc.boolean() }).map(
    ({ key, pressed }): Event =>
      (desk) =>
        desk.edge(key, pressed),
  ),
  fc.constantFrom(...busyKeys).map(
    (key): Event =>
      (desk) =>
        desk.press(key),
  ),
);

const worldEvent: fc.Arbitrary<Event> = fc.oneof(
  fc.constantFrom<Event>(
    (desk) => desk.situation({ manager: 'lost' }),
    (desk) => desk.situation({ manager: 'live' }),
    (desk) => desk.situation({ carrier: false }),
    (desk) => desk.situation({ operator: 'hxfj' }),
    (desk) => desk.situation({ operator: null }),
    (desk) => desk.situation({ focused: false }),
    (desk) => desk.situation({ focused: true }),
    (desk) => desk.situation({ source }),
    (desk) => desk.situation({ source: null }),
    (desk) => desk.situation({ display: { number: 2, count: 3 } }),
    (desk) => desk.situation({ pending: { fingerprint: 'ab'.repeat(32) } }),
    (desk) => desk.situation({ pending: null, device: deskSituation.device }),
    (desk) => desk.situation({ device: null }),
    (desk) => desk.feed({ type: 'passed' }),
    (desk) => desk.feed({ type: 'identify', seconds: 10 }),
    (desk) => desk.feed({ type: 'message', text: 'hello', seconds: 5 }),
    (desk) => desk.feed({ type: 'sign-in-answer', refusal: null }),
    (desk) => desk.feed({ type: 'sign-in-answer', refusal: 'wrong-credentials' }),
    (desk) => desk.feed({ type: 'password-answer', refusal: null }),
    (desk) => desk.feed({ type: 'notice', notice: { type: 'signed-out', reason: 'idle' } }),
  ),
  fc.constantFrom(...functions).map(
    (wanted): Event =>
      (desk) =>
        desk.feed({ type: 'open', function: wanted }),
  ),
  fc.constantFrom(...refusals).map(
    (refusal): Event =>
      (desk) =>
        desk.feed({ type: 'command-answer', refusal, targets: [] }),
  ),
  fc.integer({ min: 0, max: 40_000 }).map(
    (time): Event =>
      (desk) =>
        desk.wait(time),
  ),
);

const life = fc.array(fc.oneof({ weight: 4, arbitrary: keyEvent }, { weight: 1, arbitrary: worldEvent }), {
  minLength: 20,
  maxLength: 120,
});

/** Runs the life of a desk that is at work and looks after each event. */
function live(events: readonly Event[], look: (desk: Desk) => void): void {
  const desk = createDesk({ operator: 'hxfj', source });
  desk.wait(3000);
  for (const event of events) {
    event(desk);
    look(desk);
  }
}

describe('the OSD, whatever is typed and whatever happens', () => {
  it('captures keys only while it is visible, and every picture of it can be made', () => {
    fc.assert(
      fc.property(life, (events) =>
        live(events, ({ state }) => {
          if (osdCapturesKeys(state)) expect(osdVisible(state)).toBe(true);
          expect(presentOsd(state, size) !== null).toBe(osdVisible(state));
        }),
      ),
      { numRuns: 150 },
    );
  });

  it('has one command outstanding at most', () => {
    fc.assert(
      fc.property(life, (events) => {
        let waiting = false;
        const desk = createDesk({ operator: 'hxfj' });
        desk.feed({ type: 'open', function: 'connect' });
        for (const event of events) {
          const before = desk.effects.length;
          event(desk);
          const sent = desk.effects.slice(before).filter((effect) => effect.type === 'command').length;
          expect(sent + (waiting ? 1 : 0)).toBeLessThanOrEqual(1);
          waiting = desk.state.command !== null;
        }
      }),
      { numRuns: 150 },
    );
  });

  it('never leaves the sign-in screen by a key', () => {
    fc.assert(
      fc.property(fc.array(keyEvent, { maxLength: 150 }), (events) => {
        const desk = createDesk();
        for (const event of events) {
          event(desk);
          expect(osdView(desk.state)).toBe('sign-in');
        }
      }),
      { numRuns: 100 },
    );
  });

  it('comes to rest when it is woken whenever it asks, with nothing left that should have ended', () => {
    fc.assert(
      fc.property(life, (events) => {
        const desk = createDesk({ operator: 'hxfj', source });
        for (const event of events) event(desk);
        desk.edge(Usages.A, false);
        for (let wakes = 0; desk.state.wake !== null; wakes++) {
          expect(desk.state.wake).toBeGreaterThan(desk.now);
          expect(wakes).toBeLessThan(20);
          desk.wait(between(desk.now, desk.state.wake));
        }
        expect(desk.state.menu?.lingersUntil ?? null).toBeNull();
        expect(Object.values(desk.state.announcements).filter((each) => each !== null)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('never shows a password', () => {
    const secretKeys = fc.array(fc.constantFrom(...everyKey.filter((key) => key >= 0x04 && key <= 0x1d)), {
      minLength: 8,
      maxLength: 20,
    });
    fc.assert(
      fc.property(secretKeys, fc.boolean(), (keys, change) => {
        const desk = createDesk(change ? { operator: 'hxfj' } : {});
        const secret = String.fromCharCode(...keys.map((key: Usage) => 97 + key - 0x04));
        if (change) {
          desk.feed({ type: 'open', function: 'connect' });
          desk.press(Usages.Home);
        } else {
          desk.type('hxfj');
          desk.press(Usages.Enter);
        }
        for (const key of keys) desk.press(key);
        const held = change ? desk.state.menu?.passwordChange?.current.text : desk.state.signIn.password.text;
        expect(held).toBe(secret);
        expect(JSON.stringify(presentOsd(desk.state, size))).not.toContain(secret);
      }),
      { numRuns: 50 },
    );
  });
});

describe('waking', () => {
  it('is asked for again after a tick that came early', () => {
    const start = instant(1000);
    let state = createOsd(start);
    state = osdStep(state, {
      type: 'situation',
      situation: { ...deskSituation, operator: 'a', source },
      at: start,
    }).state;
    const early = osdStep(state, { type: 'tick', at: after(start, milliseconds(10)) });
    expect(early.out).toEqual([{ type: 'wake', at: instant(4000) }]);
    const due = osdStep(early.state, { type: 'tick', at: instant(4000) });
    expect(due.out).toEqual([]);
    expect(osdVisible(due.state)).toBe(false);
  });
});
