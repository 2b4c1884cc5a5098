import type {
  CommandRefusal,
  DeskNotice,
  Device,
  DeviceKey,
  OsdFunction,
  RouteBasis,
} from '@seatmatrix/protocol/domain';
import { after, seconds } from '@seatmatrix/protocol/kernel';
import { type Decision, decide, type TargetDecision } from './decision.ts';
import type { Draft } from './draft.ts';
import type { Asker, Attempt, PendingCommand, PendingTarget, Placement } from './matrix-state.ts';
import { hasRoom, isInPlace, isOnline, mayShow, sessionAt, trustedSessionAt } from './placement.ts';

/** No picture within this of the plan that asks for it: 连接失败 (the manual's 与发送终端通讯不正常). */
export const ATTEMPT_LIMIT = seconds(2);

export interface CommandStart {
  readonly request: string;
  readonly asker: Asker;
  readonly function: OsdFunction;
  /** As typed, for the audit. */
  readonly text: string;
  readonly withoutPicture: boolean;
}

/** An operator's command from the OSD. Without a session at the desk nothing is within anybody's rights. */
export function commandFromDesk(
  draft: Draft,
  command: Omit<CommandStart, 'asker'> & { readonly receiver: DeviceKey },
): void {
  const session = trustedSessionAt(draft.state, command.receiver);
  const operator = session === null ? undefined : draft.state.site.operator(session.operator);
  const from = draft.state.site.seatOf(command.receiver).name;
  if (operator === undefined) {
    const asker = { actor: `receiver:${draft.state.site.deviceByKey(command.receiver)?.id ?? command.receiver}`, from };
    startCommand(draft, { ...command, asker }, { type: 'refused', refusal: 'out-of-range' });
    return;
  }
  const asker = { actor: `operator:${operator.name}`, from };
  startCommand(draft, { ...command, asker }, decide(draft.state, { ...command, operator: operator.key }));
}

/** Answers what is refused already and begins an attempt for each of the rest. */
export function startCommand(draft: Draft, start: CommandStart, decision: Decision): void {
  const { request, asker, function: wanted, text } = start;
  if (decision.type === 'refused') {
    draft.audit(asker, { action: wanted, object: text, outcome: 'refused', detail: decision.refusal });
    draft.emit({ type: 'answer', request, answer: { type: 'command-answer', refusal: decision.refusal, targets: [] } });
    return;
  }
  const targets = decision.targets.map((target): PendingTarget => {
    const { device, refusal, basis, hold } = target;
    const placements = refusal === null ? missingPlacements(draft, target) : [];
    const state = placements.length === 0 ? 'decided' : 'pending';
    return { id: device.id, name: device.name, refusal, state, placements, basis, hold };
  });
  draft.setCommand(request, { request, asker, function: wanted, text, deadline: null, targets, answered: false });
  for (const [index, target] of targets.entries()) {
    if (target.state === 'decided') continue;
    for (const placement of target.placements) {
      supersede(draft, placement.receiver);
      // A tile that is away gets the wall's picture as soon as it is back: it needs no attempt.
      if (!isOnline(draft.state, placement.receiver)) continue;
      if (hasRoom(draft.state, placement)) {
        beginAttempt(draft, { placement, basis: target.basis, hold: target.hold }, start, index);
      } else if (isDecider(target, placement.receiver)) {
        dropTarget(draft, { request, target: index }, 'link-failed');
        break;
      }
    }
  }
  settleCommand(draft, request);
}

/** The boxes know what is wanted of them: from now on they have so long. */
export function commandsLeft(draft: Draft, requests: readonly string[]): void {
  const deadline = after(draft.now.at, ATTEMPT_LIMIT);
  for (const request of requests) {
    const command = draft.state.commands.get(request);
    if (command === undefined || command.deadline !== null) continue;
    draft.setCommand(request, { ...command, deadline });
    draft.emit({ type: 'wake', at: deadline });
  }
}

/** The receiver's attempt came to nothing. */
export function attemptFailed(draft: Draft, receiver: DeviceKey, reason: 'link-failed' | 'no-signal'): void {
  const attempt = draft.state.attempts.get(receiver);
  if (attempt === undefined) return;
  draft.setAttempt(receiver, null);
  const { command, target } = pendingOf(draft, attempt);
  if (command === null || target === null || attempt.command === null) return;
  if (target.hold) {
    const remembered = target.refusal === null || isDecider(target, receiver) ? reason : target.refusal;
    setTarget(draft, command, attempt.command.target, { ...target, refusal: remembered });
    settleTiles(draft, attempt.command, false);
  } else if (isDecider(target, receiver)) dropTarget(draft, attempt.command, reason);
  else settleCommand(draft, command.request);
}

