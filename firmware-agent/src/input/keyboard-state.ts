import {
  decodeAbsolutePointer,
  decodeBootKeyboard,
  decodeBootMouse,
  decodeConsumerControl,
  decodeKeyBitmap,
  decodeWideMouse,
  type KeyEdge,
  type PointerInput,
  PRESSED_MAX,
  type Usage,
} from '@seatmatrix/protocol/domain';
import { type Step, type Stepped, unreachable } from '@seatmatrix/protocol/kernel';
import type { HidHostEvent, HidLayout } from '../drivers/index.ts';
import { keyEdges, pressedInOrder } from './pressed-keys.ts';

/** What the desk's keyboards and mice hold, taken together as one keyboard and one pointer. */
export interface KeyboardState {
  readonly devices: ReadonlyMap<string, HeldByDevice>;
  /** Held by at least one device, in the order of pressing. */
  readonly keys: readonly Usage[];
  readonly buttons: number;
  /** Reports that were dropped: roll-over, wrong length, or of a device that is not plugged in. */
  readonly ignored: number;
}

interface HeldByDevice {
  readonly layout: HidLayout;
  readonly keys: ReadonlySet<Usage>;
  readonly buttons: number;
}

export type KeyboardOut =
  /** The whole set after these edges. */
  | { readonly type: 'keys'; readonly edges: readonly KeyEdge[]; readonly keys: readonly Usage[] }
  /** `buttons` are those of all mice together. */
  | { readonly type: 'pointer'; readonly pointer: PointerInput };

export const NO_KEYBOARD: KeyboardState = { devices: new Map(), keys: [], buttons: 0, ignored: 0 };

/**
 * Reads the reports of every device of the desk. A key that two keyboards hold is up when both let go; what is
 * unplugged holds nothing. At most PRESSED_MAX keys count, the first pressed ones.
 */
export const keyboardStep: Step<KeyboardState, HidHostEvent, KeyboardOut> = (state, event) => {
  switch (event.type) {
    case 'attached':
      return hold(state, { id: event.device.id, held: { layout: event.device.layout, keys: NO_KEYS, buttons: 0 } });
    case 'report':
      return takeReport(state, event);
    case 'detached':
      return hold(state, { id: event.device, held: null });
    default:
      return unreachable(event);
  }
};

const NO_KEYS: ReadonlySet<Usage> = new Set();

function takeReport(
  state: KeyboardState,
  { device, bytes }: { readonly device: string; readonly bytes: Uint8Array },
): Stepped<KeyboardState, KeyboardOut> {
  const held = state.devices.get(device);
  if (held === undefined) return ignore(state);
  switch (held.layout) {
    case 'boot-keyboard':
      return takeKeys(state, { id: device, held, keys: decodeBootKeyboard(bytes) });
    case 'key-bitmap':
      return takeKeys(state, { id: device, held, keys: decodeKeyBitmap(bytes) });
    case 'consumer-control':
      return takeKeys(state, { id: device, held, keys: decodeConsumerControl(bytes) });
    case 'boot-mouse':
      return takePointer(state, { id: device, held, pointer: decodeBootMouse(bytes) });
    case 'wide-mouse':
      return takePointer(state, { id: device, held, pointer: decodeWideMouse(bytes) });
    case 'absolute-pointer':
      return takePointer(state, { id: device, held, pointer: decodeAbsolutePointer(bytes) });
    default:
      return unreachable(held.layout);
  }
}

interface From {
  readonly id: string;
  readonly held: HeldByDevice;
}

const takeKeys = (
  state: KeyboardState,
  { id, held, keys }: From & { readonly keys: ReadonlySet<Usage> | null },
): Stepped<KeyboardState, KeyboardOut> =>
  keys === null ? ignore(state) : hold(state, { id, held: { ...held, keys } });

function takePointer(
  state: KeyboardState,
  { id, held, pointer }: From & { readonly pointer: PointerInput | null },
): Stepped<KeyboardState, KeyboardOut> {
  if (pointer === null) return ignore(state);
  const changed = hold(state, { id, held: { ...held, buttons: pointer.buttons } });
  const { buttons } = changed.state;
  if (buttons === state.buttons && isStill(pointer)) return { state: changed.state, out: [] };
  return { state: changed.state, out: [{ type: 'pointer', pointer: { ...pointer, buttons } }] };
}

const ignore = (state: KeyboardState): Stepped<KeyboardState, KeyboardOut> => ({
  state: { ...state, ignored: state.ignored + 1 },
  out: [],
});

const isStill = ({ position, movement, wheel, tilt }: PointerInput): boolean =>
  position === null && wheel === 0 && tilt === 0 && (movement === null || (movement.dx === 0 && movement.dy === 0));

/** Sets what one device holds, or forgets the device, and tells what that changes for all of them together. */
function hold(
  state: KeyboardState,
  { id, held }: { readonly id: string; readonly held: HeldByDevice | null },
): Stepped<KeyboardState, KeyboardOut> {
  const devices = new Map(state.devices);
  if (held === null) devices.delete(id);
  else devices.set(id, held);
  const pressed = new Set<Usage>();
  let buttons = 0;
  for (const device of devices.values()) {
    for (const key of device.keys) pressed.add(key);
    buttons |= device.buttons;
  }
  const keys = pressedInOrder(state.keys, pressed).slice(0, PRESSED_MAX);
  const edges = keyEdges(state.keys, keys);
  const out: KeyboardOut[] = edges.length > 0 ? [{ type: 'keys', edges, keys }] : [];
  if (buttons !== state.buttons) {
    out.push({ type: 'pointer', pointer: { buttons, position: null, movement: null, wheel: 0, tilt: 0 } });
  }
  return { state: { ...state, devices, keys, buttons }, out };
}
