import { type DeviceKey, hotkeyKey, type OperatorKey, type OsdFunction } from '@seatmatrix/protocol/domain';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { controlRoom } from '../testing/control-room.ts';
import { MatrixLab } from '../testing/matrix-lab.ts';
import type { Decision } from './decision.ts';
import { type Trial, tryCommand } from './trial.ts';

const room = controlRoom();
const snapshot = room.builder.snapshot();
const [one, two, three] = room.tx;
const [left, middle, right] = room.seat;
const [desk, other] = room.desk;

const siteOnline = (): MatrixLab => new MatrixLab(room.builder).allOnline();

function tried(lab: MatrixLab, asked: Partial<Trial> & Pick<Trial, 'text'>): Decision {
  const trial = { operator: room.chief, receiver: left, function: 'connect', hotkey: null, ...asked } as const;
  return tryCommand(lab.state, trial, snapshot);
}

/** Where it was said to go, or why not. */
const summary = (decision: Decision) =>
  decision.type === 'refused'
    ? decision.refusal
    : decision.targets.map(({ device, refusal, placements }) => [
        device.key,
        refusal ?? placements.map(({ receiver, transmitter }) => [receiver, transmitter]),
      ]);

describe('a hotkey that is tried', () => {
  test('fills the seat in order, as the command would', () => {
    const lab = siteOnline();
    const placed = [
      [left, one],
      [middle, two],
    ];
    expect(summary(tried(lab, { text: 'pair' }))).toEqual([[left, placed]]);
  });

  test('is taken as it is being edited, also under the name of another', () => {
    const lab = siteOnline();
    const hotkey = { key: hotkeyKey('edited'), text: 'new', devices: [three] };
    expect(summary(tried(lab, { text: 'new' }))).toBe('unknown-name');
    expect(summary(tried(lab, { text: 'new', hotkey }))).toEqual([[left, [[left, three]]]]);
    const [pair] = [...snapshot.hotkeys.values()].filter(({ value }) => value.text === 'pair');
    const shortened = { key: pair?.value.key ?? hotkeyKey(''), text: 'pair', devices: [two] };
    expect(summary(tried(lab, { text: 'pair', hotkey: shortened }))).toEqual([[left, [[left, two]]]]);
  });

  test('is tried for who does not sit there, and leaves who does alone', () => {
    const lab = siteOnline().signIn(desk, room.chief);
    const before = lab.state;
    const asked = { receiver: desk, operator: room.guest };
    expect(summary(tried(lab, { ...asked, text: 'mail' }))).toEqual([[desk, 'out-of-range']]);
    expect(summary(tried(lab, { ...asked, text: '1' }))).toEqual([[desk, [[desk, one]]]]);
    expect(lab.state).toBe(before);
    expect(lab.state.sessions.get(lab.state.site.seatOf(desk).key)?.operator).toBe(room.chief);
  });

  test('says what stands against a push: no picture, nobody there, the same picture', () => {
    const lab = siteOnline().signIn(desk, room.chief);
    const push = { receiver: desk, function: 'push' } as const;
    expect(summary(tried(lab, { ...push, text: '5005' }))).toEqual([[other, 'no-source']]);
    lab.command(desk, 'connect', '1');
    expect(summary(tried(lab, { ...push, text: '5005' }))).toEqual([[other, 'nobody-signed-in']]);
    lab.signIn(other, room.guest).command(other, 'connect', '1');
    expect(summary(tried(lab, { ...push, text: '5005' }))).toEqual([[other, 'same-source']]);
    expect(summary(tried(lab, { text: '9' }))).toBe('unknown-name');
  });
});

test('whatever is tried comes true when it is typed by who sits there', () => {
  const receivers = [left, middle, right, desk, other, ...room.wall, room.display];
  const commandOf = fc.record({
    receiver: fc.constantFrom(left, right, desk, other),
    function: fc.constantFrom<OsdFunction>('connect', 'push', 'fetch'),
    text: fc.constantFrom('1', '0002', '4', '5', 'mail', 'pair', 'both', 'desks', 'front', '5001', '5004', 'all', 'zz'),
  });
  const away = fc.subarray<DeviceKey>([...room.tx, ...room.heads, other, middle, room.display]);
  const who = fc.constantFrom<OperatorKey>(room.chief, room.guest);
  fc.assert(
    fc.property(away, who, fc.array(commandOf, { minLength: 1, maxLength: 6 }), (offline, operator, commands) => {
      const lab = siteOnline();
      for (const receiver of [left, desk, other]) lab.signIn(receiver, operator);
      for (const device of offline) lab.say({ type: 'box-offline', device });
      for (const command of commands) {
        const decision = tryCommand(lab.state, { ...command, operator, hotkey: null }, snapshot);
        const shown = new Map(receivers.map((receiver) => [receiver, lab.shows(receiver)]));
        lab.command(command.receiver, command.function, command.text);
        const targets = decision.type === 'refused' ? [] : decision.targets;
        for (const { refusal, placements } of targets) {
          if (refusal !== null) continue;
          for (const { receiver, transmitter } of placements) {
            if (lab.state.boxes.get(receiver)?.online) shown.set(receiver, transmitter);
          }
        }
        expect(new Map(receivers.map((receiver) => [receiver, lab.shows(receiver)]))).toEqual(shown);
      }
    }),
    { numRuns: 300 },
  );
});
