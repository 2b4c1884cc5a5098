import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ChainedEntry, checkChain, EMPTY_CHAIN } from './audit-chain.ts';
import { AUDIT_PAGE_MAX, type AuditEntry, type AuditQuery, type Store, type StoreWrite } from './store.ts';

/** A place where a store can be opened, closed and opened again. */
export interface StoreSite {
  open(): Promise<Store>;
  remove(): Promise<void>;
}

const put = (collection: string, key: string, body: unknown = {}, version = 1): StoreWrite => ({
  type: 'put',
  collection,
  record: { key, version, body: JSON.stringify(body) },
});

const entry = (fields: Partial<AuditEntry> = {}): AuditEntry => ({
  at: 1000,
  actor: 'administrator:admin',
  from: '10.0.0.1',
  action: 'device.update',
  object: '0001 Weather',
  outcome: 'done',
  detail: '',
  ...fields,
});

const audit = (fields: Partial<AuditEntry> = {}): StoreWrite => ({ type: 'audit', entry: entry(fields) });

const everything: AuditQuery = { before: null, limit: 100, actor: null, action: null, from: null, until: null };

/** What every store must do; each implementation's test runs it. */
export function storeContract(name: string, makeSite: () => Promise<StoreSite>): void {
  describe(`the store contract: ${name}`, () => {
    let site: StoreSite;
    let store: Store;

    beforeEach(async () => {
      site = await makeSite();
      store = await site.open();
    });

    afterEach(async () => {
      await store[Symbol.asyncDispose]();
      await site.remove();
    });

    const reopen = async () => {
      await store[Symbol.asyncDispose]();
      store = await site.open();
    };

    const keys = async (collection: string) => ((await store.load()).get(collection) ?? []).map((record) => record.key);
    const objects = async (query: Partial<AuditQuery> = {}) =>
      (await store.readAudit({ ...everything, ...query })).entries.map((each) => each.object);

    test('a new store is empty', async () => {
      expect([...(await store.load())]).toEqual([]);
      expect(await store.readAudit(everything)).toEqual({ entries: [], next: null });
    });

    test('what was committed is loaded, also after closing and opening', async () => {
      await store.commit([put('devices', 'a', { name: 'A' }), put('seats', 'b', { name: 'B' }, 7), audit()]);
      const expected = new Map([
        ['devices', [{ key: 'a', version: 1, body: '{"name":"A"}' }]],
        ['seats', [{ key: 'b', version: 7, body: '{"name":"B"}' }]],
      ]);
      expect(await store.load()).toEqual(expected);
      await reopen();
      expect(await store.load()).toEqual(expected);
      expect(await objects()).toEqual(['0001 Weather']);
    });

    test('a record is overwritten in its place, with its new version', async () => {
      await store.commit([put('devices', 'a'), put('devices', 'b')]);
      await store.commit([put('devices', 'a', { changed: true }, 2)]);
      expect((await store.load()).get('devices')).toEqual([
        { key: 'a', version: 2, body: '{"changed":true}' },
        { key: 'b', version: 1, body: '{}' },
      ]);
    });

    test('the same key in two collections is two records', async () => {
      await store.commit([
        put('devices', 'a', 1),
        put('seats', 'a', 2),
        { type: 'delete', collection: 'seats', key: 'a' },
      ]);
      expect(await keys('devices')).toEqual(['a']);
      expect(await keys('seats')).toEqual([]);
    });

    test('writes of one commit are applied in their order', async () => {
      const gone: StoreWrite = { type: 'delete', collection: 'devices', key: 'a' };
      await store.commit([put('devices', 'a', 1), gone, put('devices', 'a', 2, 3)]);
      expect((await store.load()).get('devices')).toEqual([{ key: 'a', version: 3, body: '2' }]);
      await store.commit([put('devices', 'a', 4, 4), gone]);
      expect(await keys('devices')).toEqual([]);
    });

    test('deleting what is not there and committing nothing are harmless', async () => {
      await store.commit([{ type: 'delete', collection: 'devices', key: 'never' }]);
      await store.commit([]);
      expect(await keys('devices')).toEqual([]);
    });

    test('records come in the order of their first appearance', async () => {
      const order = ['c', 'a', '中', 'B', 'b'];
      for (const key of order) await store.commit([put('devices', key)]);
      await store.commit([put('devices', 'a', {}, 2), { type: 'delete', collection: 'devices', key: 'c' }]);
      await store.commit([put('devices', 'c')]);
      expect(await keys('devices')).toEqual(['a', '中', 'B', 'b', 'c']);
      await reopen();
      expect(await keys('devices')).toEqual(['a', '中', 'B', 'b', 'c']);
    });

    test('commits handed in at once are applied in call order and all resolve', async () => {
      const commits = Array.from({ length: 200 }, (_, index) =>
        store.commit([
          put('devices', 'same', index, index + 1),
          put('log', String(index)),
          audit({ object: `${index}` }),
        ]),
      );
      const read = store.load();
      await Promise.all(commits);
      expect((await read).get('devices')).toEqual([{ key: 'same', version: 200, body: '199' }]);
      expect(await keys('log')).toEqual(Array.from({ length: 200 }, (_, index) => String(index)));
      expect((await objects({ limit: 1000 })).reverse()).toEqual(Array.from({ length: 200 }, (_, index) => `${index}`));
    });

    test('names in any script and any character come back byte for byte', async () => {
      const names = [
        '监控中心',
        'é',
        'e\u0301',
        'עברית',
        '한국어',
        '𠮷野家',
        '👩‍👩‍👧',
        "Robert'); DROP TABLE record;--",
        'a\0b',
        ' ',
        '',
      ];
      await store.commit(names.map((name) => put(`n-${name}`, name, { name })));
      await store.commit(names.map((name) => audit({ object: name, actor: name })));
      await reopen();
      const loaded = await store.load();
      for (const name of names) {
        expect(loaded.get(`n-${name}`)).toEqual([{ key: name, version: 1, body: JSON.stringify({ name }) }]);
        expect(await objects({ actor: name })).toEqual([name]);
      }
    });

    test('a body of several megabytes comes back whole', async () => {
      const body = JSON.stringify({ picture: '图'.repeat(1_500_000) });
      await store.commit([{ type: 'put', collection: 'big', record: { key: 'one', version: 1, body } }]);
      await reopen();
      const records = (await store.load()).get('big');
      expect(records?.length).toBe(1);
      expect(records?.[0]?.body === body).toBe(true);
    });

    test('audit entries are numbered from one, without gaps, across restarts', async () => {
      await store.commit([audit({ object: 'first' }), audit({ object: 'second' })]);
      await reopen();
      await store.commit([audit({ object: 'third' })]);
      const page = await store.readAudit(everything);
      expect(page.entries.map(({ number, object }) => [number, object])).toEqual([
        [3, 'third'],
        [2, 'second'],
        [1, 'first'],
      ]);
    });

    test('an audit entry comes back with every field', async () => {
      const refused = entry({ at: 1_780_000_000_123, outcome: 'refused', detail: 'out-of-range', from: 'seat 1' });
      await store.commit([{ type: 'audit', entry: refused }]);
      expect((await store.readAudit(everything)).entries).toEqual([{ ...refused, number: 1 }]);
    });

    test('audit entries make one chain, across commits, refused commits and restarts, whatever the clock does', async () => {
      expect(await store.auditHead()).toEqual(EMPTY_CHAIN);
      await store.commit([audit({ at: 2000, object: '中' }), put('devices', 'a'), audit({ at: 1000 })]);
      await reopen();
      await store.commit([audit({ at: 5, outcome: 'refused', detail: '👩‍👩‍👧' })]);
      await store.commit(Array.from({ length: AUDIT_PAGE_MAX + 5 }, () => audit()));
      const entries: ChainedEntry[] = [];
      for (
        let page = await store.readAuditChain(0);
        page.length > 0;
        page = await store.readAuditChain(entries.length)
      ) {
        expect(page.length).toBeLessThanOrEqual(AUDIT_PAGE_MAX);
        entries.push(...page);
      }
      expect(entries).toHaveLength(AUDIT_PAGE_MAX + 8);
      expect(entries[2]).toMatchObject({ number: 3, at: 5, detail: '👩‍👩‍👧' });
      expect(checkChain(EMPTY_CHAIN, entries)).toEqual({ ok: true, head: await store.auditHead() });
    });

    test('audit pages follow each other without a gap or an entry twice', async () => {
      await store.commit(Array.from({ length: 25 }, (_, index) => audit({ object: String(index + 1) })));
      const seen: number[] = [];
      let before: number | null = null;
      let pages = 0;
      do {
        const page: Awaited<ReturnType<Store['readAudit']>> = await store.readAudit({
          ...everything,
          before,
          limit: 10,
        });
        seen.push(...page.entries.map((each) => each.number));
        before = page.next;
        pages += 1;
      } while (before !== null);
      expect(pages).toBe(3);
      expect(seen).toEqual(Array.from({ length: 25 }, (_, index) => 25 - index));
    });

    test('a page that ends with the last entry has no next one', async () => {
      await store.commit([audit(), audit()]);
      expect((await store.readAudit({ ...everything, limit: 2 })).next).toBeNull();
      expect((await store.readAudit({ ...everything, limit: 1 })).next).toBe(2);
      expect((await store.readAudit({ ...everything, before: 1 })).entries).toEqual([]);
    });

    test('no page is longer than the limit of pages', async () => {
      await store.commit(Array.from({ length: AUDIT_PAGE_MAX + 1 }, () => audit()));
      const page = await store.readAudit({ ...everything, limit: AUDIT_PAGE_MAX + 500 });
      expect(page.entries.length).toBe(AUDIT_PAGE_MAX);
      expect(page.next).toBe(2);
    });

    test.each<[string, Partial<AuditQuery>, string[]]>([
      ['actor', { actor: 'operator:hxfj' }, ['d', 'b']],
      ['an actor in another letter case', { actor: 'operator:HXFJ' }, []],
      ['action', { action: 'connect' }, ['d', 'c', 'b']],
      ['actor and action', { actor: 'operator:op2', action: 'connect' }, ['c']],
      ['from, that moment included', { from: 200 }, ['d', 'c', 'b']],
      ['until, that moment excluded', { until: 200 }, ['a']],
      ['from and until', { from: 200, until: 400 }, ['c', 'b']],
      ['everything at once', { actor: 'operator:hxfj', action: 'connect', from: 100, until: 400, before: 4 }, ['b']],
    ])('the audit is filtered by %s', async (_, query, expected) => {
      await store.commit([
        audit({ at: 100, object: 'a', actor: 'operator:op2', action: 'sign-in' }),
        audit({ at: 200, object: 'b', actor: 'operator:hxfj', action: 'connect' }),
        audit({ at: 300, object: 'c', actor: 'operator:op2', action: 'connect' }),
        audit({ at: 400, object: 'd', actor: 'operator:hxfj', action: 'connect' }),
      ]);
      expect(await objects(query)).toEqual(expected);
    });

    test('closing waits for the commits under way, and a closed store refuses', async () => {
      const commit = store.commit([put('devices', 'a')]);
      const closing = store[Symbol.asyncDispose]();
      await expect(store.commit([put('devices', 'b')])).rejects.toMatchObject({ code: 'store-failed' });
      await closing;
      await commit;
      await expect(store.load()).rejects.toMatchObject({ code: 'store-failed' });
      store = await site.open();
      expect(await keys('devices')).toEqual(['a']);
    });
  });
}
