import {
  DEFAULT_BOX_SETTINGS,
  type KeyEdge,
  type OsdFunction,
  type PointerInput,
  type Usage,
} from '@seatmatrix/protocol/domain';
import { between, type Instant, type Step, type Stepped, seconds, unreachable } from '@seatmatrix/protocol/kernel';
import { type HotkeySettings, type HotkeyState, hotkeyStep, NO_TAPS } from './hotkey-recogniser.ts';
import { type HotkeyTyping, startTyping, typeNext } from './hotkey-typing.ts';
import { keyEdges, sameKeys } from './pressed-keys.ts';
import type { InputRouterInput, InputRouterOut, RouterRoute } from './router-message.ts';

export type { InputRouterInput, InputRouterOut, RouterRoute } from './router-message.ts';

/** Who got a key's key-down and therefore gets its key-up. Nobody: it is invisible until it is pressed anew. */
type KeyOwner = 'computer' | 'osd' | 'nobody';

export interface InputRouterState {
  readonly settings: HotkeySettings;
  readonly route: RouterRoute | null;
  readonly capturing: boolean;
  readonly visible: boolean;
  readonly focus: 'none' | 'new' | 'held';
  /** The focus came unasked and the operator has not shown yet that he knows: when he was last seen typing on. */
  readonly unasked: Instant | null;
  /** Every key that is physically down, in the order of pressing. */
  readonly keys: ReadonlyMap<Usage, KeyOwner>;
  /** Physically held. */
  readonly buttons: number;
  /** Those of them that were pressed while the computer listened. */
  readonly passedButtons: number;
  readonly hotkey: HotkeyState;
  readonly typing: HotkeyTyping | null;
  /** `send-hotkey` came during a capture. */
  readonly typingWanted: boolean;
}

/** A display on its own has its keyboard from the start. */
export const INITIAL_ROUTER: InputRouterState = {
  settings: DEFAULT_BOX_SETTINGS,
  route: null,
  capturing: false,
  visible: false,
  focus: 'held',
  unasked: null,
  keys: new Map(),
  buttons: 0,
  passedButtons: 0,
  hotkey: NO_TAPS,
  typing: null,
  typingWanted: false,
};

type Routed = Stepped<InputRouterState, InputRouterOut>;

/**
 * Decides who gets each key: the computer, the OSD, or nobody.
 *
 * - A key-up goes where its key-down went, or was covered by an all-up and is swallowed.
 * - A capture, a switch and a loss of focus send all-up to the computer first; what is still held then stays invisible
 *   to every computer until it is pressed anew.
 * - Nothing reaches a computer while the OSD captures, in mode `view`, without a route, or where the focus came unasked;
 *   the hotkey works all the same.
 */
export const routerStep: Step<InputRouterState, InputRouterInput, InputRouterOut> = (state, input) => {
  switch (input.type) {
    case 'input':
      if (state.focus === 'none') return { state, out: [] };
      return state.focus === 'new' ? takeHeld(state, input) : takeInput(state, input);
    case 'focus':
      return takeFocus(state, input);
    case 'route':
      return takeRoute(state, input.route);
    case 'osd':
      return takeOsd(state, input);
    case 'settings':
      return { state: { ...state, settings: input.settings, hotkey: NO_TAPS }, out: [] };
    case 'send-hotkey':
      return typeHotkey(state, input.at);
    case 'tick':
      return continueTyping(state, input.at);
    default:
      return unreachable(input);
  }
};

/** Whether the computer has a key or a button down: then its transmitter wants to hear `held` (see SILENCE_LIMIT). */
export const computerHolds = (state: InputRouterState): boolean =>
  state.passedButtons !== 0 || computerKeys(state).length > 0;

/** Nobody who types blindly on pauses for so long. */
const NOTICED = seconds(1.5);

const NO_POINTER: PointerInput = { buttons: 0, position: null, movement: null, wheel: 0, tilt: 0 };

const passes = (state: InputRouterState): boolean =>
  !state.capturing && state.unasked === null && state.route?.mode === 'shared';

