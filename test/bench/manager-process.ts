import { join } from 'node:path';
import { argon2id, createManager } from '@seatmatrix/manager-server';
import { openSqliteStore } from '@seatmatrix/manager-server/testing';
import { Fault, silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import { createTlsNetwork } from '@seatmatrix/protocol/link';
import { acceptBare } from './bare-exchange.ts';
import { bareIdentityOf, listenBare } from './bare-socket.ts';
import { delayStore } from './delayed-store.ts';
import type { ManagerAnswer, ManagerOrder } from './manager-orders.ts';

// The manager of the benchmark, with its store on a real disk, in a process of its own. It ends when the benchmark does.
const opened = new AsyncDisposableStack();
let listen: () => void = () => undefined;
let setDelay: (milliseconds: number) => void = () => undefined;

process.on('message', (order: ManagerOrder) => {
  obey(order).then(answer, (thrown: unknown) => answer({ type: 'failed', message: String(thrown) }));
});
process.once('disconnect', () => void opened.disposeAsync());

function answer(message: ManagerAnswer): void {
  process.send?.(message);
}

async function obey(order: ManagerOrder): Promise<ManagerAnswer> {
  switch (order.type) {
    case 'begin':
      return begin(order);
    case 'delay':
      setDelay(order.milliseconds);
      return { type: 'delay' };
    case 'listen':
      listen();
      return { type: 'listen' };
    case 'usage':
      return { type: 'usage', loop: total(process.threadCpuUsage()), all: total(process.cpuUsage()) };
  }
}

async function begin({ folder, seed }: Extract<ManagerOrder, { type: 'begin' }>): Promise<ManagerAnswer> {
  const sqlite = opened.use(await openSqliteStore({ path: join(folder, 'site.sqlite'), log: silentLog }));
  const delayed = delayStore(sqlite);
  setDelay = (milliseconds) => {
    delayed.delay = milliseconds;
  };
  const manager = opened.adopt(
    await createManager({
      store: delayed.store,
      network: (identity) => createTlsNetwork({ identity: () => identity, clock: systemClock, log: silentLog }),
      ...{ boxHost: '127.0.0.1', boxPort: 0, clock: systemClock, log: silentLog, seed },
      // Hundreds sign in before anything is measured.
      hash: argon2id({ memoryCost: 8, timeCost: 1, parallelism: 1 }),
    }),
    (each) => each.close(),
  );
  // What a page costs without its socket: the text is made for each.
  listen = () => void manager.feed.subscribe(null, (message) => JSON.stringify(message));
  if (manager.readOnly) throw new Fault({ code: 'store-failed', message: 'the store cannot write' });
  const bare = opened.use(await listenBare(bareIdentityOf(manager.identity), acceptBare()));
  return { type: 'begin', boxes: manager.boxes, bare: bare.port };
}

const total = ({ user, system }: { readonly user: number; readonly system: number }): number => (user + system) / 1000;
