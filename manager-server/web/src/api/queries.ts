import { QueryClient, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { keepFigures } from '../live/box-figures.ts';
import { answerOf, api, isPassing } from './client.ts';
import { listRecords } from './collection-requests.ts';
import type { Account, Box, ByKey, CollectionName, Collections, Route, Session, Settings } from './records.ts';

/** Milliseconds between two tries while the manager is away: it is one person's page, and the feed says when it is back. */
const RETRY_DELAY = 1500;

/** What the page knows. Nothing in it grows old by itself: the live events say what to read anew. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
      structuralSharing: false,
      retry: (_count, error) => isPassing(error),
      retryDelay: RETRY_DELAY,
    },
    mutations: { networkMode: 'always' },
  },
});

const collectionQuery = <Name extends CollectionName>(name: Name) => ({
  queryKey: [name],
  queryFn: (): Promise<ByKey<Collections[Name]>> => listRecords(name),
});

const settingsQuery = {
  queryKey: ['settings'],
  queryFn: (): Promise<Settings> => answerOf(api.GET('/api/settings')),
};

const boxesQuery = {
  queryKey: ['boxes'],
  async queryFn(): Promise<ByKey<Box>> {
    const { items } = await answerOf(api.GET('/api/boxes'));
    for (const { fingerprint, report } of items) if (report !== null) keepFigures(fingerprint, report);
    return new Map(items.map((box) => [box.fingerprint, box]));
  },
};

const routesQuery = {
  queryKey: ['routes'],
  async queryFn(): Promise<ByKey<Route>> {
    const { items } = await answerOf(api.GET('/api/routes'));
    return new Map(items.map((route) => [route.receiver, route]));
  },
};

const sessionsQuery = {
  queryKey: ['sessions'],
  async queryFn(): Promise<readonly Session[]> {
    return (await answerOf(api.GET('/api/sessions'))).items;
  },
};

const NO_BOXES: readonly Box[] = [];

const accountQuery = {
  queryKey: ['account'],
  queryFn: (): Promise<Account> => answerOf(api.GET('/api/session')),
};

// Each suspends until it knows: a page has no half state, and what is away is told by the banner.

export const useCollection = <Name extends CollectionName>(name: Name): ByKey<Collections[Name]> =>
  useSuspenseQuery(collectionQuery(name)).data;

export const useSettings = (): Settings => useSuspenseQuery(settingsQuery).data;
export const useBoxes = (): ByKey<Box> => useSuspenseQuery(boxesQuery).data;
export const useRoutes = (): ByKey<Route> => useSuspenseQuery(routesQuery).data;
export const useSessions = (): readonly Session[] => useSuspenseQuery(sessionsQuery).data;
export const useAccount = (): Account => useSuspenseQuery(accountQuery).data;

/** Without suspending: for the frame around the pages. Boxes of which two have one key. */
export const useTwins = (): readonly Box[] => {
  const boxes = useQuery(boxesQuery).data;
  return boxes === undefined ? NO_BOXES : [...boxes.values()].filter(({ twins }) => twins.length > 0);
};

/** Without suspending: for the frame around the pages. */
export const usePendingCount = (): number => {
  const boxes = useQuery(boxesQuery).data;
  return boxes === undefined ? 0 : [...boxes.values()].filter(({ state }) => state === 'pending').length;
};
