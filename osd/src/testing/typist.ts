import { type Usage, Usages, usage } from '@seatmatrix/protocol/domain';
import { type Instant, instant } from '@seatmatrix/protocol/kernel';
import type { OsdEffect, OsdInput, Situation } from '../machine/osd-input.ts';
import { createOsd, type OsdState } from '../machine/osd-state.ts';
import { osdStep } from '../machine/osd-step.ts';

/** An input without its time: the desk below adds it. */
export type Untimed<Input> = Input extends unknown ? Omit<Input, 'at'> : never;

/** A desk at work: signed in, manager there, no source. */
export const deskSituation: Situation = {
  version: '0.1.0',
  device: { id: '5001', name: '控制台 1', receiverKind: 'desk' },
  carrier: true,
  manager: 'live',
  pending: null,
  operator: null,
  focused: true,
  display: { number: 1, count: 1 },
  source: null,
};

/** An OSD with hands: types keys, lets time go by, and keeps every effect. For tests and for pictures. */
export interface Desk {
  readonly now: Instant;
  readonly state: OsdState;
  readonly effects: readonly OsdEffect[];
  /** Effects since the last call, wakes left out. */
  takeEffects(): OsdEffect[];
  feed(input: Untimed<OsdInput>): void;
  situation(changed: Partial<Situation>): void;
  /** Presses and lets go, the second key while the first is held. */
  press(...keys: readonly Usage[]): void;
  edge(key: Usage, pressed: boolean): void;
  /** ASCII letters, digits and the comma; capitals by Shift. */
  type(text: string): void;
  /** Moves time on and ticks. */
  wait(milliseconds: number): void;
}

export function createDesk(first: Partial<Situation> = {}): Desk {
  let now: Instant = instant(1000);
  let state = createOsd(now);
  let effects: OsdEffect[] = [];
  let taken = 0;
  let situation: Situation = { ...deskSituation, ...first };
  let held: ReadonlySet<Usage> = new Set();

  const desk: Desk = {
    get now() {
      return now;
    },
    get state() {
      return state;
    },
    get effects() {
      return effects;
    },
    takeEffects() {
      const fresh = effects.slice(taken).filter((effect) => effect.type !== 'wake');
      taken = effects.length;
      return fresh;
    },
    feed(input) {
      const stepped = osdStep(state, { ...input, at: now });
      state = stepped.state;
      effects = [...effects, ...stepped.out];
    },
    situation(changed) {
      situation = { ...situation, ...changed };
      desk.feed({ type: 'situation', situation });
    },
    press(...keys) {
      for (const key of keys) desk.edge(key, true);
      for (const key of keys.toReversed()) desk.edge(key, false);
    },
    edge(key, pressed) {
      const next = new Set(held);
      if (pressed) next.add(key);
      else next.delete(key);
      held = next;
      desk.feed({ type: 'key', key, pressed, held });
    },
    type(text) {
      for (const character of text) {
        const { key, shift } = keyOf(character);
        if (shift) desk.press(Usages.LeftShift, key);
        else desk.press(key);
      }
    },
    wait(milliseconds) {
      now = instant(now + milliseconds);
      desk.feed({ type: 'tick' });
    },
  };
  desk.situation({});
  return desk;
}

function keyOf(character: string): { readonly key: Usage; readonly shift: boolean } {
  const lower = character.toLowerCase();
  if (lower >= 'a' && lower <= 'z') {
    return { key: usage(Usages.A + lower.charCodeAt(0) - 97), shift: lower !== character };
  }
  if (character >= '1' && character <= '9') {
    return { key: usage(Usages.Digit1 + Number(character) - 1), shift: false };
  }
  return { key: character === ',' ? Usages.Comma : Usages.Digit0, shift: false };
}

/** Any key of a keyboard, for generators. */
export const everyKey: readonly Usage[] = [
  ...Array.from({ length: 0x64 - 0x04 + 1 }, (_, index) => usage(0x04 + index)),
  ...Array.from({ length: 8 }, (_, index) => usage(0xe0 + index)),
];
