import {
  type AccessUnit,
  type CaptureState,
  deviceId,
  deviceKey,
  fingerprint,
  generation,
  operatorKey,
  type PlannedAttempt,
  type PlannedRoute,
  routeId,
  streamId,
} from '@seatmatrix/protocol/domain';
import { Fault, instant, runSteps } from '@seatmatrix/protocol/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ATTEMPT_LIMIT,
  initialRouteOpener,
  KEY_FRAME_INTERVAL,
  type RouteOpener,
  type RouteOpenerInput,
  type RouteOpenerOut,
  routeOpenerDue,
  routeOpenerStep,
} from './route-opener.ts';

const SIGNAL: CaptureState = { type: 'signal', mode: { width: 640, height: 480, rate: 60 } };
const DARK: CaptureState = { type: 'no-signal' };

describe('an attempt beside nothing', () => {
  it('is dialled, and switches on its first key unit', () => {
    const desk = newDesk();
    expect(desk.plan({ attempt: attempt('x', 1) })).toEqual(['dial x#1', 'report x opening']);
    expect(desk.up(1)).toEqual([]);
    expect(desk.unit(1, { key: false })).toEqual([]);
    expect(desk.unit(1, { time: 7 })).toEqual(['steer x#1', 'show 7', 'report x live picture']);
    expect(desk.plan({ route: route('x', 1) })).toEqual([]);
  });

  it('fails at its limit with link-failed, after dialling again within it', () => {
    const desk = newDesk();
    desk.plan({ attempt: attempt('x', 1) });
    expect(desk.down(1)).toEqual([]);
    expect(desk.tick(200)).toEqual(['dial x#2']);
    expect(desk.tick(ATTEMPT_LIMIT)).toEqual(['close 2', 'report x failed link-failed']);
    expect(desk.tick(10_000)).toEqual([]);
    expect(desk.plan({ attempt: attempt('x', 1) })).toEqual([]);
  });

  it('fails at once with no-signal when the computer gives no picture', () => {
    const desk = newDesk();
    desk.plan({ attempt: attempt('x', 1) });
    expect(desk.up(1, DARK)).toEqual(['close 1', 'report x failed no-signal']);
  });

  it('fails with link-failed when the computer has a picture and no unit of it comes', () => {
    const desk = newDesk();
    desk.plan({ attempt: attempt('x', 1) });
    desk.up(1);
    expect(desk.tick(ATTEMPT_LIMIT)).toEqual(['close 1', 'report x failed link-failed']);
  });

  it('takes the keys over without picture when the operator confirmed it', () => {
    const desk = newDesk();
    desk.plan({ attempt: attempt('x', 1, { withoutPicture: true }) });
    expect(desk.up(1, DARK)).toEqual(['steer x#1', 'report x live dark']);
    expect(desk.capture(1, SIGNAL)).toEqual([]);
    expect(desk.unit(1, { time: 3 })).toEqual(['show 3', 'report x live picture']);
  });
});

