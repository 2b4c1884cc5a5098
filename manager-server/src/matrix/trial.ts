import {
  type DeviceKey,
  type Hotkey,
  type OperatorKey,
  type OsdFunction,
  sessionId,
} from '@seatmatrix/protocol/domain';
import type { DirectorySnapshot } from '../directory/collection.ts';
import { type Decision, decide } from './decision.ts';
import type { MatrixState } from './matrix-state.ts';
import { siteOf } from './site.ts';

/** A command that nobody gives. */
export interface Trial {
  readonly operator: OperatorKey;
  readonly receiver: DeviceKey;
  readonly function: OsdFunction;
  readonly text: string;
  /** As somebody is editing it, in place of the one with its key; null to take the hotkeys as they are. */
  readonly hotkey: Hotkey | null;
}

/**
 * What the command would come to if the operator sat at that desk now, by the rules of the command itself. Whether the
 * link comes up and has a picture, only an attempt shows.
 */
export function tryCommand(state: MatrixState, trial: Trial, snapshot: DirectorySnapshot): Decision {
  const { operator, receiver, function: wanted, text, hotkey } = trial;
  const site = hotkey === null ? state.site : siteOf(withHotkey(snapshot, hotkey));
  const seat = site.seatOf(receiver).key;
  const there = state.sessions.get(seat);
  // Somebody else may sit there, or nobody: the trial is about him.
  const session = { id: sessionId('trial'), generation: state.generation, operator, since: 0 };
  const sessions = there?.operator === operator ? state.sessions : state.sessions.set(seat, session);
  return decide({ ...state, site, sessions }, { operator, receiver, function: wanted, text, withoutPicture: false });
}

function withHotkey(snapshot: DirectorySnapshot, hotkey: Hotkey): DirectorySnapshot {
  const version = snapshot.hotkeys.get(hotkey.key)?.version ?? 0;
  return { ...snapshot, hotkeys: new Map(snapshot.hotkeys).set(hotkey.key, { value: hotkey, version }) };
}
