import { createTheme, Drawer, MantineProvider, Modal } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { Route, Switch } from 'wouter';
import { whenSignedOut } from './api/client.ts';
import { queryClient, useAccount } from './api/queries.ts';
import { useLanguage, word } from './language/words.ts';
import { LiveSite } from './live/live-site.tsx';
import OverviewPage from './pages/overview/overview-page.tsx';
import { Empty } from './shell/page.tsx';
import { Loading, LostBanner, Shell } from './shell/shell.tsx';

const SignInPage = lazy(() => import('./pages/entry/sign-in-page.tsx'));
const ClaimPage = lazy(() => import('./pages/entry/claim-page.tsx'));
const ConsolePage = lazy(() => import('./pages/console/console-page.tsx'));
const HotkeysPage = lazy(() => import('./pages/hotkeys/hotkeys-page.tsx'));
const PlacesPage = lazy(() => import('./pages/places/places-page.tsx'));
const SessionsPage = lazy(() => import('./pages/sessions/sessions-page.tsx'));
const AuditPage = lazy(() => import('./pages/audit/audit-page.tsx'));
const SettingsPage = lazy(() => import('./pages/settings/settings-page.tsx'));
const MatrixPage = lazy(() => import('./pages/matrix/matrix-page.tsx'));
const PeoplePage = lazy(() => import('./pages/people/people-page.tsx'));
const AccountPage = lazy(() => import('./pages/account/account-page.tsx'));
const SecurityPage = lazy(() => import('./pages/security/security-page.tsx'));
const OwnConsolesPage = lazy(() => import('./pages/console/own-consoles.tsx'));
const DevicesPage = lazy(() => import('./pages/devices/devices-page.tsx'));

// The scroll lock writes a style element, which the content security policy refuses; theme.css does the same by a rule.
const theme = createTheme({
  respectReducedMotion: true,
  components: {
    Modal: Modal.extend({ defaultProps: { lockScroll: false, centered: true, closeButtonProps: {} } }),
    Drawer: Drawer.extend({ defaultProps: { lockScroll: false, position: 'right' } }),
  },
});

export function App(): ReactNode {
  const language = useLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queryClient}>
        {/* Every text is made anew when the language changes; what is being edited is kept outside. */}
        <Switch key={language}>
          <Route path="/sign-in">
            <Entry>
              <SignInPage />
            </Entry>
          </Route>
          <Route path="/claim">
            <Entry>
              <ClaimPage />
            </Entry>
          </Route>
          <Route path="/console/*">
            {({ '*': path }) => (
              <>
                <Suspense fallback={<Loading />}>
                  <LiveSite />
                  <ConsolePage path={path} />
                </Suspense>
                <LostBanner />
              </>
            )}
          </Route>
          <Route>
            <Shell>
              <Pages />
            </Shell>
          </Route>
        </Switch>
      </QueryClientProvider>
    </MantineProvider>
  );
}

function Pages(): ReactNode {
  return (
    <Switch>
      <Route path="/account">
        <AccountPage />
      </Route>
      <Route path="/security">
        <SecurityPage />
      </Route>
      <Route path="/">
        <FirstPage />
      </Route>
      <Route path="/devices">
        <DevicesPage />
      </Route>
      <Route path="/people">
        <PeoplePage />
      </Route>
      <Route path="/hotkeys">
        <HotkeysPage />
      </Route>
      <Route path="/places">
        <PlacesPage />
      </Route>
      <Route path="/sessions">
        <SessionsPage />
      </Route>
      <Route path="/audit">
        <AuditPage />
      </Route>
      <Route path="/settings">
        <SettingsPage />
      </Route>
      <Route path="/matrix">
        <MatrixPage />
      </Route>
      <Route>
        <Empty title={word('noSuchPage')} />
      </Route>
    </Switch>
  );
}

const FirstPage = (): ReactNode => (useAccount().role === 'operator' ? <OwnConsolesPage /> : <OverviewPage />);

const Entry = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <>
    <Suspense fallback={<Loading />}>{children}</Suspense>
    <LostBanner />
  </>
);

let leaving = false;

whenSignedOut(() => {
  if (leaving || /^\/(sign-in|claim)$/.test(location.pathname)) return;
  leaving = true;
  const { pathname, search } = location;
  location.assign(pathname === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(pathname + search)}`);
});
