import {
  encodeAbsolutePointer,
  encodeBootKeyboard,
  encodeConsumerControl,
  encodeWideMouse,
  isConsumer,
  POINTER_MAX,
  type PointerInput,
  type SourceSettings,
  type Usage,
} from '@seatmatrix/protocol/domain';
import type { Stepped } from '@seatmatrix/protocol/kernel';
import { sameKeys } from '../input/pressed-keys.ts';

/** What the computer's keyboard and two pointers hold. */
export interface GadgetState {
  /** In the order of pressing: the boot report carries six beside the modifiers, the first six of these. */
  readonly keys: readonly Usage[];
  readonly buttons: number;
  /** Where the absolute pointer was left. */
  readonly position: { readonly x: number; readonly y: number };
  /** The mouse that the computer gets. A computer adds up the buttons of both: the other one holds none. */
  readonly pointer: SourceSettings['pointer'];
}

export type GadgetReport =
  | { readonly type: 'keyboard'; readonly report: Uint8Array }
  | { readonly type: 'consumer'; readonly report: Uint8Array }
  | { readonly type: 'absolute-pointer'; readonly report: Uint8Array }
  | { readonly type: 'relative-pointer'; readonly report: Uint8Array };

/** The pointer's position is unknown until somebody moves it: the middle offends least. */
export const GADGET_AT_REST: GadgetState = {
  keys: [],
  buttons: 0,
  position: { x: POINTER_MAX >> 1, y: POINTER_MAX >> 1 },
  pointer: 'absolute',
};

/**
 * The reports that make the computer hold these keys and buttons, none when it does, and move as `moved` says: to its
 * position or by its movement, whichever the computer's mouse tells. One without the other moves nothing there.
 */
export function writeGadget(
  state: GadgetState,
  { keys, buttons, moved }: Pick<GadgetState, 'keys' | 'buttons'> & { readonly moved: PointerInput | null },
): Stepped<GadgetState, GadgetReport> {
  const keyboard = keyReports(state.keys, keys);
  const position = moved?.position ?? state.position;
  const now: GadgetState = { ...state, keys, buttons, position };
  const [wheel, tilt] = [moved?.wheel ?? 0, moved?.tilt ?? 0];
  const turned = wheel !== 0 || tilt !== 0;
  if (!goes(state, moved) && !turned && buttons === state.buttons) return { state: now, out: keyboard };
  const report =
    state.pointer === 'absolute'
      ? absoluteReport({ ...position, buttons, wheel, tilt })
      : relativeReport({ dx: 0, dy: 0, ...moved?.movement, buttons, wheel, tilt });
  return { state: now, out: [...keyboard, report] };
}

/** The other mouse from now on. The one before lets go first, or the computer would see its button down for ever. */
export function choosePointer(
  state: GadgetState,
  pointer: SourceSettings['pointer'],
): Stepped<GadgetState, GadgetReport> {
  if (pointer === state.pointer) return { state, out: [] };
  return { state: { ...state, pointer, buttons: 0 }, out: state.buttons === 0 ? [] : [buttonsUp(state)] };
}

/**
 * Every key and button up, whatever the state says: at a start the computer may still hold what a killed agent had
 * pressed, and after enumerating the gadget anew it has forgotten everything.
 */
export function restGadget(state: GadgetState): Stepped<GadgetState, GadgetReport> {
  return {
    state: { ...state, keys: [], buttons: 0 },
    out: [
      keyboardReport([]),
      consumerReport([]),
      buttonsUp({ ...state, pointer: 'absolute' }),
      buttonsUp({ ...state, pointer: 'relative' }),
    ],
  };
}

function goes({ pointer }: GadgetState, moved: PointerInput | null): boolean {
  if (moved === null) return false;
  if (pointer === 'absolute') return moved.position !== null;
  return moved.movement !== null && (moved.movement.dx !== 0 || moved.movement.dy !== 0);
}

const keyboardReport = (keys: readonly Usage[]): GadgetReport => ({
  type: 'keyboard',
  report: encodeBootKeyboard(keys),
});

const consumerReport = (keys: readonly Usage[]): GadgetReport => ({
  type: 'consumer',
  report: encodeConsumerControl(keys),
});

/** One report for each of the two pages whose keys changed. */
function keyReports(before: readonly Usage[], after: readonly Usage[]): readonly GadgetReport[] {
  const of = (keys: readonly Usage[], page: boolean) => keys.filter((key) => isConsumer(key) === page);
  const keyboard = sameKeys(of(before, false), of(after, false)) ? [] : [keyboardReport(after)];
  const consumer = sameKeys(of(before, true), of(after, true)) ? [] : [consumerReport(after)];
  return [...keyboard, ...consumer];
}

const absoluteReport = (pointer: Parameters<typeof encodeAbsolutePointer>[0]): GadgetReport => ({
  type: 'absolute-pointer',
  report: encodeAbsolutePointer(pointer),
});

const relativeReport = (pointer: Parameters<typeof encodeWideMouse>[0]): GadgetReport => ({
  type: 'relative-pointer',
  report: encodeWideMouse(pointer),
});

const buttonsUp = ({ pointer, position }: Pick<GadgetState, 'pointer' | 'position'>): GadgetReport =>
  pointer === 'absolute'
    ? absoluteReport({ ...position, buttons: 0, wheel: 0, tilt: 0 })
    : relativeReport({ dx: 0, dy: 0, buttons: 0, wheel: 0, tilt: 0 });
