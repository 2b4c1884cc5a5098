import type { CaptureState } from '@seatmatrix/protocol/domain';
import type { Behaviour } from './behaviour.ts';

/** The cable is in and the computer gives nothing: asleep, off, or its other output is the active one. */
export const noSignal: Behaviour<CaptureState> = (state, next) =>
  next(state.type === 'signal' ? { type: 'no-signal' } : state);
