import { describe, expect, it } from 'vitest';
import { frameLayout } from './frame-layout.ts';

describe("GStreamer's layout of frames", () => {
  // gst-launch-1.0 videotestsrc num-buffers=1 ! video/x-raw,format=F,width=W,height=H ! filesink, and its size.
  it.each([
    ['I420', 1920, 1080, [1920, 960, 960], 3_110_400],
    ['I420', 1366, 768, [1368, 684, 684], 1_575_936],
    ['I420', 6, 6, [8, 4, 4], 72],
    ['NV12', 1366, 768, [1368, 1368], 1_575_936],
    ['Y444', 1366, 768, [1368, 1368, 1368], 3_151_872],
    ['Y42B', 1366, 768, [1368, 684, 684], 2_101_248],
  ] as const)('%s of %i x %i', (format, width, height, strides, size) => {
    const layout = frameLayout(format, { width, height });
    expect(layout.planes.map(({ stride }) => stride)).toEqual(strides);
    expect(layout.size).toBe(size);
  });
});
