import { after, between, type Instant, instant, milliseconds } from '@seatmatrix/protocol/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_GROUP,
  type MemberName,
  TAKING_LIMIT,
  type ViewerGroup,
  type ViewerGroupInput,
  viewerGroupDue,
  viewerGroupStep,
} from './viewer-group.ts';

const START = instant(0);

describe('a viewer group', () => {
  it('sends to its first member once that has taken the keys', () => {
    const { play } = setUp();
    expect(play({ type: 'join', member: 'one', at: START })).toEqual([
      { type: 'make', epoch: 1 },
      { type: 'tell', epoch: 1, member: 'one' },
    ]);
    expect(play({ type: 'taken', member: 'one', epoch: 1, at: START })).toEqual([{ type: 'use', epoch: 1 }]);
  });

  it('tells everybody the keys of a new epoch when one joins, and goes on with the old ones until all have them', () => {
    const { play } = setUp('one');
    expect(play({ type: 'join', member: 'two', at: START })).toEqual([
      { type: 'make', epoch: 2 },
      { type: 'tell', epoch: 2, member: 'one' },
      { type: 'tell', epoch: 2, member: 'two' },
    ]);
    expect(play({ type: 'taken', member: 'two', epoch: 2, at: START })).toEqual([]);
    expect(play({ type: 'taken', member: 'one', epoch: 2, at: START })).toEqual([
      { type: 'use', epoch: 2 },
      { type: 'forget', epoch: 1 },
    ]);
  });

  it('tells who left nothing more', () => {
    const { play } = setUp('one', 'two');
    expect(play({ type: 'leave', member: 'one', at: START })).toEqual([
      { type: 'make', epoch: 3 },
      { type: 'tell', epoch: 3, member: 'two' },
    ]);
  });

  it('does not wait for a member that does not answer', () => {
    const { play, group } = setUp('one');
    play({ type: 'join', member: 'two', at: START });
    expect(viewerGroupDue(group())).toBe(TAKING_LIMIT);
    expect(play({ type: 'tick', at: instant(TAKING_LIMIT - 1) })).toEqual([]);
    expect(play({ type: 'tick', at: instant(TAKING_LIMIT) })).toContainEqual({ type: 'use', epoch: 2 });
  });

  it('needs no keys when nobody watches', () => {
    const { play, group } = setUp('one');
    expect(play({ type: 'leave', member: 'one', at: START })).toEqual([{ type: 'forget', epoch: 1 }]);
    expect(group().current).toBeNull();
  });

  it('hears nothing from a late answer', () => {
    const { play } = setUp('one');
    expect(play({ type: 'taken', member: 'one', epoch: 1, at: START })).toEqual([]);
    expect(play({ type: 'taken', member: 'nobody', epoch: 9, at: START })).toEqual([]);
    expect(play({ type: 'leave', member: 'nobody', at: START })).toEqual([]);
    expect(play({ type: 'join', member: 'one', at: START })).toEqual([]);
  });
});

type Move = { readonly type: 'join' | 'leave' | 'taken' | 'wait'; readonly member: MemberName; readonly time: number };

const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.record({
    type: fc.constantFrom('join' as const, 'leave' as const, 'taken' as const, 'wait' as const),
    member: fc.constantFrom('a', 'b', 'c', 'd'),
    time: fc.integer({ min: 0, max: 300 }),
  }),
  { maxLength: 60 },
);

describe('whoever joins and leaves', () => {
  it('nobody who left knows what is sent after the limit, and nobody who is there misses a key that is used', () => {
    fc.assert(
      fc.property(moves, (played) => {
        const site = new Site();
        for (const move of played) site.play(move);
        site.settle();
      }),
      { numRuns: 1_000 },
    );
  });
});

/** A group, and beside it who was told which epoch. */
class Site {
  #group: ViewerGroup = EMPTY_GROUP;
  #now: Instant = START;
  readonly #told = new Map<number, Set<MemberName>>();
  readonly #made = new Set<number>();
  /** Since when somebody who is gone knows the keys in use; null: nobody does. */
  #leaking: Instant | null = null;

  play({ type, member, time }: Move): void {
    if (type === 'wait') this.#wait(time);
    else if (type === 'taken') this.#step({ type, member, epoch: this.#group.pending?.epoch ?? 0, at: this.#now });
    else this.#step({ type, member, at: this.#now });
  }

  settle(): void {
    this.#wait(TAKING_LIMIT);
    expect(this.#leaking).toBeNull();
    expect(this.#group.current === null).toBe(this.#group.members.size === 0);
    // Keys of the epoch in use are all that is kept.
    expect([...this.#made]).toEqual(this.#group.current === null ? [] : [this.#group.current]);
  }

  #wait(time: number): void {
    const end = after(this.#now, milliseconds(time));
    const due = viewerGroupDue(this.#group);
    if (due !== null && due <= end) {
      this.#now = due;
      this.#step({ type: 'tick', at: due });
    }
    this.#now = end;
    this.#judge();
  }

  #step(input: ViewerGroupInput): void {
    const before = this.#group.current;
    const stepped = viewerGroupStep(this.#group, input);
    this.#group = stepped.state;
    for (const out of stepped.out) {
      if (out.type === 'make') {
        expect(out.epoch).toBe(Math.max(0, ...this.#told.keys()) + 1);
        this.#made.add(out.epoch);
        this.#told.set(out.epoch, new Set());
      }
      if (out.type === 'tell') {
        expect(this.#group.members).toContain(out.member);
        this.#told.get(out.epoch)?.add(out.member);
      }
      if (out.type === 'use') expect(out.epoch).toBeGreaterThan(before ?? 0);
      if (out.type === 'forget') this.#made.delete(out.epoch);
    }
    this.#judge();
  }

  #judge(): void {
    const { current, members } = this.#group;
    const told = current === null ? new Set<MemberName>() : (this.#told.get(current) ?? new Set());
    for (const member of this.#group.pending === null ? members : []) expect(told).toContain(member);
    const leaks = [...told].some((member) => !members.has(member));
    if (!leaks) this.#leaking = null;
    else this.#leaking ??= this.#now;
    if (this.#leaking !== null) expect(between(this.#leaking, this.#now)).toBeLessThan(TAKING_LIMIT);
  }
}

function setUp(...members: readonly MemberName[]) {
  let state = EMPTY_GROUP;
  const play = (input: ViewerGroupInput) => {
    const stepped = viewerGroupStep(state, input);
    state = stepped.state;
    return stepped.out;
  };
  for (const member of members) {
    play({ type: 'join', member, at: START });
    play({ type: 'tick', at: instant(TAKING_LIMIT) });
  }
  return { play, group: () => state };
}