function computerKeys(state: InputRouterState): readonly Usage[] {
  const keys = [...state.keys].filter(([, owner]) => owner === 'computer').map(([key]) => key);
  const typed = state.typing?.pressed ?? null;
  return typed === null || keys.includes(typed) ? keys : [...keys, typed];
}

/** The message that brings the computer from what it had before to what it has now; none when nothing changed. */
function tellComputer(
  { before, now }: { readonly before: InputRouterState; readonly now: InputRouterState },
  pointer: PointerInput | null,
): readonly InputRouterOut[] {
  if (now.route === null || !passes(now)) return [];
  const keys = computerKeys(now);
  if (pointer === null && sameKeys(keys, computerKeys(before))) return [];
  return [{ type: 'computer', route: now.route, keys, pointer }];
}

/** All-up to the computer, where it listened. What is still held belongs to nobody from now on. */
function release(state: InputRouterState): Routed {
  const keys = new Map([...state.keys].map(([key, owner]) => [key, owner === 'computer' ? 'nobody' : owner] as const));
  const out: readonly InputRouterOut[] =
    state.route !== null && passes(state)
      ? [{ type: 'computer', route: state.route, keys: [], pointer: NO_POINTER }]
      : [];
  return { state: { ...state, keys, passedButtons: 0, typing: null }, out };
}

function takeInput(
  state: InputRouterState,
  {
    keys,
    pointer,
    at,
  }: { readonly keys: readonly Usage[]; readonly pointer: PointerInput | null; readonly at: Instant },
): Routed {
  const noticed = pointer !== null || state.unasked === null || between(state.unasked, at) >= NOTICED;
  let now: InputRouterState = { ...state, unasked: noticed ? null : at };
  const out: InputRouterOut[] = [];
  for (const edge of keyEdges(state.keys.keys(), keys)) {
    const stepped = edge.pressed ? takeDown(now, { edge, at }) : takeUp(now, { edge, at });
    now = stepped.state;
    out.push(...stepped.out);
  }
  const passed = pointer === null ? null : takePointer(now, pointer);
  if (passed !== null) now = passed.state;
  return { state: now, out: [...out, ...tellComputer({ before: state, now }, passed?.pointer ?? null)] };
}

interface TimedEdge {
  readonly edge: KeyEdge;
  readonly at: Instant;
}

function takeDown(state: InputRouterState, timed: TimedEdge): Routed {
  const { key } = timed.edge;
  if (state.capturing) {
    const keys = new Map(state.keys).set(key, 'osd');
    return { state: { ...state, keys }, out: [{ type: 'osd-key', edge: timed.edge, held: new Set(keys.keys()) }] };
  }
  const recognised = recognise(state, timed);
  if (recognised.fired !== null) {
    // Release-all is due whether or not other keys are held: a capture begins, and all-up is never wrong.
    const released = release({ ...recognised.state, keys: new Map(state.keys).set(key, 'nobody') });
    return {
      state: { ...released.state, capturing: true, visible: true },
      out: [...released.out, { type: 'osd-open', function: recognised.fired }],
    };
  }
  const keys = new Map(state.keys).set(key, passes(state) ? 'computer' : 'nobody');
  return { state: { ...recognised.state, keys }, out: state.visible ? [{ type: 'osd-passed' }] : [] };
}

function takeUp(state: InputRouterState, timed: TimedEdge): Routed {
  const keys = new Map(state.keys);
  const owner = keys.get(timed.edge.key);
  keys.delete(timed.edge.key);
  if (!state.capturing) return { state: { ...recognise(state, timed).state, keys }, out: [] };
  const told: readonly InputRouterOut[] =
    owner === 'osd' ? [{ type: 'osd-key', edge: timed.edge, held: new Set(keys.keys()) }] : [];
  return { state: { ...state, keys }, out: told };
}

function recognise(
  state: InputRouterState,
  { edge, at }: TimedEdge,
): { readonly state: InputRouterState; readonly fired: OsdFunction | null } {
  const { settings, buttons } = state;
  const othersHeld = computerKeys(state).some((key) => key !== edge.key);
  const stepped = hotkeyStep(state.hotkey, { type: 'edge', edge, othersHeld, buttons, settings, at });
  const fired = stepped.out.find((verdict) => verdict.type === 'fired');
  return { state: { ...state, hotkey: stepped.state }, fired: fired?.function ?? null };
}

