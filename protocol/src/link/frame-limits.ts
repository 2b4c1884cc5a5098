import {
  CONSOLE_INPUT_MAX,
  CONSOLE_OUTPUT_MAX,
  CONTROL_FRAME_MAX,
  MEDIA_FRAME_MAX,
  PEER_FRAME_MAX,
  PREVIEW_FRAME_MAX,
  PREVIEW_REQUEST_MAX,
} from '../wire/index.ts';
import type { LinkPath } from './network.ts';

/** The largest frame that the side which listens takes on each path. */
export const LISTENER_FRAME_MAX: Readonly<Record<LinkPath, number>> = {
  '/control': CONTROL_FRAME_MAX,
  '/preview': PREVIEW_FRAME_MAX,
  '/peer': PEER_FRAME_MAX,
  // A receiver says the ticket and nothing else; pictures go the other way.
  '/media': PEER_FRAME_MAX,
  '/console': CONSOLE_INPUT_MAX,
};

/** The largest frame that the side which dials takes on each path. */
export const DIALLER_FRAME_MAX: Readonly<Record<LinkPath, number>> = {
  '/control': CONTROL_FRAME_MAX,
  '/preview': PREVIEW_REQUEST_MAX,
  '/peer': PEER_FRAME_MAX,
  '/media': MEDIA_FRAME_MAX,
  '/console': CONSOLE_OUTPUT_MAX,
};
