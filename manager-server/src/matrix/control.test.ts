import { describe, expect, test } from 'vitest';
import { controlRoom } from '../testing/control-room.ts';
import { MatrixLab } from '../testing/matrix-lab.ts';
import type { MatrixOutput } from './matrix-output.ts';
import { siteOf } from './site.ts';

const room = controlRoom();
const [desk, other] = room.desk;

/** Everything that the audit gets, step by step, as who, where, what and when. */
class Watched extends MatrixLab {
  readonly entries: string[] = [];

  override say(input: Parameters<MatrixLab['say']>[0]): readonly MatrixOutput[] {
    const out = super.say(input);
    for (const each of out) {
      if (each.type !== 'write' || each.write.type !== 'audit') continue;
      const { action, actor, from, object } = each.write.entry;
      if (action.startsWith('control.')) this.entries.push(`${action} ${actor} at ${from}: ${object}`);
    }
    return out;
  }

  get since(): readonly string[] {
    return this.entries.splice(0);
  }
}

function signedIn(): Watched {
  const lab = new Watched(room.builder);
  lab.allOnline().signIn(desk, room.chief).signIn(other, room.guest);
  return lab;
}

const begin = (what: string) => `control.begin operator:hxfj at Rx 5004: ${what}`;
const end = (what: string) => `control.end operator:hxfj at Rx 5004: ${what}`;

describe('who could type where', () => {
  test('is recorded from the picture’s coming to the next one’s, and to the sign-out', () => {
    const lab = signedIn();
    expect(lab.since).toEqual([]);
    lab.ask(desk, 'connect', '1');
    expect(lab.since).toEqual([]);
    lab.live();
    expect(lab.since).toEqual([begin('0001 Tx 0001 → 5004')]);
    lab.command(desk, 'connect', '2');
    expect(lab.since).toEqual([end('0001 Tx 0001 → 5004'), begin('0002 Tx 0002 → 5004')]);
    lab.signOut(desk);
    expect(lab.since).toEqual([end('0002 Tx 0002 → 5004')]);
  });

  test('names the session, which beginning and end share, and has times and no keys', () => {
    const lab = signedIn();
    lab.ask(desk, 'connect', '1');
    lab.at += 500;
    const entryOf = (out: readonly MatrixOutput[]) =>
      out.flatMap((each) => (each.type === 'write' && each.write.type === 'audit' ? [each.write.entry] : []));
    const [began] = entryOf(lab.live()).filter(({ action }) => action === 'control.begin');
    lab.at += 60_000;
    lab.signOut(desk);
    const [ended] = entryOf(lab.out).filter(({ action }) => action === 'control.end');
    expect(began?.detail).toMatch(/^session \S+$/);
    expect(ended?.detail).toBe(began?.detail);
    expect([began?.at, ended?.at]).toEqual([1_000_500, 1_060_500]);
  });

  test('leaves out who may only look, and displays', () => {
    const lab = signedIn();
    lab.command(desk, 'connect', '2');
    expect(lab.since).toHaveLength(1);
    lab.command(desk, 'push', '5,8');
    // The guest has no right to 0002: he sees what was pushed, and his keys go nowhere.
    expect(lab.since).toEqual([]);
  });

  test('ends with a right that is withdrawn, and with an operator who is disabled', () => {
    for (const edit of ['grant', 'operator'] as const) {
      const lab = signedIn();
      lab.command(desk, 'connect', '1');
      expect(lab.since).toHaveLength(1);
      const snapshot = room.builder.snapshot();
      const grants = new Map([...snapshot.grants].filter(([, { value }]) => value.subject.key !== room.chief));
      const operators = new Map(
        [...snapshot.operators].map(([key, each]) => [key, { ...each, value: { ...each.value, disabled: true } }]),
      );
      const site = siteOf({ ...snapshot, ...(edit === 'grant' ? { grants } : { operators }) });
      lab.say({ type: 'directory-changed', site });
      expect(lab.since).toEqual([end('0001 Tx 0001 → 5004')]);
    }
  });
});
