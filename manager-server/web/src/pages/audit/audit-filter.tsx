import { Autocomplete, Button, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCollection } from '../../api/queries.ts';
import { word } from '../../language/words.ts';
import { Icon } from '../../shell/icons.tsx';
import type { AuditWish } from './audit-entries.ts';
import { localMoment, momentOf, periods } from './period.ts';

/** What the manager looks for, and a search in what has come. */
export function AuditFilter(options: {
  readonly wish: AuditWish;
  readonly set: (wish: AuditWish) => void;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly clear: (() => void) | null;
  readonly reload: () => void;
}): ReactNode {
  const { wish, set, text, setText, clear, reload } = options;
  const operators = useCollection('operators');
  const actors = [...operators.values()].map(({ role, name }) => `${role}:${name}`);
  return (
    <div className="audit-filter">
      <TextInput
        className="wide"
        type="search"
        label={word('search')}
        placeholder={word('searchLoaded')}
        leftSection={<Icon name="search" size={16} />}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Autocomplete
        label={word('actor')}
        name="actor"
        placeholder={word('actorHint')}
        data={[...new Set([...actors, 'manager'])]}
        limit={20}
        value={wish.actor}
        onChange={(actor) => set({ ...wish, actor })}
      />
      <Autocomplete
        label={word('action')}
        name="action"
        placeholder={word('actionHint')}
        data={actions}
        limit={30}
        value={wish.action}
        onChange={(action) => set({ ...wish, action })}
      />
      <TextInput
        type="datetime-local"
        label={word('fromTime')}
        value={localMoment(wish.from)}
        onChange={({ currentTarget }) => set({ ...wish, from: momentOf(currentTarget.value) })}
      />
      <TextInput
        type="datetime-local"
        label={word('untilTime')}
        value={localMoment(wish.until)}
        onChange={({ currentTarget }) => set({ ...wish, until: momentOf(currentTarget.value) })}
      />
      <div className="row wrap whole">
        <fieldset className="plain row wrap grow" aria-label={word('period')}>
          {periods.map(({ name, from }) => (
            <Button
              key={name}
              size="compact-sm"
              variant="default"
              onClick={() => set({ ...wish, from: from(Date.now()), until: null })}
            >
              {word(name)}
            </Button>
          ))}
        </fieldset>
        {clear !== null && (
          <Button size="compact-sm" variant="subtle" onClick={clear}>
            {word('clearFilter')}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={reload}>
          {word('reload')}
        </Button>
      </div>
    </div>
  );
}

/** Those that people look for; any other may be typed. */
const actions: string[] = [
  ...[
    'sign-in',
    'sign-out',
    'console.open',
    'previews.open',
    'connect',
    'push',
    'fetch',
    'disconnect',
    'control.begin',
    'control.end',
  ],
  ...['device', 'device-group', 'operator', 'group', 'grant', 'hotkey', 'seat', 'wall', 'source'].flatMap((kind) =>
    ['create', 'update', 'delete'].map((what) => `${kind}.${what}`),
  ),
  ...['settings.update', 'operator.password', 'operator.unlock', 'second-factor.enrol', 'second-factor.remove'],
  ...['token.create', 'token.revoke', 'box.adopt', 'box.forget', 'authority.prepare', 'authority.switch'],
  'authority.drop',
];
