import type { CaptureState, VideoMode } from '@seatmatrix/protocol/domain';
import type { Behaviour } from './behaviour.ts';

/** The computer sends what the capture chip cannot take, as a gaming monitor's 144 Hz. */
export const unsupportedMode =
  (mode: VideoMode): Behaviour<CaptureState> =>
  (state, next) =>
    next(state.type === 'signal' ? { type: 'unsupported-mode', mode } : state);
