import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import { useCollection } from '../../api/queries.ts';
import type { AuditEntry } from '../../api/records.ts';
import { dateTime } from '../../language/format.ts';
import { word } from '../../language/words.ts';
import { download } from '../../parts/download.ts';
import { Icon } from '../../shell/icons.tsx';
import { tellDone, tellFailure } from '../../shell/notices.tsx';
import { Empty, Page } from '../../shell/page.tsx';
import { Loading } from '../../shell/shell.tsx';
import '../../style/records.css';
import { type AuditWish, allEntries, auditCsv, auditPage, entryMatches, wishOf, withWish } from './audit-entries.ts';
import { AuditFilter } from './audit-filter.tsx';
import { type RecordLinks, recordLinks } from './record-link.ts';

/** Who did what: the newest first, searched, filtered, and to take along. */
export default function AuditPage(): ReactNode {
  const [params, setParams] = useSearchParams();
  const wish = wishOf(params);
  const text = params.get('q') ?? '';
  const setWish = (next: AuditWish) => setParams((before) => withWish(before, next), { replace: true });
  const setText = (next: string) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        if (next === '') after.delete('q');
        else after.set('q', next);
        return after;
      },
      { replace: true },
    );
  const filtered = [...params.keys()].length > 0;
  const linkOf = useRecordLinks();
  const [exporting, setExporting] = useState<number | null>(null);
  const asked = wishOf(new URLSearchParams(useDeferredValue(params.toString())));
  const query = useInfiniteQuery({
    queryKey: ['audit', asked],
    queryFn: ({ pageParam }) => auditPage(asked, pageParam),
    initialPageParam: null as number | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
    // It grows with everything that happens: each look begins with the newest.
    staleTime: 0,
    gcTime: 0,
  });
  const entries = (query.data?.pages.flatMap(({ items }) => items) ?? []).filter((entry) => entryMatches(entry, text));
  const take = async (kind: 'csv' | 'json') => {
    setExporting(0);
    try {
      const all = await allEntries(wish, setExporting);
      const made = kind === 'csv' ? auditCsv(all) : `${JSON.stringify(all, null, 2)}\n`;
      download(`audit.${kind}`, { text: made, type: kind === 'csv' ? 'text/csv' : 'application/json' });
      tellDone(word('exportDone', { count: all.length }));
    } catch (error) {
      tellFailure(error);
    }
    setExporting(null);
  };
  return (
    <Page
      title={word('audit')}
      text={word('auditText')}
      tools={
        <div className="row wrap">
          {exporting !== null && (
            <span className="small quiet" role="status">
              {word('exporting', { count: exporting })}
            </span>
          )}
          {(['csv', 'json'] as const).map((kind) => (
            <Button
              key={kind}
              variant="default"
              disabled={exporting !== null}
              leftSection={<Icon name="download" size={16} />}
              onClick={() => void take(kind)}
            >
              {word(kind === 'csv' ? 'exportCsv' : 'exportJson')}
            </Button>
          ))}
        </div>
      }
    >
      <section className="card flush">
        <AuditFilter
          wish={wish}
          set={setWish}
          text={text}
          setText={setText}
          clear={filtered ? () => setParams(new URLSearchParams(), { replace: true }) : null}
          reload={() => void query.refetch()}
        />
        {query.isPending && <Loading />}
        {query.data !== undefined && entries.length === 0 && <Empty title={word('noAudit')} />}
        {entries.length > 0 && (
          <div className="table-wrap">
            <table className="table audit">
              <thead>
                <tr>
                  {(['at', 'actor', 'from', 'action', 'object', 'outcome', 'detail'] as const).map((name) => (
                    <th key={name}>{word(name)}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {entries.map((entry) => (
                  <tr key={entry.number}>
                    <td className="number small">{dateTime(entry.at)}</td>
                    <td className="any">{entry.actor}</td>
                    <td className="any small">{entry.from}</td>
                    <td>
                      <code>{entry.action}</code>
                    </td>
                    <td className="any">
                      <AboutRecord entry={entry} linkOf={linkOf} />
                    </td>
                    <td>
                      <span className={entry.outcome === 'done' ? 'chip good' : 'chip bad'}>
                        {word(entry.outcome === 'done' ? 'outcomeDone' : 'outcomeRefused')}
                      </span>
                    </td>
                    <td className="any small quiet">{entry.detail}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <div className="toolbar">
          <span className="small quiet grow" role="status">
            {word('auditShown', { count: entries.length })}
          </span>
          {query.hasNextPage ? (
            <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {word('loadMore')}
            </Button>
          ) : (
            <span className="small quiet">{word('nothingMore')}</span>
          )}
        </div>
      </section>
    </Page>
  );
}

/** As long as there is such a record; one that was renamed or deleted is a text. */
function AboutRecord({ entry, linkOf }: { readonly entry: AuditEntry; readonly linkOf: RecordLinks }): ReactNode {
  const path = linkOf(entry.action, entry.object);
  if (path === null) return <bdi>{entry.object}</bdi>;
  return (
    <Link href={path} className="record-link">
      <bdi>{entry.object === '' ? entry.action : entry.object}</bdi>
    </Link>
  );
}

function useRecordLinks(): RecordLinks {
  const devices = useCollection('devices');
  const deviceGroups = useCollection('device-groups');
  const operators = useCollection('operators');
  const groups = useCollection('groups');
  const hotkeys = useCollection('hotkeys');
  const seats = useCollection('seats');
  const walls = useCollection('walls');
  const sources = useCollection('sources');
  return useMemo(
    () =>
      recordLinks({
        ...{ devices, operators, groups, hotkeys, seats, walls, sources },
        'device-groups': deviceGroups,
        grants: new Map(),
      }),
    [devices, deviceGroups, operators, groups, hotkeys, seats, walls, sources],
  );
}
