import { QueryErrorResetBoundary } from '@tanstack/react-query';
import { type ReactNode, Suspense } from 'react';
import { useLocation } from 'wouter';
import { word } from '../language/words.ts';
import { useConnected } from '../live/connection.ts';
import { AccountGate } from './account-gate.tsx';
import { Confirmation } from './confirmation.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Navigation } from './navigation.tsx';
import { Notices } from './notices.tsx';
import { PasswordConfirmation } from './password-confirmation.tsx';
import { RoleGate } from './role-gate.tsx';
import { TwinBanner } from './twin-banner.tsx';

/** Everything around a page. */
export function Shell({ children }: { readonly children: ReactNode }): ReactNode {
  const [location] = useLocation();
  return (
    <>
      <a className="skip" href="#content">
        {word('toContent')}
      </a>
      <div className="shell">
        <QueryErrorResetBoundary>
          {({ reset }) => (
            <ErrorBoundary retry={reset}>
              <Suspense fallback={<Loading />}>
                <AccountGate>
                  <Navigation />
                  <main id="content" className="main" tabIndex={-1}>
                    <TwinBanner />
                    <ErrorBoundary key={location} retry={reset}>
                      <Suspense fallback={<Loading />}>
                        <RoleGate>{children}</RoleGate>
                      </Suspense>
                    </ErrorBoundary>
                  </main>
                </AccountGate>
              </Suspense>
            </ErrorBoundary>
          )}
        </QueryErrorResetBoundary>
      </div>
      <Notices />
      <Confirmation />
      <PasswordConfirmation />
      <LostBanner />
    </>
  );
}

export function LostBanner(): ReactNode {
  const connected = useConnected();
  return (
    <div className="lost" role="status" hidden={connected}>
      {word('connectionLost')}
    </div>
  );
}

export const Loading = (): ReactNode => (
  <p className="empty" role="status">
    {word('loading')}
  </p>
);
