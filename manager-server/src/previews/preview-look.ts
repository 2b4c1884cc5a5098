import type { DeviceKey, OperatorKey, Role } from '@seatmatrix/protocol/domain';
import type { DirectoryIndex } from '../directory/directory-index.ts';

/** Why there is no picture of a device. */
export type PreviewReason =
  | 'offline'
  | 'no-cable'
  | 'no-signal'
  | 'unsupported-mode'
  /** The receiver shows no computer. */
  | 'nothing-shown'
  /** The box makes no small pictures, or not as it should. */
  | 'unable'
  | 'forbidden'
  /** It is being fetched. */
  | 'loading'
  /** More are looked at than the manager has room for. */
  | 'crowded';

/** Whose picture a page sees for a device, or why none. */
export type Look =
  | { readonly source: DeviceKey; readonly reason: null }
  | { readonly source: null; readonly reason: PreviewReason };

export interface Watcher {
  readonly role: Role;
  readonly operator: OperatorKey;
}

export interface PreviewFacts {
  readonly index: Pick<DirectoryIndex, 'deviceByKey' | 'operatorByKey' | 'devicesWithin'>;
  isOnline(device: DeviceKey): boolean;
  /** The transmitter whose picture stands on this receiver now. */
  shownAt(receiver: DeviceKey): DeviceKey | null;
  /** Whose desk this is now. */
  operatorAt(receiver: DeviceKey): OperatorKey | null;
}

/**
 * A transmitter is seen itself, a receiver as the transmitter in its live route: what stands there before the OSD.
 * Administrators and supervisors see everything, as on consoles. An operator sees what his rights would bring to his own
 * display (what he may connect to or fetch) and his own desk. Auditors read what was done, and see no screens.
 */
export function lookAt(device: DeviceKey, watcher: Watcher, facts: PreviewFacts): Look {
  const found = facts.index.deviceByKey(device);
  if (found === undefined) return none('forbidden');
  if (found.kind === 'transmitter') {
    return mayConnect(device, watcher, facts) ? { source: device, reason: null } : none('forbidden');
  }
  const source = facts.shownAt(device);
  if (!maySeeDesk({ receiver: device, source }, watcher, facts)) return none('forbidden');
  if (!facts.isOnline(device)) return none('offline');
  return source === null ? none('nothing-shown') : { source, reason: null };
}

function maySeeDesk(
  { receiver, source }: { readonly receiver: DeviceKey; readonly source: DeviceKey | null },
  watcher: Watcher,
  facts: PreviewFacts,
): boolean {
  if (watcher.role === 'operator' && facts.operatorAt(receiver) === watcher.operator) return true;
  if (!mayWithin('fetch', { device: receiver, watcher, facts })) return false;
  return source === null || mayConnect(source, watcher, facts);
}

const mayConnect = (device: DeviceKey, watcher: Watcher, facts: PreviewFacts): boolean =>
  mayWithin('connect', { device, watcher, facts });

function mayWithin(
  right: 'connect' | 'fetch',
  asked: { readonly device: DeviceKey; readonly watcher: Watcher; readonly facts: PreviewFacts },
): boolean {
  const { device, watcher, facts } = asked;
  switch (watcher.role) {
    case 'administrator':
    case 'supervisor':
      return true;
    case 'auditor':
      return false;
    case 'operator': {
      const operator = facts.index.operatorByKey(watcher.operator);
      return operator !== undefined && facts.index.devicesWithin(operator, right).has(device);
    }
  }
}

const none = (reason: PreviewReason): Look => ({ source: null, reason });