/** The first key frame is there, and the receiver has switched. */
export function attemptLive(draft: Draft, receiver: DeviceKey, picture: boolean): void {
  const attempt = draft.state.attempts.get(receiver);
  if (attempt === undefined) return;
  // A tile was not to switch by itself; when it says that it did, it still has to wait for the others to be right.
  if (attempt.hold) {
    attemptReady(draft, receiver);
    return;
  }
  const { command, target } = pendingOf(draft, attempt);
  promote(draft, receiver, attempt, { type: 'live', picture });
  if (command === null || target === null || attempt.command === null) return;
  if (isDecider(target, receiver)) decideTarget(draft, attempt.command, null);
  else settleCommand(draft, command.request);
}

/** The first key frame is there, and the receiver waits for the others of its wall. */
export function attemptReady(draft: Draft, receiver: DeviceKey): void {
  const attempt = draft.state.attempts.get(receiver);
  if (attempt === undefined || !attempt.hold) return;
  draft.setAttempt(receiver, { ...attempt, ready: true });
  if (attempt.command !== null) settleTiles(draft, attempt.command, false);
}

/** Takes the receiver's attempt away for something newer. Whoever waits for it is told that it failed. */
export function supersede(draft: Draft, receiver: DeviceKey, refusal: CommandRefusal = 'link-failed'): void {
  const attempt = draft.state.attempts.get(receiver);
  if (attempt === undefined) return;
  const { target } = pendingOf(draft, attempt);
  if (attempt.command !== null && target !== null && (target.hold || isDecider(target, receiver))) {
    dropTarget(draft, attempt.command, refusal);
    return;
  }
  draft.setAttempt(receiver, null);
  if (attempt.command !== null) settleCommand(draft, attempt.command.request);
}

/** Ends what has taken too long: a wall switches with the tiles that are ready, everything else has failed. */
export function passDeadlines(draft: Draft): void {
  for (const command of [...draft.state.commands.values()]) {
    if (command.deadline === null) continue;
    if (command.deadline > draft.now.at) {
      draft.emit({ type: 'wake', at: command.deadline });
      continue;
    }
    for (const [index, target] of command.targets.entries()) {
      const reference = { request: command.request, target: index };
      if (target.hold && target.state === 'pending') settleTiles(draft, reference, true);
      else dropTarget(draft, reference, 'link-failed');
    }
  }
}

function missingPlacements(draft: Draft, { hold, placements }: TargetDecision): readonly Placement[] {
  return hold ? placements : placements.filter((placement) => !isInPlace(draft.state, placement));
}

function beginAttempt(
  draft: Draft,
  wish: { readonly placement: Placement; readonly basis: RouteBasis; readonly hold: boolean },
  { request, withoutPicture }: CommandStart,
  target: number,
): void {
  const { receiver, transmitter, mode, crop } = wish.placement;
  const generation = draft.nextGeneration();
  const id = draft.nextRouteId(generation);
  draft.setAttempt(receiver, {
    route: { id, generation, receiver, transmitter, mode, basis: wish.basis, crop },
    hold: wish.hold,
    ready: false,
    withoutPicture,
    command: { request, target },
  });
}

type TargetReference = NonNullable<Attempt['command']>;

function pendingOf(
  draft: Draft,
  { command: reference }: Attempt,
): { readonly command: PendingCommand | null; readonly target: PendingTarget | null } {
  const command = reference === null ? null : (draft.state.commands.get(reference.request) ?? null);
  return { command, target: (reference && command?.targets[reference.target]) ?? null };
}

const isDecider = (target: PendingTarget, receiver: DeviceKey): boolean => target.placements[0]?.receiver === receiver;

function promote(
  draft: Draft,
  receiver: DeviceKey,
  attempt: Attempt,
  status: { type: 'live'; picture: boolean },
): void {
  draft.setAttempt(receiver, null);
  draft.setRoute(receiver, { route: attempt.route, status });
}

/** Switches a wall once no tile is left to wait for, or at once when the time is over. */
function settleTiles(draft: Draft, reference: TargetReference, timeIsOver: boolean): void {
  const command = draft.state.commands.get(reference.request);
  const target = command?.targets[reference.target];
  if (command === undefined || target === undefined || target.state === 'decided') return;
  const open = target.placements.filter((each) => isAttemptOf(draft, each.receiver, reference));
  const ready = open.filter((each) => draft.state.attempts.get(each.receiver)?.ready);
  if (ready.length < open.length && !timeIsOver) return;
  if (ready.length === 0) {
    dropTarget(draft, reference, target.refusal ?? 'link-failed');
    return;
  }
  for (const placement of target.placements) switchTile(draft, { placement, basis: target.basis });
  decideTarget(draft, reference, null);
}

