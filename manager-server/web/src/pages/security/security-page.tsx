import type { ReactNode } from 'react';
import { useTokens } from '../../api/account-queries.ts';
import { word } from '../../language/words.ts';
import { Page } from '../../shell/page.tsx';
import '../../style/account.css';
import { TokenTable } from '../account/token-table.tsx';
import { AuthorityCard } from './authority-card.tsx';
import { SecondFactorPolicy } from './second-factor-policy.tsx';

/** What keeps the site to its own people and boxes. */
export default function SecurityPage(): ReactNode {
  const tokens = useTokens();
  return (
    <Page title={word('security')} text={word('securityText')}>
      <div className="account">
        <SecondFactorPolicy />
        <AuthorityCard />
        <section className="card flush" aria-labelledby="all-tokens">
          <div className="toolbar">
            <div className="stack tight grow">
              <h2 id="all-tokens">{word('tokens')}</h2>
              <p className="quiet small">{word('allTokensText')}</p>
            </div>
          </div>
          <TokenTable tokens={tokens} owners />
        </section>
      </div>
    </Page>
  );
}
