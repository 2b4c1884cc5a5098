import type { Fingerprint } from '@seatmatrix/protocol/domain';
import type { Clock } from '@seatmatrix/protocol/kernel';
import type { AuditEntry, AuditOutcome } from '../store/store.ts';

/** A name and an ID fit; a stranger who types a novel into the sign-in screen does not fill the disk with it. */
export const AUDIT_TEXT_MAX = 500;

/** What changed may list several fields, before and after. */
export const AUDIT_DETAIL_MAX = 2000;

/** What acts by itself: at start, at a time-out, when a box goes. */
export const MANAGER_ACTOR = 'manager';

export const operatorActor = (name: string): string => `operator:${name}`;
export const administratorActor = (name: string): string => `administrator:${name}`;
export const boxActor = (fingerprint: Fingerprint): string => `box:${fingerprint}`;

export interface Act {
  readonly actor: string;
  readonly from: string;
  readonly action: string;
  readonly object: string;
  readonly outcome: AuditOutcome;
  readonly detail?: string;
}

/**
 * The entry of what was just done or refused. Its texts may come from anybody: they are cut to their limits, and
 * characters that would forge a line of a log or that no store keeps are replaced.
 */
export function auditEntry(
  { actor, from, action, object, outcome, detail = '' }: Act,
  clock: Pick<Clock, 'wall'>,
): AuditEntry {
  return {
    at: clock.wall().getTime(),
    actor: recordable(actor, AUDIT_TEXT_MAX),
    from: recordable(from, AUDIT_TEXT_MAX),
    action: recordable(action, AUDIT_TEXT_MAX),
    object: recordable(object, AUDIT_TEXT_MAX),
    outcome,
    detail: recordable(detail, AUDIT_DETAIL_MAX),
  };
}

function recordable(text: string, max: number): string {
  const cut = text.length > max ? `${text.slice(0, max - 1)}…` : text;
  return cut.toWellFormed().replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '\u{fffd}');
}
