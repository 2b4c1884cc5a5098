import { Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { word } from '../../language/words.ts';
import { Icon } from '../../shell/icons.tsx';
import type { AuditWish } from './audit-entries.ts';

/** What the manager looks for, and a search in what has come. */
export function AuditFilter(options: {
  readonly wish: AuditWish;
  readonly set: (wish: AuditWish) => void;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly reload: () => void;
}): ReactNode {
  const { wish, set, text, setText, reload } = options;
  return (
    <div className="toolbar" style={{ alignItems: 'flex-end' }}>
      <TextInput
        className="grow"
        type="search"
        label={word('search')}
        placeholder={word('searchLoaded')}
        leftSection={<Icon name="search" size={16} />}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <TextInput
        label={word('actor')}
        placeholder={word('actorHint')}
        value={wish.actor}
        onChange={({ currentTarget }) => set({ ...wish, actor: currentTarget.value })}
      />
      <TextInput
        label={word('action')}
        placeholder={word('actionHint')}
        w={180}
        value={wish.action}
        onChange={({ currentTarget }) => set({ ...wish, action: currentTarget.value })}
      />
      <TextInput
        type="datetime-local"
        label={word('fromTime')}
        onChange={({ currentTarget }) => set({ ...wish, from: momentOf(currentTarget.value) })}
      />
      <TextInput
        type="datetime-local"
        label={word('untilTime')}
        onChange={({ currentTarget }) => set({ ...wish, until: momentOf(currentTarget.value) })}
      />
      <Button variant="default" onClick={reload}>
        {word('reload')}
      </Button>
    </div>
  );
}

/** By the reader's clock, as the field shows it. */
function momentOf(text: string): number | null {
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
