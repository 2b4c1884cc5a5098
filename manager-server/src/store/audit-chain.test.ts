import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChainedEntry, checkChain, EMPTY_CHAIN, nextHead } from './audit-chain.ts';
import type { AuditEntry } from './store.ts';

const entry: AuditEntry = {
  at: 1_780_000_000_000,
  actor: 'operator:张三',
  from: 'seat "1"',
  action: 'connect',
  object: '0001 气象',
  outcome: 'done',
  detail: '',
};

function chainOf(entries: readonly AuditEntry[]): readonly ChainedEntry[] {
  let head = EMPTY_CHAIN;
  return entries.map((each) => {
    head = nextHead(head, each);
    return { ...each, ...head };
  });
}

const anyEntry = fc.record<AuditEntry>({
  // Any order of times: the manager's clock may be set back between two entries.
  at: fc.integer({ min: 0, max: 4_102_444_800_000 }),
  actor: fc.string({ unit: 'binary' }),
  from: fc.string(),
  action: fc.string(),
  object: fc.string({ unit: 'binary' }),
  outcome: fc.constantFrom('done', 'refused'),
  detail: fc.string(),
});
const chain = fc.array(anyEntry, { minLength: 2, maxLength: 12 }).map(chainOf);

describe('the chain of the audit', () => {
  test('is what anybody can compute again with sha256sum', () => {
    // printf '%s\n%s' 000…000 '[1,1780000000000,"operator:张三","seat \"1\"","connect","0001 气象","done",""]' | sha256sum
    expect(nextHead(EMPTY_CHAIN, entry)).toEqual({
      number: 1,
      hash: 'f1e54fa969287576b2776e955e79fda0f8955a5eabd3fa865e230b6f71ac98ae',
    });
  });

  test('holds whatever the entries say and however their times jump', () => {
    fc.assert(
      fc.property(chain, (entries) => {
        const last = entries.at(-1);
        expect(checkChain(EMPTY_CHAIN, entries)).toEqual({
          ok: true,
          head: { number: last?.number, hash: last?.hash },
        });
      }),
    );
  });

  test('shows any field of any entry that was altered, at its number', () => {
    fc.assert(
      fc.property(chain, fc.nat(), fc.constantFrom('at', 'actor', 'from', 'object', 'detail'), (entries, at, field) => {
        const index = at % entries.length;
        const altered = entries.map((each, place) =>
          place === index ? { ...each, [field]: field === 'at' ? each.at + 1 : `${each[field]}x` } : each,
        );
        expect(checkChain(EMPTY_CHAIN, altered)).toEqual({ ok: false, number: index + 1, why: 'altered' });
      }),
    );
  });

  test('shows an entry that was taken out, and two that were exchanged', () => {
    fc.assert(
      fc.property(chain, fc.nat(), (entries, at) => {
        const index = at % (entries.length - 1);
        const without = entries.filter((_, place) => place !== index);
        expect(checkChain(EMPTY_CHAIN, without)).toEqual({ ok: false, number: index + 1, why: 'missing' });
        const exchanged = [...entries];
        const [one, two] = [entries[index], entries[index + 1]];
        if (one === undefined || two === undefined) return;
        exchanged[index] = { ...two, number: one.number };
        exchanged[index + 1] = { ...one, number: two.number };
        expect(checkChain(EMPTY_CHAIN, exchanged).ok).toBe(false);
      }),
    );
  });

  test('that was computed anew from an altered entry on has another head', () => {
    const entries = chainOf([entry, entry, entry]);
    const forged = chainOf([entry, { ...entry, actor: 'operator:李四' }, entry]);
    expect(checkChain(EMPTY_CHAIN, forged).ok).toBe(true);
    expect(forged.at(-1)?.hash).not.toBe(entries.at(-1)?.hash);
  });
});
