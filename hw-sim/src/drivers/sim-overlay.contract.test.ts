import { type OverlayBench, overlayContract } from '@seatmatrix/firmware-agent/drivers/contract';
import { describe, expect, it } from 'vitest';
import { Monitor } from '../physical/monitor.ts';
import { SimOverlay } from './sim-overlay.ts';

overlayContract('hw-sim', openBench);

describe('a simulated overlay', () => {
  it('shows a damage that was told too small as what it is', () => {
    const monitor = new Monitor({ name: 'Bench', mode });
    const overlay = new SimOverlay(monitor);
    const scene = (fill: string) => ({ width: 640, height: 360, nodes: [{ ...panel, fill }] });
    overlay.present(scene('#ff0000'), [{ x: 0, y: 0, width: 640, height: 360 }]);
    monitor.screenshot();
    overlay.present(scene('#00ff00'), [{ x: 0, y: 0, width: 50, height: 50 }]);
    const { data, width } = monitor.screenshot();
    const at = (x: number, y: number) => [...data.subarray((y * width + x) * 4, (y * width + x) * 4 + 3)];
    expect(at(10, 10)).toEqual([0, 255, 0]);
    expect(at(90, 90)).toEqual([255, 0, 0]);
  });
});

const mode = { width: 640, height: 360, rate: 60 };
const panel = {
  type: 'panel',
  box: { x: 0, y: 0, width: 100, height: 100 },
  stroke: null,
  strokeWidth: 0,
  radius: 0,
} as const;

async function openBench(): Promise<OverlayBench> {
  const monitor = new Monitor({ name: 'Bench', mode });
  const driver = new SimOverlay(monitor);
  return {
    driver,
    settle: async () => undefined,
    resize: (size) => monitor.exchange({ mode: { ...size, rate: 60 }, edid: monitor.edid }),
    async colourAt({ x, y }) {
      const surface = driver.surface();
      const [red = 0, green = 0, blue = 0, alpha = 0] = surface?.readPixels({ x, y, width: 1, height: 1 }) ?? [];
      if (alpha === 0) return null;
      return `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`;
    },
    [Symbol.asyncDispose]: () => driver[Symbol.asyncDispose](),
  };
}
