import {
  type DeviceKey,
  deviceKey,
  type Generation,
  generation,
  operatorKey,
  type Route,
  routeId,
  type SeatKey,
  seatKey,
  sessionId,
} from '@seatmatrix/protocol/domain';
import { z } from 'zod';
import { jsonCodec } from '../store/record-codec.ts';
import { decodeRecords } from '../store/record-collection.ts';
import type { StoredRecord, StoreWrite } from '../store/store.ts';
import type { MatrixState, Session, StoredMatrix } from './matrix-state.ts';

export const MatrixCollection = {
  /** One record: the site's generation counter. */
  counter: 'matrix-counter',
  /** By receiver. */
  routes: 'matrix-routes',
  attempts: 'matrix-attempts',
  /** By seat. */
  sessions: 'matrix-sessions',
} as const;

type RecordWrite = Exclude<StoreWrite, { readonly type: 'audit' }>;

/** A record's version is the generation that it was written in: it rises, and nobody edits these by hand. */
export function counterRecord(value: Generation): RecordWrite {
  return put(MatrixCollection.counter, { key: COUNTER_KEY, version: value, value: { generation: value } });
}

export function routeRecord(
  collection: typeof MatrixCollection.routes | typeof MatrixCollection.attempts,
  { receiver, route }: { readonly receiver: DeviceKey; readonly route: Route | null },
): RecordWrite {
  return route === null
    ? { type: 'delete', collection, key: receiver }
    : put(collection, { key: receiver, version: route.generation, value: route });
}

export function sessionRecord(seat: SeatKey, session: Session | null): RecordWrite {
  return session === null
    ? { type: 'delete', collection: MatrixCollection.sessions, key: seat }
    : put(MatrixCollection.sessions, { key: seat, version: session.generation, value: session });
}

/** The record as it has to be in the store for this state. */
export function currentRecord(
  state: MatrixState,
  { collection, key }: { readonly collection: string; readonly key: string },
): StoreWrite {
  const receiver = deviceKey(key);
  switch (collection) {
    case MatrixCollection.routes:
      return routeRecord(collection, { receiver, route: state.routes.get(receiver)?.route ?? null });
    case MatrixCollection.attempts:
      return routeRecord(collection, { receiver, route: state.attempts.get(receiver)?.route ?? null });
    case MatrixCollection.sessions:
      return sessionRecord(seatKey(key), state.sessions.get(seatKey(key)) ?? null);
    default:
      return counterRecord(state.generation);
  }
}

/** Throws `store-corrupt` when a record is not what this program writes. */
export function decodeStoredMatrix(records: ReadonlyMap<string, readonly StoredRecord[]>): StoredMatrix {
  const counter = decodeRecords(MatrixCollection.counter, { codec: jsonCodec(counterSchema), records }).get(
    COUNTER_KEY,
  );
  const routes = decodeRecords(MatrixCollection.routes, { codec: jsonCodec(routeSchema), records });
  const attempts = decodeRecords(MatrixCollection.attempts, { codec: jsonCodec(routeSchema), records });
  const sessions = decodeRecords(MatrixCollection.sessions, { codec: jsonCodec(sessionSchema), records });
  return {
    generation: counter?.value.generation ?? generation(0),
    routes: [...routes.values()].map((held) => held.value),
    attempts: [...attempts.values()].map((held) => held.value),
    sessions: [...sessions].map(([seat, held]) => ({ seat: seatKey(seat), ...held.value })),
  };
}

const COUNTER_KEY = 'site';

const generationSchema = z.number().int().nonnegative().transform(generation);
const counterSchema = z.object({ generation: generationSchema });

const routeSchema = z.object({
  id: z.string().transform(routeId),
  generation: generationSchema,
  receiver: z.string().transform(deviceKey),
  transmitter: z.string().transform(deviceKey),
  mode: z.enum(['shared', 'view']),
  basis: z.discriminatedUnion('type', [
    z.object({ type: z.literal('own-grant'), operator: z.string().transform(operatorKey) }),
    z.object({ type: z.literal('push'), by: z.string().transform(operatorKey) }),
  ]),
  crop: z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() }).nullable(),
});

const sessionSchema = z.object({
  id: z.string().transform(sessionId),
  generation: generationSchema,
  operator: z.string().transform(operatorKey),
  since: z.number(),
});

function put(
  collection: string,
  { key, version, value }: { readonly key: string; readonly version: number; readonly value: unknown },
): RecordWrite {
  return { type: 'put', collection, record: { key, version, body: JSON.stringify(value) } };
}
