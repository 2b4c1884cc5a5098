import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSurface, type Surface } from '../node/surface.ts';
import { compare, expectPicture } from './picture-snapshot.ts';

const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
const artifact = (file: string) => new URL(`../../../test-artifacts/${file}`, import.meta.url);

function square(fill: string, side = 40): Surface {
  const surface = createSurface(100, 100);
  surface.context.fillStyle = fill;
  surface.context.fillRect(0, 0, side, side);
  return surface;
}

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
  for (const kind of ['actual', 'difference']) rmSync(artifact(`matcher.${kind}.png`), { force: true });
});

const picture = { folder, name: 'matcher' };

describe('a picture’s snapshot', () => {
  it('is made the first time and compared the second', async () => {
    vi.stubEnv('CI', '');
    await expectPicture(square('#ff0000'), picture);
    await expectPicture(square('#fe0101'), picture);
    await expect(expectPicture(square('#f00000'), picture)).rejects.toThrow('16.00 %');
    expect(existsSync(artifact('matcher.actual.png'))).toBe(true);
    expect(existsSync(artifact('matcher.difference.png'))).toBe(true);
  });

  it('may differ in a thousandth of its pixels', async () => {
    vi.stubEnv('CI', '');
    await expectPicture(square('#ff0000'), picture);
    const speck = square('#ff0000');
    speck.context.fillStyle = '#00ff00';
    speck.context.fillRect(0, 0, 10, 1);
    await expectPicture(speck, picture);
    speck.context.fillRect(0, 5, 1, 1);
    await expect(expectPicture(speck, picture)).rejects.toThrow('11 pixels');
  });

  it('that is missing fails where nobody can look at it', async () => {
    vi.stubEnv('CI', 'true');
    await expect(expectPicture(square('#ff0000'), picture)).rejects.toThrow('no snapshot matcher.png');
  });

  it('does not care for the colour of what cannot be seen', () => {
    expect(compare(square('#ff000000'), square('#00ff0000')).different).toBe(0);
    expect(compare(square('#ff000002'), square('#00ff0002')).different).toBe(0);
    expect(compare(square('#ff000080'), square('#00ff0080')).different).toBe(1600);
  });
});
