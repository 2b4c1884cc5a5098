import { after, type Instant, milliseconds, type Stepped, unreachable } from '@seatmatrix/protocol/kernel';

/** One receiver of the group, by its peer link. */
export type MemberName = string;

/**
 * The viewers that share one protected stream, and its key epochs. Every change of the members begins an epoch that only
 * the present members are told. It is sent with once all of them have taken it: a packet that is there before its key
 * is lost. Whoever does not answer is not waited for, since who left must not read on.
 */
export interface ViewerGroup {
  readonly members: ReadonlySet<MemberName>;
  /** What is sent with now; null while nobody watches. */
  readonly current: number | null;
  readonly pending: PendingEpoch | null;
  /** Given out so far; the next is one higher. */
  readonly epochs: number;
}

interface PendingEpoch {
  readonly epoch: number;
  /** Who has not yet taken it. */
  readonly waiting: ReadonlySet<MemberName>;
  readonly until: Instant;
}

export type ViewerGroupInput =
  | { readonly type: 'join'; readonly member: MemberName; readonly at: Instant }
  | { readonly type: 'leave'; readonly member: MemberName; readonly at: Instant }
  | { readonly type: 'taken'; readonly member: MemberName; readonly epoch: number; readonly at: Instant }
  | { readonly type: 'tick'; readonly at: Instant };

export type ViewerGroupOut =
  /** Make keys for this epoch. */
  | { readonly type: 'make'; readonly epoch: number }
  | { readonly type: 'tell'; readonly epoch: number; readonly member: MemberName }
  /** Send with it from now on, beginning with a key frame. */
  | { readonly type: 'use'; readonly epoch: number }
  /** Its keys are needed no more. */
  | { readonly type: 'forget'; readonly epoch: number };

/** A key takes one way on a link that is up: a tenth of this on any network that carries a picture. */
export const TAKING_LIMIT = milliseconds(250);

export const EMPTY_GROUP: ViewerGroup = { members: new Set(), current: null, pending: null, epochs: 0 };

type Grouped = Stepped<ViewerGroup, ViewerGroupOut>;

export function viewerGroupStep(state: ViewerGroup, input: ViewerGroupInput): Grouped {
  switch (input.type) {
    case 'join': {
      if (state.members.has(input.member)) return { state, out: [] };
      return begin({ ...state, members: new Set(state.members).add(input.member) }, input.at);
    }
    case 'leave': {
      if (!state.members.has(input.member)) return { state, out: [] };
      const members = new Set(state.members);
      members.delete(input.member);
      return begin({ ...state, members }, input.at);
    }
    case 'taken': {
      const { pending } = state;
      if (pending === null || pending.epoch !== input.epoch) return { state, out: [] };
      const waiting = new Set(pending.waiting);
      waiting.delete(input.member);
      return waiting.size === 0
        ? use(state, pending)
        : { state: { ...state, pending: { ...pending, waiting } }, out: [] };
    }
    case 'tick':
      return state.pending !== null && input.at >= state.pending.until ? use(state, state.pending) : { state, out: [] };
    default:
      return unreachable(input);
  }
}

export const viewerGroupDue = (state: ViewerGroup): Instant | null => state.pending?.until ?? null;

function begin(state: ViewerGroup, at: Instant): Grouped {
  const out: ViewerGroupOut[] = state.pending === null ? [] : [{ type: 'forget', epoch: state.pending.epoch }];
  if (state.members.size === 0) {
    if (state.current !== null) out.push({ type: 'forget', epoch: state.current });
    return { state: { ...state, current: null, pending: null }, out };
  }
  const epoch = state.epochs + 1;
  out.push({ type: 'make', epoch });
  for (const member of state.members) out.push({ type: 'tell', epoch, member });
  // A change while another is under way must not put the first one off for ever: a group that many join and leave
  // would go on with keys that somebody who left still has.
  const until = state.pending?.until ?? after(at, TAKING_LIMIT);
  return { state: { ...state, epochs: epoch, pending: { epoch, waiting: state.members, until } }, out };
}

function use(state: ViewerGroup, { epoch }: PendingEpoch): Grouped {
  const out: ViewerGroupOut[] = [{ type: 'use', epoch }];
  if (state.current !== null) out.push({ type: 'forget', epoch: state.current });
  return { state: { ...state, current: epoch, pending: null }, out };
}
