import {
  type CommandRefusal,
  type CommandTarget,
  commandRefusals,
  DEFAULT_BOX_SETTINGS,
  deviceId,
  type PasswordRefusal,
  type SignInRefusal,
  type TextSize,
  Usages,
} from '@seatmatrix/protocol/domain';
import { describe, expect, it } from 'vitest';
import type { OsdState } from '../machine/osd-state.ts';
import { createFontBook } from '../node/font-book.ts';
import { createSurface } from '../node/surface.ts';
import { measureRun } from '../paint/text-run.ts';
import { type SampleName, sample, sampleNames } from '../testing/samples.ts';
import { createDesk, type Desk } from '../testing/typist.ts';
import { nodeBounds } from './damage.ts';
import { presentOsd } from './present.ts';
import type { Scene, TextNode } from './scene.ts';

const sizes = [
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
  { width: 3440, height: 1440 },
  { width: 3840, height: 2160 },
];

const signInRefusals: readonly SignInRefusal[] = [
  'manager-unreachable',
  'wrong-credentials',
  'throttled',
  'signed-in-elsewhere',
];
const passwordRefusals: readonly PasswordRefusal[] = [
  'manager-unreachable',
  'wrong-credentials',
  'throttled',
  'password-too-short',
  'password-too-common',
];

const surface = createSurface(8, 8);
const fonts = createFontBook();

/** Names are the site's and may be too long; our own words must fit. */
const longNames = ['图形工作站', '今晚 22:00'];

/** Where a text's letters are, in a box that may be wider. */
function inked({ box, text, size, weight, align }: TextNode) {
  const width = measureRun(surface.context, text, { fonts, size, weight });
  const room = box.width - width;
  const left = box.x + (align === 'left' ? 0 : align === 'right' ? room : room / 2);
  return { text, left, right: left + width, top: box.y, bottom: box.y + box.height };
}

function overflowing(scene: Scene): string[] {
  return scene.nodes.flatMap((node) => {
    if (node.type !== 'text' || longNames.some((name) => node.text.startsWith(name))) return [];
    const width = measureRun(surface.context, node.text, { fonts, size: node.size, weight: node.weight });
    return width > node.box.width + 1 ? [`${node.text}: ${Math.ceil(width)} in ${node.box.width}`] : [];
  });
}

const textSizes = ['small', 'normal', 'large'] as const;

describe.each(['zh', 'en'] as const)('every text fits its place in %s', (language) => {
  const sampled = (name: SampleName, textSize: TextSize): OsdState => {
    const state = sample(name, language);
    return { ...state, settings: { ...state.settings, textSize } };
  };

  describe.each(textSizes)('with %s texts', (textSize) => {
    it.each(sizes)('at $width × $height', (size) => {
      for (const name of sampleNames()) {
        const scene = presentOsd(sampled(name, textSize), size);
        expect([name, scene === null ? ['nothing to see'] : overflowing(scene)]).toEqual([name, []]);
      }
    });

    it.each(sizes)('and every node lies on the screen at $width × $height', (size) => {
      for (const name of sampleNames()) {
        for (const node of presentOsd(sampled(name, textSize), size)?.nodes ?? []) {
          const { x, y, width, height } = nodeBounds(node);
          expect(x).toBeGreaterThanOrEqual(0);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(x + width).toBeLessThanOrEqual(size.width);
          expect(y + height).toBeLessThanOrEqual(size.height);
        }
      }
    });

    it.each(sizes)('and no line of the sign-in screen lies on another at $width × $height', (size) => {
      const scene = presentOsd(sampled('wrong-password', textSize), size);
      const texts = (scene?.nodes ?? []).flatMap((node) => (node.type === 'text' ? [inked(node)] : []));
      expect(texts.length).toBeGreaterThan(8);
      texts.forEach((one, index) => {
        for (const other of texts.slice(index + 1)) {
          const apart =
            one.bottom <= other.top + 1 ||
            other.bottom <= one.top + 1 ||
            one.right <= other.left + 1 ||
            other.right <= one.left + 1;
          expect([one, other, apart]).toEqual([one, other, true]);
        }
      });
    });
  });
});

/** A desk in each state that has a word of its own, beside the samples. */
const wordy: readonly ((desk: Desk) => void)[] = [
  ...commandRefusals.map((refusal) => (desk: Desk) => {
    signIn(desk);
    desk.type('1');
    desk.press(Usages.Enter);
    desk.feed({ type: 'command-answer', refusal, targets: [] });
  }),
  ...commandRefusals.map((refusal) => (desk: Desk) => {
    signIn(desk);
    desk.press(Usages.F2);
    desk.type('1,2');
    desk.press(Usages.Enter);
    desk.feed({ type: 'command-answer', refusal, targets: [target(refusal), target(null)] });
  }),
  ...signInRefusals.map((refusal) => (desk: Desk) => {
    desk.type('a');
    desk.press(Usages.Enter);
    desk.type('b');
    desk.press(Usages.Enter);
    desk.feed({ type: 'sign-in-answer', refusal });
  }),
  ...passwordRefusals.map((refusal) => (desk: Desk) => {
    signIn(desk);
    desk.press(Usages.Home);
    for (const typed of ['a', '12345678', '12345678']) {
      desk.type(typed);
      desk.press(Usages.Enter);
    }
    desk.feed({ type: 'password-answer', refusal });
  }),
  ...([Usages.Enter, Usages.F1, Usages.F2, Usages.F3, Usages.F4, Usages.F5, Usages.F12] as const).map(
    (key) => (desk: Desk) => {
      signIn(desk);
      desk.press(key);
    },
  ),
  ...(['administrator', 'disabled', 'elsewhere', 'idle'] as const).map(
    (reason) => (desk: Desk) => desk.feed({ type: 'notice', notice: { type: 'signed-out', reason } }),
  ),
  (desk) => desk.situation({ carrier: false }),
  (desk) => desk.situation({ manager: 'lost' }),
  (desk) => desk.situation({ device: { id: '5006', name: 'x', receiverKind: 'display' }, carrier: false }),
];

function signIn(desk: Desk): void {
  desk.situation({ operator: 'hxfj' });
}

function target(refusal: CommandRefusal | null): CommandTarget {
  const id = deviceId('5002');
  if (id === null) throw new TypeError('no ID');
  return { id, name: 'x', refusal };
}

describe.each(['zh', 'en'] as const)('every message fits its place in %s', (language) => {
  it.each(sizes.slice(0, 3))('at $width × $height', (size) => {
    for (const act of wordy) {
      const desk = createDesk();
      desk.feed({ type: 'settings', settings: { ...DEFAULT_BOX_SETTINGS, language, textSize: 'large' } });
      act(desk);
      const scene = presentOsd(desk.state, size);
      expect(scene === null ? ['nothing to see'] : overflowing(scene)).toEqual([]);
    }
  });
});

describe('the layout', () => {
  it.each([1080, 2160])('at %i lines is that of 720, larger', (height) => {
    const boxes = (lines: number) =>
      presentOsd(sample('menu-connect', 'zh'), { width: (lines * 16) / 9, height: lines })?.nodes.map(
        ({ box }) => box,
      ) ?? [];
    const factor = height / 720;
    const small = boxes(720);
    expect(small.length).toBeGreaterThan(50);
    boxes(height).forEach((box, index) => {
      expect(Math.abs(box.x - (small[index]?.x ?? 0) * factor)).toBeLessThanOrEqual(factor);
      expect(Math.abs(box.y - (small[index]?.y ?? 0) * factor)).toBeLessThanOrEqual(factor);
    });
  });
});
