import { ActionIcon } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useAccount, usePendingCount, useSettings } from '../api/queries.ts';
import { type PlainWord, word } from '../language/words.ts';
import { Appearance } from './appearance.tsx';
import { Icon, type IconName } from './icons.tsx';
import { rolesOf } from './role-pages.ts';
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
  { path: '/security', name: 'security', icon: 'shield' },
];

/** An operator's first page is another one. */
const operatorItems: readonly Item[] = [{ path: '/', name: 'myConsoles', icon: 'screen' }];

/** The side bar; on a phone a bar on top with a button for it. */
export function Navigation(): ReactNode {
  const [open, setOpen] = useState(false);
  const { role } = useAccount();
  const items =
    role === 'operator' ? operatorItems : navigationItems.filter(({ path }) => rolesOf(path).includes(role));
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
        {items.map((item) => (
          <NavigationItem key={item.path} item={item} chosen={() => setOpen(false)} />
        ))}
        <Account />
      </nav>
    </>
  );
}

function NavigationItem({ item, chosen }: { readonly item: Item; readonly chosen: () => void }): ReactNode {
  const [location] = useLocation();
  const here = item.path === '/' ? location === '/' : location.startsWith(item.path);
  return (
    <Link href={item.path} className="item" aria-current={here ? 'page' : undefined} onClick={chosen}>
      <Icon name={item.icon} />
      <span>{word(item.name)}</span>
      {item.path === '/devices' && <Waiting />}
    </Link>
  );
}

function Waiting(): ReactNode {
  const pending = usePendingCount();
  if (pending === 0) return null;
  return (
    <span className="count" role="img" aria-label={word('waitingBoxes', { count: pending })}>
      {pending}
    </span>
  );
}

function Brand(): ReactNode {
  const { role } = useAccount();
  return (
    <Link href="/" className="brand">
      <img src="/icon.svg" alt="" />
      <span className="grow">
        {word('site')}
        {role !== 'operator' && <SiteName />}
      </span>
    </Link>
  );
}

/** Settings are not told to operators. */
function SiteName(): ReactNode {
  const { name } = useSettings();
  return name === '' || name === word('site') ? null : (
    <span className="site name" title={name}>
      {name}
    </span>
  );
}

function Account(): ReactNode {
  const { name } = useAccount();
  const [location] = useLocation();
  return (
    <div className="rest">
      <Link
        href="/account"
        className="who"
        title={word('account')}
        aria-label={`${word('account')}: ${name}`}
        aria-current={location.startsWith('/account') ? 'page' : undefined}
      >
        <Icon name="sessions" size={16} />
        <span className="clip">{name}</span>
      </Link>
      <div className="row">
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
