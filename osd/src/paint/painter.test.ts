import { Usages } from '@seatmatrix/protocol/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFontBook } from '../node/font-book.ts';
import { createSurface, type Surface } from '../node/surface.ts';
import { sceneDamage } from '../scene/damage.ts';
import { presentOsd } from '../scene/present.ts';
import type { Rectangle, Scene, TextNode } from '../scene/scene.ts';
import { compare } from '../testing/picture-snapshot.ts';
import { samplePage } from '../testing/samples.ts';
import { createDesk, type Desk } from '../testing/typist.ts';
import { paintScene } from './painter.ts';
import { fitted, measureRun } from './text-run.ts';

const fonts = createFontBook();
const size = { width: 640, height: 360 };

function painted(scene: Scene | null): Surface {
  const surface = createSurface(size.width, size.height);
  paintScene(surface.context, scene, sceneDamage(null, scene), fonts);
  return surface;
}

const text = (words: string, changed: Partial<TextNode> = {}): TextNode => ({
  type: 'text',
  box: { x: 20, y: 20, width: 300, height: 40 },
  text: words,
  size: 24,
  weight: 400,
  colour: '#ffffff',
  align: 'left',
  ...changed,
});

/** The smallest rectangle around all ink, or null. */
function inkOf(surface: Surface): Rectangle | null {
  const pixels = surface.readPixels({ x: 0, y: 0, width: surface.width, height: surface.height });
  let [left, top, right, bottom] = [surface.width, surface.height, -1, -1];
  for (let index = 3; index < pixels.length; index += 4) {
    if ((pixels[index] ?? 0) === 0) continue;
    const x = ((index - 3) / 4) % surface.width;
    const y = Math.floor((index - 3) / 4 / surface.width);
    [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
  }
  return right < 0 ? null : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

const single = (node: TextNode): Surface => painted({ ...size, nodes: [node] });

describe('painting what changed', () => {
  const actions: readonly ((desk: Desk) => void)[] = [
    (desk) => desk.type('1'),
    (desk) => desk.type('w'),
    (desk) => desk.press(Usages.Backspace),
    (desk) => desk.press(Usages.Left),
    (desk) => desk.press(Usages.Tab),
    (desk) => desk.press(Usages.Enter),
    (desk) => desk.press(Usages.F2),
    (desk) => desk.press(Usages.Home),
    (desk) => desk.press(Usages.Escape),
    (desk) => desk.press(Usages.F4),
    (desk) => desk.press(Usages.CapsLock),
    (desk) => desk.wait(1000),
    (desk) => desk.feed({ type: 'open', function: 'connect' }),
    (desk) => desk.feed({ type: 'list', page: samplePage }),
    (desk) => desk.feed({ type: 'command-answer', refusal: 'no-signal', targets: [] }),
    (desk) => desk.feed({ type: 'message', text: 'hello', seconds: 2 }),
    (desk) => desk.feed({ type: 'identify', seconds: 10 }),
    (desk) => desk.situation({ operator: 'hxfj' }),
    (desk) => desk.situation({ operator: null }),
    (desk) => desk.situation({ source: { id: '0001', name: 'x', picture: 'no-signal', mode: 'view' } }),
    (desk) => desk.situation({ manager: 'lost' }),
    (desk) => desk.situation({ manager: 'live' }),
    (desk) => desk.situation({ focused: false, display: { number: 2, count: 2 } }),
    (desk) => desk.situation({ focused: true }),
  ];

  it('gives the picture that painting everything gives', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...actions), { minLength: 4, maxLength: 16 }), (chosen) => {
        const desk = createDesk();
        const incremental = createSurface(size.width, size.height);
        let shown: Scene | null = null;
        for (const action of chosen) {
          action(desk);
          const next = presentOsd(desk.state, size);
          paintScene(incremental.context, next, sceneDamage(shown, next), fonts);
          shown = next;
        }
        expect(compare(incremental, painted(shown)).different).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('changes no pixel outside the damage', () => {
    const surface = createSurface(100, 100);
    surface.context.fillStyle = '#ff0000';
    surface.context.fillRect(0, 0, 100, 100);
    const scene: Scene = {
      width: 100,
      height: 100,
      nodes: [text('Wide', { box: { x: 0, y: 30, width: 100, height: 40 } })],
    };
    paintScene(surface.context, scene, [{ x: 10, y: 40, width: 20, height: 20 }], fonts);
    const pixels = surface.readPixels({ x: 0, y: 0, width: 100, height: 100 });
    let changed = 0;
    for (let index = 0; index < pixels.length; index += 4) {
      const [x, y] = [(index / 4) % 100, Math.floor(index / 400)];
      const inside = x >= 10 && x < 30 && y >= 40 && y < 60;
      const red = pixels[index] === 255 && pixels[index + 1] === 0 && pixels[index + 3] === 255;
      if (inside) changed += red ? 0 : 1;
      else expect(red).toBe(true);
    }
    expect(changed).toBeGreaterThan(300);
  });
});

describe('text', () => {
  it('stays inside its box and ends in an ellipsis where it is too long', () => {
    const run = { fonts, size: 24, weight: 400 } as const;
    const { context } = createSurface(8, 8);
    const cut = fitted(context, '图形工作站'.repeat(10), { ...run, width: 300 });
    expect(cut.endsWith('…')).toBe(true);
    expect(measureRun(context, cut, run)).toBeLessThanOrEqual(300);
    const ink = inkOf(single(text('图形工作站'.repeat(10))));
    expect(ink).not.toBeNull();
    expect((ink?.x ?? 0) + (ink?.width ?? 0)).toBeLessThanOrEqual(320);
  });

  it('is never cut within a character of two units', () => {
    const { context } = createSurface(8, 8);
    for (let width = 20; width < 120; width += 3) {
      const cut = fitted(context, '𠮷𠮷𠮷𠮷𠮷', { fonts, size: 24, weight: 400, width });
      expect(cut.replaceAll('𠮷', '').replace('…', '')).toBe('');
    }
  });

  it('stands left, in the middle and right', () => {
    const [left, centre, right] = (['left', 'centre', 'right'] as const).map((align) =>
      inkOf(single(text('Rx', { align }))),
    );
    expect(left?.x).toBeLessThan(25);
    expect(Math.abs((centre?.x ?? 0) + (centre?.width ?? 0) / 2 - 170)).toBeLessThan(3);
    expect((right?.x ?? 0) + (right?.width ?? 0)).toBeGreaterThan(315);
  });

  it.each([
    ['Chinese', '控制台'],
    ['Japanese', 'カメラサーバー'],
    ['Korean', '백업 서버'],
    ['Latin', 'Leitstand Süd Łódź'],
    ['Cyrillic', 'Диспетчерская'],
    ['Greek', 'Αίθουσα'],
    ['rare Han', '𠮷'],
  ])('is drawn in %s', (_, words) => {
    expect([...words].every((each) => fonts.has(each.codePointAt(0) ?? 0))).toBe(true);
    expect(inkOf(single(text(words)))).not.toBeNull();
  });

  it('shows a visible box for a character that no font has', () => {
    const unknown = '\u{1f680}';
    expect(fonts.has(0x1f680)).toBe(false);
    const ink = inkOf(single(text(unknown)));
    expect(ink?.width).toBeGreaterThan(10);
    expect(ink?.height).toBeGreaterThan(14);
    const { context } = createSurface(8, 8);
    const run = { fonts, size: 24, weight: 400 } as const;
    expect(measureRun(context, `a${unknown}b`, run)).toBeGreaterThan(measureRun(context, 'ab', run) + 10);
  });

  it('is one line: what breaks or is invisible is no box', () => {
    const { context } = createSurface(8, 8);
    const run = { fonts, size: 24, weight: 400 } as const;
    const width = (words: string) => measureRun(context, words, run);
    expect(width('a\nb')).toBe(width('a b'));
    expect(width('a\u202eb\ufeff')).toBe(width('ab'));
    expect(width('e\u0301')).toBe(width('é'));
  });
});