describe('an attempt beside a route', () => {
  it('leaves picture and keys where they are until it can be shown', () => {
    const desk = showing('old');
    expect(desk.plan({ route: route('old', 1), attempt: attempt('new', 2) })).toEqual([
      'dial new#2',
      'report new opening',
    ]);
    expect(desk.unit(1, { time: 5 })).toEqual(['show 5']);
    expect(desk.up(2)).toEqual([]);
    expect(desk.unit(2, { time: 9 })).toEqual(['steer new#2', 'show 9', 'report new live picture']);
    expect(desk.unit(1, { time: 10 })).toEqual([]);
    expect(desk.plan({ route: route('new', 2) })).toEqual(['close 1']);
  });

  it('changes nothing on the desk when it fails', () => {
    const desk = showing('old');
    desk.plan({ route: route('old', 1), attempt: attempt('new', 2) });
    expect(desk.up(2, DARK)).toEqual(['close 2', 'report new failed no-signal']);
    expect(desk.plan({ route: route('old', 1) })).toEqual([]);
    expect(desk.unit(1, { time: 5 })).toEqual(['show 5']);
  });

  it('clears the old computer’s picture when it takes the keys over without one of its own', () => {
    const desk = showing('old');
    desk.plan({ route: route('old', 1), attempt: attempt('new', 2, { withoutPicture: true }) });
    expect(desk.up(2, DARK)).toEqual(['steer new#2', 'clear', 'report new live dark']);
    expect(desk.unit(1, { time: 10 })).toEqual([]);
    desk.capture(2, SIGNAL);
    expect(desk.unit(2, { time: 11 })).toEqual(['show 11', 'report new live picture']);
  });

  it('goes back to the old route, with its newest picture, when the plan drops a switched attempt', () => {
    const desk = showing('old');
    desk.plan({ route: route('old', 1), attempt: attempt('new', 2) });
    desk.up(2);
    desk.unit(2, {});
    desk.unit(1, { time: 11 });
    expect(desk.plan({ route: route('old', 1) })).toEqual(['steer none', 'close 2', 'steer old#1', 'show 11']);
  });

  it('replaced by another attempt is closed, and the new one dialled', () => {
    const desk = showing('old');
    desk.plan({ route: route('old', 1), attempt: attempt('new', 2) });
    expect(desk.plan({ route: route('old', 1), attempt: attempt('newer', 3) })).toEqual([
      'close 2',
      'dial newer#3',
      'report newer opening',
    ]);
    expect(desk.up(2)).toEqual([]);
    expect(desk.unit(2, {})).toEqual([]);
  });

  it('that holds is ready with its key unit and switches when the plan has it as route', () => {
    const desk = showing('old');
    desk.plan({ route: route('old', 1), attempt: attempt('tile', 2, { hold: true }) });
    desk.up(2);
    expect(desk.unit(2, { time: 21 })).toEqual(['report tile ready']);
    expect(desk.unit(2, { time: 22 })).toEqual([]);
    expect(desk.tick(60_000)).toEqual([]);
    expect(desk.plan({ route: route('tile', 2) })).toEqual([
      'steer none',
      'close 1',
      'steer tile#2',
      'show 22',
      'report tile live picture',
    ]);
  });

  it('that holds asks for a key frame when units were left out before the switch', () => {
    const desk = showing('old');
    desk.plan({ route: route('old', 1), attempt: attempt('tile', 2, { hold: true }) });
    desk.up(2);
    desk.unit(2, { time: 21 });
    desk.unit(2, { time: 22, key: false });
    expect(desk.plan({ route: route('tile', 2) })).toContain('want-key-frame 2');
    expect(desk.unit(2, { time: 23, key: false })).toEqual([]);
    expect(desk.unit(2, { time: 24 })).toEqual(['show 24']);
    expect(desk.unit(2, { time: 25, key: false })).toEqual(['show 25']);
  });
});

describe('a route that is shown', () => {
  it('keeps its picture when the link is lost, and is dialled again until it is back', () => {
    const desk = showing('old');
    expect(desk.down(1)).toEqual(['report old lost']);
    expect(desk.tick(1000)).toEqual(['dial old#2']);
    expect(desk.down(2)).toEqual([]);
    expect(desk.tick(2000)).toEqual(['dial old#3']);
    expect(desk.up(3)).toEqual([]);
    expect(desk.unit(3, { time: 8 })).toEqual(['show 8', 'report old live picture']);
  });

  it('waits while the transmitter is offline and dials at once when the plan has it again', () => {
    const desk = showing('old');
    desk.plan({ route: { ...route('old', 1), peer: null } });
    expect(desk.down(1)).toEqual(['report old lost']);
    expect(desk.tick(60_000)).toEqual([]);
    expect(desk.plan({ route: route('old', 1) })).toEqual(['dial old#2']);
  });

  it('says so when the signal goes and comes', () => {
    const desk = showing('old');
    expect(desk.capture(1, DARK)).toEqual(['report old live dark']);
    expect(desk.capture(1, SIGNAL)).toEqual(['report old live picture']);
  });

  it('ends with all-up, closed link and stand-by when the plan has no route', () => {
    const desk = showing('old');
    expect(desk.plan({})).toEqual(['steer none', 'close 1', 'clear']);
    expect(desk.plan({})).toEqual([]);
  });

  it('shows its newest picture anew when its part of the wall changes', () => {
    const desk = showing('old');
    desk.unit(1, { time: 6 });
    const crop = { left: 0, top: 0, width: 0.5, height: 1 };
    expect(desk.plan({ route: { ...route('old', 1), crop } })).toEqual(['show 6']);
  });

  it('is replaced without a black moment by a route that was never an attempt', () => {
    const desk = showing('old');
    expect(desk.plan({ route: route('other', 2) })).toEqual([
      'steer none',
      'close 1',
      'dial other#2',
      'report other opening',
    ]);
    desk.up(2);
    expect(desk.unit(2, { time: 4 })).toEqual(['steer other#2', 'show 4', 'report other live picture']);
  });

  it('keeps the picture of a computer that sleeps when only its route is another', () => {
    const desk = showing('old');
    desk.capture(1, DARK);
    const next = { ...route('next', 2), source: route('old', 1).source };
    desk.plan({ route: next });
    expect(desk.up(2, DARK)).toEqual(['steer next#2', 'report next live dark']);
  });

  it('asks for another key frame when one could not be decoded, but not with each', () => {
    const desk = showing('old');
    expect(desk.undecodable()).toEqual(['want-key-frame 1']);
    expect(desk.undecodable()).toEqual([]);
    desk.tick(KEY_FRAME_INTERVAL);
    expect(desk.undecodable()).toEqual(['want-key-frame 1']);
  });
});

