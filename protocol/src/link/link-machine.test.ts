import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fault, type Instant, instant, runSteps } from '../kernel/index.ts';
import { LINK_STOPPED, type LinkInput, type LinkOut, type LinkState, linkStep } from './link-machine.ts';
import { CloseCode } from './transport.ts';

type Event = LinkInput extends infer Input ? (Input extends LinkInput ? Omit<Input, 'now'> : never) : never;

const at = (now: number, event: Event): LinkInput => ({ ...event, now: instant(now) });

const run = (inputs: Iterable<LinkInput>, state: LinkState = LINK_STOPPED) => runSteps(linkStep, { state, inputs });

/** What came out, without the wishes for time. */
const deeds = (out: readonly LinkOut[]) => out.filter((each) => each.type !== 'wake').map(told);

const told = (out: LinkOut): string => {
  switch (out.type) {
    case 'wait':
      return out.fresh ? 'wait afresh' : 'wait';
    case 'close':
      return `close ${out.closed.code}`;
    case 'lost':
      return `lost ${out.fault.code}${out.wasLive ? ' live' : ''}`;
    default:
      return out.type;
  }
};

const fault = new Fault({ code: 'link-lost', message: 'nobody there' });
const opened = [at(0, { type: 'start' }), at(100, { type: 'retry' }), at(150, { type: 'opened' })];
const live = [...opened, at(200, { type: 'welcomed', adopting: false })];
const adopting = [...opened, at(200, { type: 'welcomed', adopting: true })];
const closed = (now: number, code: number) => at(now, { type: 'closed', closed: { code, reason: '' } });

const opening = ['wait afresh', 'dial', 'greet'];

describe('the link machine', () => {
  const table: readonly [string, readonly LinkInput[], LinkState['type'], readonly string[]][] = [
    ['waits a random while before its first call', [at(0, { type: 'start' })], 'waiting', ['wait afresh']],
    ['calls when the wait is over', opened.slice(0, 2), 'dialling', ['wait afresh', 'dial']],
    ['says hello when the call is taken', opened, 'greeting', opening],
    ['is live with the welcome', live, 'live', opening],
    [
      'waits longer after a call that failed',
      [...opened.slice(0, 2), at(200, { type: 'failed', fault })],
      'waiting',
      ['wait afresh', 'dial', 'lost link-lost', 'wait'],
    ],
    [
      'gives up a call that hangs',
      [...opened.slice(0, 2), at(6100, { type: 'time' })],
      'waiting',
      ['wait afresh', 'dial', 'abandon-dial', 'lost link-lost', 'wait'],
    ],
    ['pings every second', [...live, at(1150, { type: 'time' })], 'live', [...opening, 'ping']],
    [
      'is lost after three seconds of silence',
      [...live, at(1150, { type: 'time' }), at(2150, { type: 'time' }), at(3200, { type: 'time' })],
      'waiting',
      [...opening, 'ping', 'ping', 'close 4006', 'lost link-lost live', 'wait afresh'],
    ],
    [
      'counts any frame as life',
      [...live, at(3000, { type: 'heard' }), at(5999, { type: 'time' })],
      'live',
      [...opening, 'ping'],
    ],
    [
      'is lost when the manager pings but never welcomes',
      [...opened, ...[3, 6, 9].map((second) => at(second * 1000, { type: 'heard' })), at(10_150, { type: 'time' })],
      'waiting',
      [...opening, 'close 4006', 'lost link-lost', 'wait'],
    ],
    [
      'starts the back-off over after a link that had settled',
      [...live, closed(3200, CloseCode.goingAway)],
      'waiting',
      [...opening, 'lost link-closed live', 'wait afresh'],
    ],
    [
      'keeps the back-off after a link that broke at once, so that two boxes with one key do not storm',
      [...live, closed(3199, CloseCode.replaced)],
      'waiting',
      [...opening, 'lost link-closed live', 'wait'],
    ],
    [
      'comes back at once with a new certificate',
      [...adopting, closed(250, CloseCode.adopted)],
      'dialling',
      [...opening, 'lost link-closed live', 'dial'],
    ],
    [
      'waits when the manager says adopted and gave no certificate',
      [...live, closed(250, CloseCode.adopted)],
      'waiting',
      [...opening, 'lost link-closed live', 'wait'],
    ],
    [
      'tells a version that nobody shares',
      [...opened, closed(200, CloseCode.versionUnsupported)],
      'waiting',
      [...opening, 'lost version-unsupported', 'wait'],
    ],
    ['stops while it waits', [at(0, { type: 'start' }), at(1, { type: 'stop' })], 'stopped', ['wait afresh']],
    [
      'stops while it calls',
      [...opened.slice(0, 2), at(200, { type: 'stop' })],
      'stopped',
      ['wait afresh', 'dial', 'abandon-dial'],
    ],
    [
      'stops while it is live',
      [...live, at(300, { type: 'stop' })],
      'stopped',
      [...opening, 'close 1001', 'lost link-closed live'],
    ],
    [
      'can be started again',
      [...live, at(300, { type: 'stop' }), at(400, { type: 'start' })],
      'waiting',
      [...opening, 'close 1001', 'lost link-closed live', 'wait afresh'],
    ],
  ];

  test.each(table)('%s', (_name, inputs, state, out) => {
    const end = run(inputs);
    expect(end.state.type).toBe(state);
    expect(deeds(end.out)).toEqual(out);
  });

  test('asks to be woken before anything is due, whatever comes in which order', () => {
    const event: fc.Arbitrary<Event> = fc.oneof(
      fc.constantFrom<Event>(
        { type: 'start' },
        { type: 'stop' },
        { type: 'time' },
        { type: 'retry' },
        { type: 'opened' },
        { type: 'heard' },
        { type: 'failed', fault },
        { type: 'welcomed', adopting: false },
        { type: 'welcomed', adopting: true },
        { type: 'closed', closed: { code: CloseCode.adopted, reason: '' } },
        { type: 'closed', closed: { code: 1006, reason: '' } },
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2000), event), { maxLength: 60 }), (events) => {
        let now = 0;
        let state = LINK_STOPPED;
        let wake: Instant | null = null;
        for (const [wait, next] of events) {
          now += wait;
          const stepped = linkStep(state, at(now, next));
          for (const out of stepped.out) {
            if (out.type === 'wake') wake = out.at;
            if (out.type === 'wait' || out.type === 'close' || out.type === 'abandon-dial') wake = null;
          }
          state = stepped.state;
          const needsTime = state.type === 'dialling' || state.type === 'greeting' || state.type === 'live';
          expect(wake !== null).toBe(needsTime);
          // One that is due is due to be given: the machine never forgets to ask again.
          if (next.type === 'time' && wake !== null) expect(wake).toBeGreaterThan(now);
        }
      }),
    );
  });
});
