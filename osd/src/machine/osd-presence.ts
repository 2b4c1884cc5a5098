import { banners } from './banners.ts';
import type { OsdState } from './osd-state.ts';
import { osdView } from './osd-view.ts';

/** Whether keys are the OSD's. A menu that lingers after a success takes none: they are the new computer's. */
export function osdCapturesKeys(state: OsdState): boolean {
  switch (osdView(state)) {
    case 'waiting':
    case 'pending':
    case 'sign-in':
    case 'watching':
      return true;
    case 'standby':
    case 'picture':
      return state.menu !== null && state.menu.lingersUntil === null;
  }
}

/** Whether anything of the OSD is on the display: what captures always is. */
export function osdVisible(state: OsdState): boolean {
  return (
    osdView(state) !== 'picture' ||
    state.menu !== null ||
    state.announcements.identifyUntil !== null ||
    banners(state).length > 0
  );
}
