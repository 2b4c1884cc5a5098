import { consumerUsage, Usages, usage } from '@seatmatrix/protocol/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AppliedInput, type FakeInput, fakeInputs, nothingWanted, type WantedInput } from './fake-input.ts';
import { evdevKeymap } from './keymap.ts';

const screen = { width: 1920, height: 1080 };
const up: AppliedInput = { keycodes: new Set(), buttons: 0 };

const requests = (applied: AppliedInput, wanted: Partial<WantedInput>) =>
  fakeInputs(applied, { wanted: { ...nothingWanted, ...wanted }, keymap: evdevKeymap, screen });

const words = (all: readonly FakeInput[]) => all.map(({ type, detail }) => `${type} ${detail}`);

describe('what is sent to X', () => {
  it('is the difference, with a shift before its letter', () => {
    const first = requests(up, { keys: new Set([Usages.A, Usages.LeftShift]) });
    expect(words(first.requests)).toEqual(['key-press 50', 'key-press 38']);
    const second = requests(first.applied, { keys: new Set([Usages.O, Usages.LeftShift]) });
    expect(words(second.requests)).toEqual(['key-release 38', 'key-press 32']);
  });

  it('has consumer keys beside others, and nothing for a key that X does not have', () => {
    const keys = new Set([consumerUsage(0xe9), usage(0xa5)]);
    expect(words(requests(up, { keys }).requests)).toEqual(['key-press 123']);
  });

  it('moves before it clicks, to the last pixel of the screen', () => {
    const { requests: all } = requests(up, { position: { x: 32_767, y: 32_767 }, buttons: 0b10 });
    expect(all).toMatchObject([
      { type: 'move-to', x: 1919, y: 1079 },
      { type: 'button-press', detail: 3 },
    ]);
  });

  it('turns the wheel a click a notch', () => {
    expect(words(requests(up, { wheel: -2, tilt: 1 }).requests)).toEqual([
      'button-press 5',
      'button-release 5',
      'button-press 5',
      'button-release 5',
      'button-press 7',
      'button-release 7',
    ]);
  });

  it('leaves X with what is wanted, whatever was before, and everything up in the end', () => {
    const keys = fc.uniqueArray(fc.integer({ min: 4, max: 0xe7 }).map(usage)).map((all) => new Set(all));
    const state = fc.record({ keys, buttons: fc.integer({ min: 0, max: 31 }) });
    fc.assert(
      fc.property(fc.array(state), (states) => {
        const down = new Set<string>();
        let applied = up;
        for (const wanted of [...states, nothingWanted]) {
          const next = requests(applied, wanted);
          applied = next.applied;
          for (const { type, detail } of next.requests) {
            const [device, change] = type.split('-');
            // A press of what is down, or a release of what is up, would be a request too many.
            expect(down.has(`${device} ${detail}`)).toBe(change === 'release');
            if (change === 'press') down.add(`${device} ${detail}`);
            else down.delete(`${device} ${detail}`);
          }
        }
        expect(down).toEqual(new Set());
      }),
    );
  });
});