describe('whatever happens in whatever order', () => {
  const names = ['a', 'b', 'c'] as const;
  const events = fc.oneof(
    fc.record({
      type: fc.constant('plan' as const),
      route: fc.option(fc.constantFrom(...names)),
      attempt: fc.option(fc.constantFrom(...names)),
      hold: fc.boolean(),
      withoutPicture: fc.boolean(),
    }),
    fc.record({ type: fc.constantFrom('up' as const, 'dark' as const, 'down' as const), pick: fc.nat(5) }),
    fc.record({ type: fc.constant('unit' as const), pick: fc.nat(5), key: fc.boolean() }),
    fc.record({ type: fc.constant('tick' as const), wait: fc.nat(3000) }),
  );

  it('only the steered link is shown, the screen is cleared for an empty plan or a dark computer alone, and no socket is forgotten', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 60 }), (sequence) => {
        const desk = newDesk();
        const open = new Set<number>();
        let steered: number | null = null;
        let wanted: { route: string | null; attempt: string | null } = { route: null, attempt: null };
        for (const event of sequence) {
          const dials = [...open];
          const pick = 'pick' in event ? dials[event.pick % Math.max(1, dials.length)] : undefined;
          let raw: readonly RouteOpenerOut[] = [];
          if (event.type === 'plan') {
            const both = event.route === event.attempt ? null : event.attempt;
            wanted = { route: event.route, attempt: both };
            raw = desk.raw({
              type: 'plan',
              route: event.route === null ? null : route(event.route, 1),
              attempt: both === null ? null : attempt(both, 1, event),
            });
          } else if (event.type === 'tick') {
            raw = desk.tickRaw(event.wait);
          } else if (pick !== undefined) {
            if (event.type === 'down') open.delete(pick);
            if (event.type === 'unit') raw = desk.raw({ type: 'unit', dial: pick, unit: unit({ key: event.key }) });
            else if (event.type === 'down') raw = desk.raw({ type: 'down', dial: pick, draw: 0.5 });
            else raw = desk.raw({ type: 'up', dial: pick, capture: event.type === 'up' ? SIGNAL : DARK });
          }
          for (const each of raw) {
            if (each.type === 'dial') open.add(each.dial);
            if (each.type === 'close') expect(open.delete(each.dial)).toBe(true);
            if (each.type === 'steer') steered = each.dial;
            if (each.type === 'clear') expect(wanted.route === null || isDark(desk.state)).toBe(true);
            if (each.type === 'show') expect(steered).not.toBeNull();
          }
          const linked = desk.state.links.flatMap((link) => (link.dial === null ? [] : [link.dial]));
          expect(new Set(linked)).toEqual(open);
          const known = [wanted.route, wanted.attempt];
          expect(desk.state.links.every((link) => known.includes(link.route.id))).toBe(true);
          expect(desk.state.shown === null || known.includes(desk.state.shown)).toBe(true);
        }
      }),
    );
  });

  it('asks for a tick whenever time alone can change something', () => {
    fc.assert(
      fc.property(fc.array(events, { maxLength: 30 }), (sequence) => {
        const desk = newDesk();
        for (const event of sequence) {
          if (event.type === 'plan') {
            const both = event.route === event.attempt ? null : event.attempt;
            desk.raw({
              type: 'plan',
              route: event.route === null ? null : route(event.route, 1),
              attempt: both === null ? null : attempt(both, 1, event),
            });
          } else if (event.type === 'tick') desk.tickRaw(event.wait);
        }
        const due = routeOpenerDue(desk.state);
        const much = routeOpenerStep(desk.state, { type: 'tick', at: instant(desk.now + 100_000) });
        expect(much.out.length > 0).toBe(due !== null);
      }),
    );
  });
});

