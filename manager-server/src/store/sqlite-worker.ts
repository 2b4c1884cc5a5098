import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { Fault, faultFrom, milliseconds, unreachable } from '@seatmatrix/protocol/kernel';
import { SqliteEngine } from './sqlite-engine.ts';
import {
  type SqliteAnswer,
  type SqliteRequest,
  type SqliteResults,
  type SqliteWorkerData,
  sentFault,
} from './sqlite-request.ts';

// The worker thread's entry: a disk that stalls stops this thread and no other.

if (parentPort === null) throw new Fault({ code: 'invariant-broken', message: 'the store runs in a worker thread' });
await serve(parentPort, workerData);

async function serve(port: MessagePort, { path, busyTimeout }: SqliteWorkerData): Promise<void> {
  let engine: SqliteEngine;
  try {
    engine = await SqliteEngine.open({ path, busyTimeout: milliseconds(busyTimeout) });
  } catch (thrown) {
    port.postMessage(failed(thrown));
    port.close();
    return;
  }
  let last = Promise.resolve();
  port.on('message', (request: SqliteRequest) => {
    // One after the other: a transaction that awaits must not find another's statement inside it.
    last = last.then(async () => {
      port.postMessage(await answer(engine, request));
      if (request.type === 'close') port.close();
    });
  });
  port.postMessage({ ok: true, result: undefined } satisfies SqliteAnswer);
}

async function answer(engine: SqliteEngine, request: SqliteRequest): Promise<SqliteAnswer> {
  try {
    return { ok: true, result: await perform(engine, request) };
  } catch (thrown) {
    return failed(thrown);
  }
}

async function perform(engine: SqliteEngine, request: SqliteRequest): Promise<SqliteResults[keyof SqliteResults]> {
  switch (request.type) {
    case 'load':
      return engine.load();
    case 'commit':
      await engine.commit(request.writes);
      return undefined;
    case 'audit':
      return engine.readAudit(request.query);
    case 'chain':
      return engine.readAuditChain(request.after);
    case 'head':
      return engine.auditHead();
    case 'close':
      engine.close();
      return undefined;
    default:
      return unreachable(request);
  }
}

function failed(thrown: unknown): SqliteAnswer {
  const why = thrown instanceof Error ? thrown.message : String(thrown);
  return {
    ok: false,
    fault: sentFault(faultFrom(thrown, { code: 'store-failed', message: `the store failed: ${why}` })),
  };
}