/** A tile that is not ready is wanted all the same, and joins when it can: a spliced wall has one source. */
function switchTile(
  draft: Draft,
  { placement, basis }: { readonly placement: Placement; readonly basis: RouteBasis },
): void {
  const { receiver, transmitter, mode, crop } = placement;
  const attempt = draft.state.attempts.get(receiver);
  if (attempt?.ready) {
    promote(draft, receiver, attempt, { type: 'live', picture: true });
    return;
  }
  if (draft.state.site.receiver(receiver) === undefined || !mayShow(draft.state, receiver)) return;
  draft.setAttempt(receiver, null);
  const generation = draft.nextGeneration();
  const id = draft.nextRouteId(generation);
  draft.setRoute(receiver, { route: { id, generation, receiver, transmitter, mode, basis, crop }, status: null });
}

function isAttemptOf(draft: Draft, receiver: DeviceKey, { request, target }: TargetReference): boolean {
  const command = draft.state.attempts.get(receiver)?.command;
  return command !== undefined && command !== null && command.request === request && command.target === target;
}

function setTarget(draft: Draft, command: PendingCommand, index: number, target: PendingTarget): void {
  draft.setCommand(command.request, { ...command, targets: command.targets.with(index, target) });
}

function decideTarget(draft: Draft, reference: TargetReference, refusal: CommandRefusal | null): void {
  const command = draft.state.commands.get(reference.request);
  const target = command?.targets[reference.target];
  if (command === undefined || target === undefined || target.state === 'decided') return;
  setTarget(draft, command, reference.target, { ...target, state: 'decided', refusal });
  if (refusal === null) tellPushed(draft, command, target);
  settleCommand(draft, reference.request);
}

function dropTarget(draft: Draft, reference: TargetReference, refusal: CommandRefusal): void {
  const target = draft.state.commands.get(reference.request)?.targets[reference.target];
  for (const { receiver } of target?.placements ?? []) {
    if (isAttemptOf(draft, receiver, reference)) draft.setAttempt(receiver, null);
  }
  decideTarget(draft, reference, refusal);
  settleCommand(draft, reference.request);
}

function tellPushed(draft: Draft, command: PendingCommand, target: PendingTarget): void {
  const placement = target.placements[0];
  const source = placement === undefined ? undefined : draft.state.site.deviceByKey(placement.transmitter);
  if (target.basis.type !== 'push' || placement === undefined || source === undefined) return;
  if (sessionAt(draft.state, placement.receiver) === null) return;
  const operator = draft.state.site.operator(target.basis.by)?.name ?? command.asker.actor;
  const notice: DeskNotice = { type: 'pushed-by', operator, source: nameOf(source) };
  draft.emit({ type: 'desk-notice', receiver: placement.receiver, notice });
}

/** Answers once every target is decided; forgets the command once no head of it is under way any more. */
function settleCommand(draft: Draft, request: string): void {
  const command = draft.state.commands.get(request);
  if (command === undefined || command.targets.some((target) => target.state === 'pending')) return;
  if (!command.answered) answerCommand(draft, command);
  const open = command.targets.some((target, index) =>
    target.placements.some(({ receiver }) => isAttemptOf(draft, receiver, { request, target: index })),
  );
  draft.setCommand(request, open ? { ...command, answered: true } : null);
}

function answerCommand(draft: Draft, command: PendingCommand): void {
  const { request, asker, function: wanted, targets } = command;
  for (const target of targets) {
    const outcome = target.refusal === null ? 'done' : 'refused';
    const object = wanted === 'push' ? `${target.id} ${target.name}` : command.text;
    draft.audit(asker, { action: wanted, object, outcome, detail: target.refusal ?? '' });
  }
  const refusal = targets.find((target) => target.refusal !== null)?.refusal ?? null;
  // The menu names who refused a push; of a connect or a fetch the only receiver is the one that asks.
  const named = wanted === 'push' ? targets.map(({ id, name, refusal }) => ({ id, name, refusal })) : [];
  draft.emit({ type: 'answer', request, answer: { type: 'command-answer', refusal, targets: named } });
}

/** A device as people name it. */
export const nameOf = (device: Device): string => `${device.id} ${device.name}`;
