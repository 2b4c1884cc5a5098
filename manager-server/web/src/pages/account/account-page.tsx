import type { ReactNode } from 'react';
import { useAccount } from '../../api/queries.ts';
import { word } from '../../language/words.ts';
import { Page } from '../../shell/page.tsx';
import '../../style/account.css';
import { OwnTokens } from './own-tokens.tsx';
import { PasswordCard } from './password-card.tsx';
import { SecondFactorCard } from './second-factor-card.tsx';
import { WebSessionsCard } from './web-sessions-card.tsx';

/** What is one's own: password, second factor, sessions, and programs' tokens. */
export default function AccountPage(): ReactNode {
  const { role } = useAccount();
  return (
    <Page title={word('account')} text={word('accountText')}>
      <div className="account">
        <div className="columns">
          <PasswordCard />
          <SecondFactorCard />
        </div>
        <WebSessionsCard />
        {role === 'administrator' && <OwnTokens />}
      </div>
    </Page>
  );
}
