import type { Clock, Log } from '@seatmatrix/protocol/kernel';
import { Fault } from '@seatmatrix/protocol/kernel';
import type { Network } from '@seatmatrix/protocol/link';
import type { BoxSide } from './api/box-side.ts';
import type { SiteIdentity } from './authority/site-identity.ts';
import type { Directory } from './directory/directory.ts';
import type { Feed } from './feed/feed.ts';
import type { Credentials } from './people/credentials.ts';
import type { Journal } from './store/journal.ts';
import type { Store } from './store/store.ts';

export interface ManagerOptions {
  /** Stays the caller's: closing the manager leaves it open. */
  readonly store: Store;
  /** Makes the boxes' network once the manager knows who it is: mutual TLS, or one in memory. */
  readonly network: (identity: SiteIdentity) => Network;
  /** Where boxes connect; port 0 takes any free one. */
  readonly boxHost: string;
  readonly boxPort: number;
  readonly clock: Clock;
  readonly log: Log;
  /** Given the feed that the manager publishes to; a test may listen in. */
  readonly feed?: Feed;
}

/** The manager without its pages: everything that decides, and the side that boxes connect to. */
export interface Manager {
  readonly identity: SiteIdentity;
  readonly directory: Directory;
  readonly credentials: Credentials;
  readonly journal: Journal;
  readonly feed: Feed;
  readonly boxSide: BoxSide;
  /** Where boxes connect, with the port that was taken. */
  readonly boxes: { readonly host: string; readonly port: number };
  /** Closes boxes' connections (1001) and the listener, and waits for what is not yet durable. */
  close(): Promise<void>;
}

/** Loads the site, makes its CA at the first start, and opens the boxes' listener. */
export async function createManager(_options: ManagerOptions): Promise<Manager> {
  throw new Fault({ code: 'driver-unavailable', message: 'the manager is not in this version' });
}
