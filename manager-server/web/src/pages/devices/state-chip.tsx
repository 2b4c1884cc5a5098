import type { ReactNode } from 'react';
import { word } from '../../language/words.ts';
import type { DeviceState } from './device-rows.ts';

const looks = {
  online: { tone: 'good', name: 'online' },
  offline: { tone: 'bad', name: 'offline' },
  twins: { tone: 'bad', name: 'twins' },
  empty: { tone: 'plain', name: 'noBox' },
} as const;

export function StateChip({ state }: { readonly state: DeviceState }): ReactNode {
  const { tone, name } = looks[state];
  return <span className={`chip ${tone}`}>{word(name)}</span>;
}
