import type { Rectangle, Scene } from '@seatmatrix/osd';
import { sceneDamage } from '@seatmatrix/osd';
import { paintScene } from '@seatmatrix/osd/paint';
import { createPageFonts } from './page-fonts.ts';

export interface PageOverlay {
  /** JSON of a scene; null hides the OSD. */
  show(scene: string | null): void;
}

/** The OSD's plane in the page: the agent's scenes, painted by the OSD's own painter. */
export function createOverlay(canvas: HTMLCanvasElement): PageOverlay {
  const context = canvas.getContext('2d');
  let shown: Scene | null = null;
  const fonts = createPageFonts(() => {
    if (shown !== null) paint(shown, whole(shown));
  });

  const paint = (scene: Scene, damage: readonly Rectangle[]) => {
    if (context === null) return;
    paintScene(context, scene, damage, fonts);
  };

  return {
    show(json) {
      const scene = json === null ? null : (JSON.parse(json) as Scene);
      const before = shown;
      shown = scene;
      if (scene === null) {
        context?.clearRect(0, 0, canvas.width, canvas.height);
        return;
      }
      if (canvas.width !== scene.width || canvas.height !== scene.height) {
        canvas.width = scene.width;
        canvas.height = scene.height;
        paint(scene, whole(scene));
        return;
      }
      paint(scene, before === null ? whole(scene) : sceneDamage(before, scene));
    },
  };
}

const whole = (scene: Scene): readonly Rectangle[] => [{ x: 0, y: 0, width: scene.width, height: scene.height }];