function takePointer(
  state: InputRouterState,
  pointer: PointerInput,
): { readonly state: InputRouterState; readonly pointer: PointerInput | null } {
  const pressed = pointer.buttons & ~state.buttons;
  const passedButtons = (state.passedButtons & pointer.buttons) | (passes(state) ? pressed : 0);
  const hotkey = pointer.buttons === state.buttons ? state.hotkey : hotkeyStep(state.hotkey, { type: 'button' }).state;
  return {
    state: { ...state, buttons: pointer.buttons, passedButtons, hotkey },
    pointer: passes(state) ? { ...pointer, buttons: passedButtons } : null,
  };
}

function takeHeld(
  state: InputRouterState,
  { keys, pointer }: { readonly keys: readonly Usage[]; readonly pointer: PointerInput | null },
): Routed {
  const now: InputRouterState = {
    ...state,
    focus: 'held',
    keys: new Map(keys.map((key) => [key, 'nobody'])),
    buttons: pointer?.buttons ?? 0,
  };
  return { state: now, out: tellComputer({ before: now, now }, pointer === null ? null : { ...pointer, buttons: 0 }) };
}

function takeFocus(
  state: InputRouterState,
  { focused, unasked = false, at }: Extract<InputRouterInput, { readonly type: 'focus' }>,
): Routed {
  const released = release(state);
  const out: InputRouterOut[] = [...released.out];
  const keys = new Map(state.keys);
  for (const [key, owner] of state.keys) {
    keys.delete(key);
    if (!state.capturing || owner !== 'osd') continue;
    out.push({ type: 'osd-key', edge: { key, pressed: false }, held: new Set(keys.keys()) });
  }
  return {
    state: {
      ...released.state,
      keys,
      buttons: 0,
      hotkey: NO_TAPS,
      focus: focused ? 'new' : 'none',
      unasked: unasked ? at : null,
    },
    out,
  };
}

function takeRoute(state: InputRouterState, route: RouterRoute | null): Routed {
  if (sameRoute(state.route, route)) return { state, out: [] };
  const released = release(state);
  return { state: { ...released.state, route, typingWanted: false }, out: released.out };
}

function sameRoute(one: RouterRoute | null, other: RouterRoute | null): boolean {
  if (one === null || other === null) return one === other;
  return one.id === other.id && one.generation === other.generation && one.mode === other.mode;
}

function takeOsd(
  state: InputRouterState,
  { capturing, visible, at }: { readonly capturing: boolean; readonly visible: boolean; readonly at: Instant },
): Routed {
  if (capturing === state.capturing) return { state: { ...state, visible }, out: [] };
  if (capturing) {
    const released = release(state);
    return { state: { ...released.state, capturing, visible, hotkey: NO_TAPS }, out: released.out };
  }
  // What the OSD saw go down (the Enter that connected) is still held by a finger, and no computer's business.
  const keys = new Map([...state.keys.keys()].map((key) => [key, 'nobody'] as const));
  const now = { ...state, capturing, visible, keys, unasked: null, hotkey: NO_TAPS };
  return state.typingWanted ? typeHotkey(now, at) : { state: now, out: [] };
}

function typeHotkey(state: InputRouterState, at: Instant): Routed {
  if (state.capturing) return { state: { ...state, typingWanted: true }, out: [] };
  const now = { ...state, typingWanted: false };
  return passes(now) ? stepTyping(now, startTyping(now.settings.hotkey, at)) : { state: now, out: [] };
}

function continueTyping(state: InputRouterState, at: Instant): Routed {
  if (state.typing === null || at < state.typing.next) return { state, out: [] };
  return stepTyping(state, typeNext(state.typing, at));
}

function stepTyping(state: InputRouterState, typing: HotkeyTyping | null): Routed {
  const now = { ...state, typing };
  const wake: readonly InputRouterOut[] = typing === null ? [] : [{ type: 'wake', at: typing.next }];
  return { state: now, out: [...tellComputer({ before: state, now }, null), ...wake] };
}
