import { osdVisible } from '../machine/osd-presence.ts';
import type { OsdState } from '../machine/osd-state.ts';
import { osdView } from '../machine/osd-view.ts';
import { bannerScene, identifyScene } from './banner-scene.ts';
import { pendingScene, standbyScene, waitingScene } from './card-scene.ts';
import { designSize, type Size, scaleScene } from './layout.ts';
import { menuScene } from './menu-scene.ts';
import { type Presentation, presentationIn } from './nodes.ts';
import type { Scene, SceneNode } from './scene.ts';
import { signInScene } from './sign-in-scene.ts';

/** What the overlay shows, in real pixels; null: nothing, the picture alone. No password is ever in it. */
export function presentOsd(state: OsdState, size: Size): Scene | null {
  if (!osdVisible(state)) return null;
  const as = presentationIn(state.settings.language);
  const { textSize } = state.settings;
  const design = designSize(size, textSize);
  const nodes = [
    ...screen(state, as, design),
    ...menuScene(state, as, design),
    ...bannerScene(state, as, design),
    ...identifyScene(state, design),
  ];
  return scaleScene(nodes, { size, textSize });
}

function screen(state: OsdState, as: Presentation, size: Size): SceneNode[] {
  switch (osdView(state)) {
    case 'waiting':
      return waitingScene(state, as, size);
    case 'pending':
      return pendingScene(state, as, size);
    case 'sign-in':
      return signInScene(state, as, size);
    case 'standby':
      return standbyScene(state, as, size);
    case 'watching':
    case 'picture':
      return [];
  }
}
