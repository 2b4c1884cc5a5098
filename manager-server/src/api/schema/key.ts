import type {
  DeviceGroupKey,
  DeviceId,
  DeviceKey,
  Fingerprint,
  GrantKey,
  GroupKey,
  OperatorKey,
  SeatKey,
  SessionId,
} from '@seatmatrix/protocol/domain';
import { z } from 'zod';

/** UUIDs and whatever else fits a path without escaping. */
const KEY = /^[A-Za-z0-9_-]{1,64}$/;

export const deviceKeySchema = branded<DeviceKey>(KEY);
export const deviceGroupKeySchema = branded<DeviceGroupKey>(KEY);
export const operatorKeySchema = branded<OperatorKey>(KEY);
export const groupKeySchema = branded<GroupKey>(KEY);
export const grantKeySchema = branded<GrantKey>(KEY);
export const seatKeySchema = branded<SeatKey>(KEY);
export const sessionIdSchema = branded<SessionId>(KEY);
/** Which numbers belong to which kind, the directory judges. */
export const deviceIdSchema = branded<DeviceId>(/^\d{4}$/);
export const fingerprintSchema = branded<Fingerprint>(/^[0-9a-f]{64}$/);

function branded<Key extends string>(form: RegExp): z.ZodType<Key, Key> {
  // A brand exists in types alone: what the form takes is such a key.
  return z.string().regex(form) as unknown as z.ZodType<Key, Key>;
}
