import { randomBytes, randomUUID } from 'node:crypto';
import type { Clock, Log } from '@seatmatrix/protocol/kernel';
import type { Directory } from '../directory/directory.ts';
import { type Journal, recordCollection, type StoredRecord } from '../store/index.ts';
import { ApiTokens, apiTokenCodec } from './api-tokens.ts';
import type { OperatorCredentials } from './operator-credentials.ts';
import { PageSignIn } from './page-sign-in.ts';
import { SecondFactors, secondFactorCodec } from './second-factors.ts';
import { Sightings, sightingCodec } from './sightings.ts';
import { SiteClaim } from './site-claim.ts';
import { WebSessions, webSessionCodec } from './web-sessions.ts';

export interface PeopleSources {
  /** What the store's `load` gave. */
  readonly records: ReadonlyMap<string, readonly StoredRecord[]>;
  readonly directory: Directory;
  readonly credentials: OperatorCredentials;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
  /** On loopback alone, see PageSignIn. */
  readonly demonstration?: boolean;
}

/** The people of the pages, and their programs. */
export interface People {
  readonly directory: Directory;
  readonly credentials: OperatorCredentials;
  readonly claim: SiteClaim;
  readonly signIn: PageSignIn;
  readonly sessions: WebSessions;
  readonly secondFactors: SecondFactors;
  readonly tokens: ApiTokens;
  readonly sightings: Sightings;
}

export function openPeople(sources: PeopleSources): People {
  const { records, directory, credentials, journal, clock, log, demonstration = false } = sources;
  const collection = { records, journal };
  const secondFactors = new SecondFactors({
    records: recordCollection({ name: 'second-factors', codec: secondFactorCodec, ...collection }),
    ...{ journal, clock, randomBytes },
  });
  const sessions = new WebSessions({
    records: recordCollection({ name: 'web-sessions', codec: webSessionCodec, ...collection }),
    ...{ clock, log, randomBytes },
  });
  return {
    directory,
    credentials,
    claim: new SiteClaim({ directory, credentials, journal, clock, randomBytes, newKey: randomUUID }),
    signIn: new PageSignIn({ directory, credentials, secondFactors, journal, clock, demonstration }),
    sessions,
    sightings: new Sightings({
      records: recordCollection({ name: 'sightings', codec: sightingCodec, ...collection }),
      ...{ sessions, clock, log },
    }),
    secondFactors,
    tokens: new ApiTokens({
      records: recordCollection({ name: 'api-tokens', codec: apiTokenCodec, ...collection }),
      ...{ journal, clock, log, randomBytes, newKey: randomUUID },
    }),
  };
}