const isDark = ({ links, shown }: RouteOpener): boolean =>
  links.some((link) => link.route.id === shown && link.capture?.type !== 'signal');

function route(name: string, number: number): PlannedRoute {
  const id = deviceId('0001');
  if (id === null) throw new Fault({ code: 'invariant-broken', message: 'no ID' });
  return {
    id: routeId(name),
    generation: generation(number),
    source: { key: deviceKey(name), id, name },
    peer: { host: 'tx', port: 1, fingerprint: fingerprint(name) },
    ticket: { body: new Uint8Array(), signature: new Uint8Array() },
    mode: 'shared',
    basis: { type: 'own-grant', operator: operatorKey('one') },
    crop: null,
  };
}

const attempt = (
  name: string,
  number: number,
  options: { readonly hold?: boolean; readonly withoutPicture?: boolean } = {},
): PlannedAttempt => ({
  ...route(name, number),
  hold: options.hold ?? false,
  withoutPicture: options.withoutPicture ?? false,
});

const unit = (options: { readonly key?: boolean; readonly time?: number }): AccessUnit => ({
  stream: streamId(1),
  generation: generation(1),
  codec: 'h264',
  key: options.key ?? true,
  time: options.time ?? 0,
  bytes: new Uint8Array(),
});

/** An input without its time. */
type Timeless = RouteOpenerInput extends infer Each
  ? Each extends RouteOpenerInput
    ? Omit<Each, 'at'>
    : never
  : never;

class Desk {
  state: RouteOpener = initialRouteOpener;
  now = 0;

  raw(input: Timeless): readonly RouteOpenerOut[] {
    const inputs = [{ ...input, at: instant(this.now) } as RouteOpenerInput];
    const stepped = runSteps(routeOpenerStep, { state: this.state, inputs });
    this.state = stepped.state;
    return stepped.out;
  }

  tickRaw(wait: number): readonly RouteOpenerOut[] {
    this.now += wait;
    return this.raw({ type: 'tick' });
  }

  plan(plan: { readonly route?: PlannedRoute; readonly attempt?: PlannedAttempt }): readonly string[] {
    return this.raw({ type: 'plan', route: plan.route ?? null, attempt: plan.attempt ?? null }).map(line);
  }

  up(dial: number, capture: CaptureState = SIGNAL): readonly string[] {
    return this.raw({ type: 'up', dial, capture }).map(line);
  }

  capture(dial: number, capture: CaptureState): readonly string[] {
    return this.raw({ type: 'capture', dial, capture }).map(line);
  }

  unit(dial: number, options: { readonly key?: boolean; readonly time?: number }): readonly string[] {
    return this.raw({ type: 'unit', dial, unit: unit(options) }).map(line);
  }

  down(dial: number): readonly string[] {
    return this.raw({ type: 'down', dial, draw: 0.5 }).map(line);
  }

  undecodable(): readonly string[] {
    return this.raw({ type: 'undecodable' }).map(line);
  }

  tick(wait: number): readonly string[] {
    return this.tickRaw(wait).map(line);
  }
}

const newDesk = (): Desk => new Desk();

function showing(name: string): Desk {
  const desk = newDesk();
  desk.plan({ route: route(name, 1) });
  desk.up(1);
  desk.unit(1, {});
  return desk;
}

function line(out: RouteOpenerOut): string {
  switch (out.type) {
    case 'dial':
      return `dial ${out.route.id}#${out.dial}`;
    case 'steer':
      return out.route === null ? 'steer none' : `steer ${out.route.id}#${out.dial}`;
    case 'show':
      return `show ${out.unit.time}`;
    case 'clear':
      return 'clear';
    case 'close':
    case 'want-key-frame':
      return `${out.type} ${out.dial}`;
    case 'report': {
      const { status, route: id } = out.report;
      const detail = status.type === 'live' ? (status.picture ? ' picture' : ' dark') : '';
      return `report ${id} ${status.type}${status.type === 'failed' ? ` ${status.reason}` : detail}`;
    }
  }
}
