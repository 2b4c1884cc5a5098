import { randomBytes, randomUUID } from 'node:crypto';
import type { Clock, Log } from '@seatmatrix/protocol/kernel';
import { type Journal, recordCollection, type StoredRecord } from '../store/index.ts';
import { administratorCodec } from './administrator.ts';
import { Administrators } from './administrators.ts';
import { PasswordCheck } from './password-check.ts';
import { argon2id, type PasswordHash, PRODUCTION_COST } from './password-hash.ts';
import { WebSessions, webSessionCodec } from './web-sessions.ts';

export interface PeopleSources {
  /** What the store's `load` gave. */
  readonly records: ReadonlyMap<string, readonly StoredRecord[]>;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  /** argon2id at its production cost unless a test says otherwise. */
  readonly hash?: PasswordHash;
}

export interface People {
  readonly administrators: Administrators;
  readonly sessions: WebSessions;
}

/** The people of the pages, as the store has them. */
export async function openPeople(sources: PeopleSources): Promise<People> {
  const { records, journal, clock, log, hash = argon2id(PRODUCTION_COST) } = sources;
  const administrators = new Administrators({
    records: recordCollection({ name: 'administrators', codec: administratorCodec, records, journal }),
    journal,
    clock,
    check: await PasswordCheck.open({ hash, clock }),
    randomBytes,
    newKey: randomUUID,
  });
  const sessions = new WebSessions({
    records: recordCollection({ name: 'web-sessions', codec: webSessionCodec, records, journal }),
    clock,
    log,
    randomBytes,
  });
  return { administrators, sessions };
}
