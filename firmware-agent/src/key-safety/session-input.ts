import {
  type AccessMode,
  type Fingerprint,
  type Generation,
  type KeyboardLeds,
  LEDS_OFF,
  type PointerInput,
  type SourceSettings,
  type Usage,
} from '@seatmatrix/protocol/domain';
import {
  after,
  between,
  type Instant,
  instant,
  type Step,
  type Stepped,
  unreachable,
} from '@seatmatrix/protocol/kernel';
import { pressedInOrder } from '../input/pressed-keys.ts';
import { SILENCE_LIMIT, STALL_GRACE } from './deadlines.ts';
import {
  choosePointer,
  GADGET_AT_REST,
  type GadgetReport,
  type GadgetState,
  restGadget,
  writeGadget,
} from './gadget-state.ts';

/** Names one peer link inside this process. A link that is dialled again has another one. */
export type LinkName = string;

export type SessionInput =
  /** A route's link is up. Sessions of the same receiver that are not newer end; if one is newer, this link does. */
  | {
      readonly type: 'open';
      readonly link: LinkName;
      readonly receiver: Fingerprint;
      readonly generation: Generation;
      readonly mode: AccessMode;
      readonly at: Instant;
    }
  | {
      readonly type: 'input';
      readonly link: LinkName;
      readonly sequence: number;
      readonly keys: readonly Usage[];
      readonly pointer: PointerInput | null;
      readonly at: Instant;
    }
  /** `held`, or any other message but `input`. */
  | { readonly type: 'heard'; readonly link: LinkName; readonly at: Instant }
  /** The plan changed what this link may do. */
  | { readonly type: 'mode'; readonly link: LinkName; readonly mode: AccessMode; readonly at: Instant }
  /** The plan chose the mouse that the computer gets. Buttons that are held go up, and count again when they are said. */
  | { readonly type: 'pointer'; readonly pointer: SourceSettings['pointer']; readonly at: Instant }
  /** The link closed, or its route ended. */
  | { readonly type: 'close'; readonly link: LinkName; readonly at: Instant }
  /** The computer's LEDs changed. */
  | { readonly type: 'leds'; readonly leds: KeyboardLeds; readonly at: Instant }
  /** The agent starts, or the computer enumerated the gadget anew: nobody holds anything. */
  | { readonly type: 'reset'; readonly at: Instant }
  /** The agent stops: every session ends. */
  | { readonly type: 'stop'; readonly at: Instant }
  | { readonly type: 'tick'; readonly at: Instant };

export type SessionOut =
  | GadgetReport
  | { readonly type: 'leds'; readonly link: LinkName; readonly leds: KeyboardLeds }
  /** A newer link of the same receiver took its place: close it with `replaced`. */
  | { readonly type: 'replaced'; readonly link: LinkName }
  /** Its keys were released because it fell silent. It lives on: the next whole set that it says counts again. */
  | { readonly type: 'silent'; readonly link: LinkName }
  /** A `tick` is wanted at this instant. */
  | { readonly type: 'wake'; readonly at: Instant };

export interface Session {
  readonly receiver: Fingerprint;
  readonly generation: Generation;
  readonly mode: AccessMode;
  readonly keys: readonly Usage[];
  readonly buttons: number;
  /** Of its last input; -1 before the first. */
  readonly sequence: number;
  readonly heard: Instant;
}

export interface SessionInputState {
  readonly sessions: ReadonlyMap<LinkName, Session>;
  /** Holds what at least one session holds. */
  readonly gadget: GadgetState;
  readonly leds: KeyboardLeds;
  /** Inputs whose number did not rise. */
  readonly replayed: number;
  readonly waking: Instant | null;
}

export const NO_SESSIONS: SessionInputState = {
  sessions: new Map(),
  gadget: GADGET_AT_REST,
  leds: LEDS_OFF,
  replayed: 0,
  waking: null,
};

type Served = Stepped<SessionInputState, SessionOut>;

/**
 * The transmitter's keyboard and pointer: one pressed set a session, their union at the computer.
 *
 * A session's set is dropped when its link closes, its route ends or becomes `view`, a newer link of its receiver opens,
 * the agent starts or stops, or it holds something and says nothing for SILENCE_LIMIT; the other sessions' keys stay
 * down. Reports are written only when they change something.
 */
export const sessionStep: Step<SessionInputState, SessionInput, SessionOut> = (state, input) => {
  switch (input.type) {
    case 'open':
      return open(state, input);
    case 'input':
      return takeInput(state, input);
    case 'heard':
      return change(state, { link: input.link, to: { heard: input.at } });
    case 'mode':
      return setMode(state, input);
    case 'pointer':
      return setPointer(state, input.pointer);
    case 'close':
      return serve(state, { sessions: without(state.sessions, [input.link]) });
    case 'leds':
      return { state: { ...state, leds: input.leds }, out: ledsFor(state.sessions, input.leds) };
    case 'reset':
      return rest(state, withoutHeld(state.sessions, [...state.sessions.keys()]));
    case 'stop':
      return rest(state, new Map());
    case 'tick':
      return judgeSilence(state, input.at);
    default:
      return unreachable(input);
  }
};

/** Whether the session may type and is therefore told the computer's LEDs: lock state is the computer's data. */
const mayType = (session: Session): boolean => session.mode === 'shared';

const holds = (session: Session): boolean => session.keys.length > 0 || session.buttons !== 0;

function without(sessions: SessionInputState['sessions'], links: readonly LinkName[]): Map<LinkName, Session> {
  const rest = new Map(sessions);
  for (const link of links) rest.delete(link);
  return rest;
}

