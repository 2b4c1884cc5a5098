/**
 * The one shape of every decision in Seatmatrix: a pure function from a state and an input to the next state and
 * what has to be done about it. Time never comes from a clock inside: it arrives as a field of the input.
 */
export type Step<State, Input, Out> = (state: State, input: Input) => Stepped<State, Out>;

export interface Stepped<State, Out> {
  readonly state: State;
  readonly out: readonly Out[];
}

/** Runs inputs one after the other and gathers everything that came out. */
export function runSteps<State, Input, Out>(
  step: Step<State, Input, Out>,
  run: { readonly state: State; readonly inputs: Iterable<Input> },
): Stepped<State, Out> {
  let state = run.state;
  const out: Out[] = [];
  for (const input of run.inputs) {
    const stepped = step(state, input);
    state = stepped.state;
    out.push(...stepped.out);
  }
  return { state, out };
}
