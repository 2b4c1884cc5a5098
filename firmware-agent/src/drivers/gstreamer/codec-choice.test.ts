import { describe, expect, it } from 'vitest';
import { chooseDecoder, chooseEncoder, type ElementProbe } from './codec-choice.ts';

/** A machine with these elements, of which those with a ! do not open. */
function machine(...elements: readonly string[]): ElementProbe {
  return {
    exists: (element) => elements.includes(element) || elements.includes(`${element}!`),
    opens: (element) => elements.includes(element),
  };
}

describe('the choice of an encoder', () => {
  it.each([
    ['x264enc without a chip', ['x264enc', 'openh264enc'], '4:2:0', 'x264enc: no hardware encoder was found'],
    ['VA-API where it opens', ['vah264enc', 'x264enc'], '4:2:0', 'vah264enc: a hardware encoder'],
    ['Rockchip before V4L2', ['mpph264enc', 'v4l2h264enc', 'x264enc'], '4:2:0', 'mpph264enc: a hardware encoder'],
    [
      'what opens',
      ['vah264enc!', 'v4l2h264enc!', 'x264enc'],
      '4:2:0',
      'x264enc: vah264enc does not open, v4l2h264enc does not open',
    ],
    ['what can do the chroma', ['vah264enc', 'x264enc'], '4:4:4', 'x264enc: vah264enc has no 4:4:4'],
    ['openh264enc as the last', ['openh264enc'], '4:2:0', 'openh264enc: no hardware encoder was found'],
  ] as const)('takes %s', (_, elements, chroma, engine) => {
    expect(chooseEncoder(machine(...elements), chroma)).toEqual({ element: engine.split(':')[0], engine });
  });

  it('finds none where there is none', () => {
    expect(chooseEncoder(machine(), '4:2:0')).toBeNull();
    expect(chooseEncoder(machine('openh264enc'), '4:4:4')).toBeNull();
  });
});

describe('the choice of a decoder', () => {
  it('takes the chip, and software for the chroma that the chip lacks', () => {
    const probe = machine('vah264dec', 'avdec_h264');
    expect(chooseDecoder(probe, '4:4:4')?.engine).toBe('avdec_h264: vah264dec has no 4:4:4');
    expect(chooseDecoder(probe, '4:2:0')?.element).toBe('vah264dec');
  });
});
