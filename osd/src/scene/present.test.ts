import { fileURLToPath } from 'node:url';
import { describe, it } from 'vitest';
import { createFontBook } from '../node/font-book.ts';
import { createSurface } from '../node/surface.ts';
import { paintScene } from '../paint/painter.ts';
import { expectPicture } from '../testing/picture-snapshot.ts';
import { type SampleName, sample, sampleNames } from '../testing/samples.ts';
import { sceneDamage } from './damage.ts';
import type { Size } from './layout.ts';
import { presentOsd } from './present.ts';

const folder = fileURLToPath(new URL('./snapshots', import.meta.url));
const fonts = createFontBook();

const hd: Size = { width: 1280, height: 720 };
const fullHd: Size = { width: 1920, height: 1080 };
const ultraHd: Size = { width: 3840, height: 2160 };

async function expectSample(name: SampleName, language: 'zh' | 'en', size: Size): Promise<void> {
  const scene = presentOsd(sample(name, language), size);
  const surface = createSurface(size.width, size.height);
  paintScene(surface.context, scene, sceneDamage(null, scene), fonts);
  await expectPicture(surface, { folder, name: `${name}-${language}-${size.height}` });
}

describe.each(['zh', 'en'] as const)('the OSD in %s looks like its picture', (language) => {
  it.each(sampleNames())('%s at 720p', (name) => expectSample(name, language, hd));
  it.each(['sign-in', 'menu-connect'] as const)('%s at 1080p', (name) => expectSample(name, language, fullHd));
});

describe('the OSD looks like its picture', () => {
  it('at 4K', () => expectSample('menu-connect', 'zh', ultraHd));
  it('on a narrow screen', () => expectSample('menu-connect', 'en', { width: 1080, height: 1920 }));
});