function ledsFor(sessions: SessionInputState['sessions'], leds: KeyboardLeds): readonly SessionOut[] {
  return [...sessions].filter(([, session]) => mayType(session)).map(([link]) => ({ type: 'leds', link, leds }));
}

function open(
  state: SessionInputState,
  {
    link,
    receiver,
    generation,
    mode,
    at,
  }: {
    readonly link: LinkName;
    readonly receiver: Fingerprint;
    readonly generation: Generation;
    readonly mode: AccessMode;
    readonly at: Instant;
  },
): Served {
  const others = [...state.sessions].filter(([, session]) => session.receiver === receiver);
  if (others.some(([, session]) => session.generation > generation)) {
    return { state, out: [{ type: 'replaced', link }] };
  }
  const ended = others.map(([other]) => other);
  const session: Session = { receiver, generation, mode, keys: [], buttons: 0, sequence: -1, heard: at };
  const served = serve(state, { sessions: without(state.sessions, ended).set(link, session) });
  const replaced = ended.filter((other) => other !== link).map((other) => ({ type: 'replaced', link: other }) as const);
  const leds = mayType(session) ? [{ type: 'leds', link, leds: state.leds } as const] : [];
  return { state: served.state, out: [...served.out, ...replaced, ...leds] };
}

function takeInput(
  state: SessionInputState,
  {
    link,
    sequence,
    keys,
    pointer,
    at,
  }: {
    readonly link: LinkName;
    readonly sequence: number;
    readonly keys: readonly Usage[];
    readonly pointer: PointerInput | null;
    readonly at: Instant;
  },
): Served {
  const session = state.sessions.get(link);
  if (session === undefined) return { state, out: [] };
  if (sequence <= session.sequence) return { state: { ...state, replayed: state.replayed + 1 }, out: [] };
  const heard = { sequence, heard: at };
  if (!mayType(session)) return change(state, { link, to: heard });
  const buttons = pointer === null ? session.buttons : pointer.buttons;
  const sessions = new Map(state.sessions).set(link, { ...session, ...heard, keys, buttons });
  return serve(state, { sessions, moved: pointer });
}

function change(
  state: SessionInputState,
  { link, to }: { readonly link: LinkName; readonly to: Partial<Session> },
): Served {
  const session = state.sessions.get(link);
  if (session === undefined) return { state, out: [] };
  return serve(state, { sessions: new Map(state.sessions).set(link, { ...session, ...to }) });
}

function setMode(
  state: SessionInputState,
  { link, mode }: { readonly link: LinkName; readonly mode: AccessMode },
): Served {
  const session = state.sessions.get(link);
  if (session === undefined || session.mode === mode) return { state, out: [] };
  const served = change(state, { link, to: { mode, keys: [], buttons: 0 } });
  if (mode === 'view') return served;
  return { state: served.state, out: [...served.out, { type: 'leds', link, leds: state.leds }] };
}

function setPointer(state: SessionInputState, pointer: SourceSettings['pointer']): Served {
  if (pointer === state.gadget.pointer) return { state, out: [] };
  const chosen = choosePointer(state.gadget, pointer);
  const sessions = new Map([...state.sessions].map(([link, session]) => [link, { ...session, buttons: 0 }] as const));
  const served = serve({ ...state, gadget: chosen.state }, { sessions });
  return { state: served.state, out: [...chosen.out, ...served.out] };
}

function withoutHeld(sessions: SessionInputState['sessions'], links: readonly LinkName[]): Map<LinkName, Session> {
  const emptied = new Map(sessions);
  for (const link of links) {
    const session = emptied.get(link);
    if (session !== undefined) emptied.set(link, { ...session, keys: [], buttons: 0 });
  }
  return emptied;
}

function judgeSilence(state: SessionInputState, at: Instant): Served {
  if (state.waking === null || at < state.waking) return { state, out: [] };
  if (between(state.waking, at) > STALL_GRACE) {
    const waking = after(at, STALL_GRACE);
    return { state: { ...state, waking }, out: [{ type: 'wake', at: waking }] };
  }
  const silent = [...state.sessions]
    .filter(([, session]) => holds(session) && between(session.heard, at) >= SILENCE_LIMIT)
    .map(([link]) => link);
  const served = serve({ ...state, waking: null }, { sessions: withoutHeld(state.sessions, silent) });
  return { state: served.state, out: [...silent.map((link) => ({ type: 'silent', link }) as const), ...served.out] };
}

/** Takes the sessions over, and writes what that changes at the computer. */
function serve(
  state: SessionInputState,
  {
    sessions,
    moved = null,
  }: { readonly sessions: SessionInputState['sessions']; readonly moved?: PointerInput | null },
): Served {
  const pressed = new Set<Usage>();
  let buttons = 0;
  for (const session of sessions.values()) {
    for (const key of session.keys) pressed.add(key);
    buttons |= session.buttons;
  }
  const keys = pressedInOrder(state.gadget.keys, pressed);
  const written = writeGadget(state.gadget, { keys, buttons, moved });
  const woken = watchSilence({ ...state, sessions, gadget: written.state });
  return { state: woken.state, out: [...written.out, ...woken.out] };
}

function rest(state: SessionInputState, sessions: SessionInputState['sessions']): Served {
  const rested = restGadget(state.gadget);
  return { state: { ...state, sessions, gadget: rested.state, waking: null }, out: rested.out };
}

/** One timer for all sessions: it is set when none runs, and looks again when it fires. */
function watchSilence(state: SessionInputState): Served {
  const heard = [...state.sessions.values()].filter(holds).map((session) => session.heard);
  if (heard.length === 0 || state.waking !== null) return { state, out: [] };
  const waking = after(instant(Math.min(...heard)), SILENCE_LIMIT);
  return { state: { ...state, waking }, out: [{ type: 'wake', at: waking }] };
}
