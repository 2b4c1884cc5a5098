import type { Rectangle, Scene } from '@seatmatrix/osd';

export interface OverlaySize {
  readonly width: number;
  readonly height: number;
}

/**
 * The plane above the video that the OSD is drawn on.
 *
 * Contract: `listen` is called once and first tells the size; `present` takes the whole scene and what of it changed
 * since the last one, and returns at once; a scene of null hides the plane and shows the video alone.
 */
export interface Overlay extends AsyncDisposable {
  listen(listener: (event: { readonly type: 'size'; readonly size: OverlaySize }) => void): void;
  present(scene: Scene | null, damage: readonly Rectangle[]): void;
}
