import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTokens } from '../../api/account-queries.ts';
import { useAccount } from '../../api/queries.ts';
import { word } from '../../language/words.ts';
import { Icon } from '../../shell/icons.tsx';
import { NewTokenDialogue } from './new-token-dialogue.tsx';
import { TokenTable } from './token-table.tsx';

/** One's own programs' keys to the API. */
export function OwnTokens(): ReactNode {
  const { key } = useAccount();
  const tokens = useTokens().filter(({ owner }) => owner === key);
  const [adding, setAdding] = useState(false);
  return (
    <section className="card flush" aria-labelledby="own-tokens">
      <div className="toolbar">
        <div className="stack tight grow">
          <h2 id="own-tokens">{word('tokens')}</h2>
          <p className="quiet small">{word('tokensText')}</p>
        </div>
        <Button leftSection={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>
          {word('newToken')}
        </Button>
      </div>
      <TokenTable tokens={tokens} owners={false} />
      {adding && <NewTokenDialogue close={() => setAdding(false)} />}
    </section>
  );
}
