import { dropRecord, keepRecord, known, patchMap } from '../api/cache.ts';
import { answerOf, api } from '../api/client.ts';
import { readRecord } from '../api/collection-requests.ts';
import { ProblemError } from '../api/problem.ts';
import { queryClient } from '../api/queries.ts';
import { type Box, type CollectionName, collectionNames, type Route } from '../api/records.ts';
import { keepFigures } from './box-figures.ts';
import { createGathering } from './gathering.ts';
import type { SiteEvent } from './site-event.ts';

/** So many single reads at once cost as much as one of everything. */
const SINGLE_READS_MAX = 20;

/** Brings what the page knows up to what the manager tells; what no page has asked for yet is passed over. */
export function applyEvent(event: SiteEvent): void {
  switch (event.type) {
    case 'resource':
      applyResource(event);
      return;
    case 'presence':
      // A box that comes back may have learnt a new CA.
      gathering.add('certificate-authority', 'all');
      gathering.add('boxes', event.fingerprint);
      return;
    case 'report':
      gathering.add('boxes', event.fingerprint);
      return;
    case 'figures':
      for (const { fingerprint, report } of event.boxes) keepFigures(fingerprint, report);
      return;
    case 'route':
      gathering.add('routes', event.receiver);
      return;
    case 'session':
      gathering.add('sessions', 'all');
      return;
  }
}

/** What was missed is not known: everything is read anew, and what is shown stays until then. */
export function readAnew(): void {
  void queryClient.invalidateQueries();
}

const gathering = createGathering((kind, keys) => {
  // A list that is on its way may be from before this.
  if (keys.size > SINGLE_READS_MAX || readWhole.has(kind) || isUnderWay(kind)) {
    return queryClient.invalidateQueries({ queryKey: [kind] });
  }
  const reads = [...keys].map((key) => readOne(kind, key));
  return Promise.all(reads).catch(() => queryClient.invalidateQueries({ queryKey: [kind] }));
});

/** What there is one of, or what is read as one. */
const readWhole: ReadonlySet<string> = new Set(['sessions', 'settings', 'operator-access', 'certificate-authority']);

function applyResource({ collection, key, version }: Extract<SiteEvent, { readonly type: 'resource' }>): void {
  if (readWhole.has(collection)) {
    gathering.add(collection, key);
    return;
  }
  const name = collectionNames.find((each) => each === collection);
  if (name === undefined) return;
  if (version === null) {
    dropRecord(name, key);
    if (isUnderWay(name)) gathering.add(name, key);
    return;
  }
  const seen = known(name)?.get(key)?.version ?? 0;
  if (seen < version) gathering.add(name, key);
}

async function readOne(kind: string, key: string): Promise<void> {
  // Nobody has asked for it: who does reads everything.
  if (queryClient.getQueryState([kind])?.data === undefined) return;
  if (kind === 'boxes') {
    await readBox(key);
    return;
  }
  if (kind === 'routes') {
    await readRoute(key);
    return;
  }
  const name: CollectionName | undefined = collectionNames.find((each) => each === kind);
  if (name === undefined) return;
  const record = await readRecord(name, key);
  if (record === null) dropRecord(name, key);
  else keepRecord(name, record);
}

/** The newest read of each box and route: an older one that answers later says what no longer is. */
const newestRead = new Map<string, number>();

async function newest<Value>(key: string, read: Promise<Value>): Promise<{ readonly value: Value } | null> {
  const number = (newestRead.get(key) ?? 0) + 1;
  newestRead.set(key, number);
  const value = await read;
  if (newestRead.get(key) !== number) return null;
  newestRead.delete(key);
  return { value };
}

const isUnderWay = (kind: string): boolean => queryClient.isFetching({ queryKey: [kind], exact: true }) > 0;

async function readBox(fingerprint: string): Promise<void> {
  const params = { path: { fingerprint } };
  const read = await newest(fingerprint, orNull(answerOf(api.GET('/api/boxes/{fingerprint}', { params }))));
  if (read === null) return;
  patchMap<Box>(['boxes'], (boxes) => {
    if (read.value === null) boxes.delete(fingerprint);
    else boxes.set(fingerprint, read.value);
    if (read.value?.report != null) keepFigures(fingerprint, read.value.report);
  });
}

async function readRoute(receiver: string): Promise<void> {
  const read = await newest(receiver, answerOf(api.GET('/api/routes', { params: { query: { receiver } } })));
  if (read === null) return;
  const [route] = read.value.items;
  patchMap<Route>(['routes'], (routes) => {
    if (route === undefined) routes.delete(receiver);
    else routes.set(receiver, route);
  });
}

async function orNull<Value>(asked: Promise<Value>): Promise<Value | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'not-found') return null;
    throw error;
  }
}
