import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { createFontBook } from './font-book.ts';

const line = 'Süd Łódź Диспетчерская Αίθουσα 控制台 図形カメラ 백업 서버 𠮷 【】…';

/** Draws the line in a process of its own and prints its pixels' digest. */
function digest(environment: Readonly<Record<string, string>>): string {
  const module = (name: string) => JSON.stringify(new URL(name, import.meta.url).href);
  const program = `
    import { createHash } from 'node:crypto';
    import { createFontBook } from ${module('./font-book.ts')};
    import { createSurface } from ${module('./surface.ts')};
    const line = ${JSON.stringify(line)};
    const surface = createSurface(900, 40);
    surface.context.font = '500 20px ' + createFontBook().families(line);
    surface.context.fillStyle = '#ffffff';
    surface.context.fillText(line, 4, 28);
    const pixels = surface.readPixels({ x: 0, y: 0, width: 900, height: 40 });
    console.log(pixels.filter((byte) => byte > 0).length > 4000, createHash('sha256').update(pixels).digest('hex'));
  `;
  return execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  }).trim();
}

describe('the font book', () => {
  it('draws the same without the machine’s fonts', () => {
    const hidden = digest({ DISABLE_SYSTEM_FONTS_LOAD: '1' });
    expect(hidden).toMatch(/^true /);
    expect(hidden).toBe(digest({}));
  });

  it('knows what its files have and what only their ranges claim', () => {
    const fonts = createFontBook();
    for (const character of line.replaceAll(' ', '')) expect(fonts.has(character.codePointAt(0) ?? 0)).toBe(true);
    for (const missing of [0x2705, 0x1f30d, 0x1f680, 0x20000, 0x10fffd, 0x0007]) expect(fonts.has(missing)).toBe(false);
  });

  it('puts a text’s own language first', () => {
    const fonts = createFontBook();
    expect(fonts.families('直図')).toMatch(/^"noto-sans-sc/);
    expect(fonts.families('直図カメラ')).toMatch(/^"noto-sans-jp/);
    expect(fonts.families('直 서버')).toMatch(/"noto-sans-kr[^,]*", .*"noto-sans-sc|"noto-sans-kr/);
    expect(fonts.families('Tx 1')).toBe('"noto-sans-latin"');
  });
});
