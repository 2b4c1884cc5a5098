import { createHash } from 'node:crypto';
import { operatorKey } from '@seatmatrix/protocol/domain';
import { decodeRecords, type RecordCodec, type RecordCollection, type StoredRecord } from '../store/index.ts';
import type { Restoring } from './credentials.ts';

/** The difference between what people have and what a backup says they had, by the secret that matters. */
export function restoringOf<Value>(
  current: RecordCollection<Value>,
  backup: {
    readonly records: ReadonlyMap<string, readonly StoredRecord[]>;
    readonly codec: RecordCodec<Value>;
    readonly secretOf: (value: Value) => string;
  },
): Restoring {
  const { records, codec, secretOf } = backup;
  const wanted = decodeRecords(current.name, { codec, records });
  const changed: Restoring['changed'][number][] = [];
  const revision = createHash('sha256');
  for (const [key, { value }] of current.entries()) {
    revision.update(`${key} ${secretOf(value)}\n`);
    const then = wanted.get(key);
    if (then === undefined) changed.push({ operator: operatorKey(key), action: 'remove' });
    else if (secretOf(then.value) !== secretOf(value)) changed.push({ operator: operatorKey(key), action: 'change' });
  }
  for (const key of wanted.keys()) {
    if (current.get(key) === undefined) changed.push({ operator: operatorKey(key), action: 'add' });
  }
  return {
    changed,
    revision: revision.digest('hex'),
    stage: () =>
      changed.map(({ operator }) => {
        const then = wanted.get(operator);
        return then === undefined ? current.stageDelete(operator) : current.stagePut(operator, then.value);
      }),
  };
}
