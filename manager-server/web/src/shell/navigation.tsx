import { ActionIcon } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useAccount, usePendingCount, useSettings } from '../api/queries.ts';
import { type PlainWord, word } from '../language/words.ts';
import { Appearance } from './appearance.tsx';
import { Icon, type IconName } from './icons.tsx';
import { signOut } from './sign-out.ts';

interface Item {
  readonly path: string;
  readonly name: PlainWord;
  readonly icon: IconName;
}

export const navigationItems: readonly Item[] = [
  { path: '/', name: 'overview', icon: 'overview' },
  { path: '/matrix', name: 'matrix', icon: 'matrix' },
  { path: '/devices', name: 'devices', icon: 'devices' },
  { path: '/people', name: 'people', icon: 'people' },
  { path: '/hotkeys', name: 'hotkeys', icon: 'hotkeys' },
  { path: '/places', name: 'places', icon: 'places' },
  { path: '/sessions', name: 'sessions', icon: 'sessions' },
  { path: '/audit', name: 'audit', icon: 'audit' },
  { path: '/settings', name: 'settings', icon: 'settings' },
];

/** The side bar; on a phone a bar on top with a button for it. */
export function Navigation(): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <header className="top">
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={word(open ? 'closeMenu' : 'openMenu')}
          aria-expanded={open}
          aria-controls="side"
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'close' : 'menu'} />
        </ActionIcon>
        <Brand />
      </header>
      <nav
        id="side"
        className={open ? 'side open' : 'side'}
        aria-label={word('navigation')}
        onKeyDown={({ key }) => key === 'Escape' && setOpen(false)}
      >
        <Brand />
        {navigationItems.map((item) => (
          <NavigationItem key={item.path} item={item} chosen={() => setOpen(false)} />
        ))}
        <Account />
      </nav>
    </>
  );
}

function NavigationItem({ item, chosen }: { readonly item: Item; readonly chosen: () => void }): ReactNode {
  const [location] = useLocation();
  const pending = usePendingCount();
  const here = item.path === '/' ? location === '/' : location.startsWith(item.path);
  return (
    <Link href={item.path} className="item" aria-current={here ? 'page' : undefined} onClick={chosen}>
      <Icon name={item.icon} />
      <span>{word(item.name)}</span>
      {item.path === '/devices' && pending > 0 && (
        <span className="count" role="img" aria-label={word('waitingBoxes', { count: pending })}>
          {pending}
        </span>
      )}
    </Link>
  );
}

function Brand(): ReactNode {
  const { name } = useSettings();
  return (
    <Link href="/" className="brand">
      <img src="/icon.svg" alt="" />
      <span className="grow">
        {word('site')}
        {name !== '' && <span className="site name">{name}</span>}
      </span>
    </Link>
  );
}

function Account(): ReactNode {
  const { name } = useAccount();
  return (
    <div className="rest">
      <div className="row">
        <span className="who" title={name}>
          {name}
        </span>
        <Appearance />
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={word('signOut')}
          title={word('signOut')}
          onClick={() => void signOut()}
        >
          <Icon name="leave" />
        </ActionIcon>
      </div>
    </div>
  );
}
