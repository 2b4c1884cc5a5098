import type { Usage } from '@seatmatrix/protocol/domain';
import type { Step, Stepped } from '@seatmatrix/protocol/kernel';
import type { InputRouterInput } from '../input/input-router.ts';

/** Who has keys for this display: its own devices, or a neighbour of the seat whose focus is here. */
export type InputSource = string;

export const OWN_DEVICES: InputSource = 'own';

export interface InputSources {
  /** Whose keys the display hears. */
  readonly active: InputSource | null;
  /** Each that has its focus here, with what it holds; null until it has said so. */
  readonly focused: ReadonlyMap<InputSource, readonly Usage[] | null>;
}

type SourceMessage = Extract<InputRouterInput, { readonly type: 'focus' | 'input' }>;

export interface InputSourcesInput {
  readonly source: InputSource;
  readonly message: SourceMessage;
}

/** A display on its own hears its own devices from the start. */
export const OWN_SOURCE: InputSources = { active: OWN_DEVICES, focused: new Map([[OWN_DEVICES, []]]) };

/**
 * Lets one source at a time speak to the router, since each says its whole pressed set: the newest input wins, and what
 * the other holds goes up.
 */
export const inputSourcesStep: Step<InputSources, InputSourcesInput, SourceMessage> = (state, { source, message }) => {
  if (message.type === 'input') return takeInput(state, { source, message });
  const { focused: has, at } = message;
  const focused = new Map(state.focused);
  if (has) {
    focused.set(source, null);
    const speaks = state.active === null || state.active === source;
    return speaks ? { state: { active: source, focused }, out: [message] } : { state: { ...state, focused }, out: [] };
  }
  focused.delete(source);
  if (state.active !== source) return { state: { ...state, focused }, out: [] };
  const [next] = focused.keys();
  if (next === undefined) return { state: { active: null, focused }, out: [message] };
  return { state: { active: next, focused }, out: [message, ...entering({ ...state, focused }, { source: next, at })] };
};

function takeInput(
  state: InputSources,
  { source, message }: { readonly source: InputSource; readonly message: Extract<SourceMessage, { type: 'input' }> },
): Stepped<InputSources, SourceMessage> {
  if (!state.focused.has(source)) return { state, out: [] };
  const { at, keys } = message;
  const next: InputSources = { active: source, focused: new Map(state.focused).set(source, keys) };
  if (state.active === source) return { state: next, out: [message] };
  const leaving: readonly SourceMessage[] = state.active === null ? [] : [{ type: 'focus', focused: false, at }];
  return { state: next, out: [...leaving, ...entering(state, { source, at }), message] };
}

/** The router takes the first input after a focus for what was held already, so what was known is said first. */
function entering(
  state: InputSources,
  { source, at }: { readonly source: InputSource; readonly at: SourceMessage['at'] },
): readonly SourceMessage[] {
  const held = state.focused.get(source) ?? null;
  const focus: SourceMessage = { type: 'focus', focused: true, at };
  return held === null ? [focus] : [focus, { type: 'input', keys: held, pointer: null, at }];
}
