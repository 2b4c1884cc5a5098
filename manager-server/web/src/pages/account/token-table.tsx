import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ApiToken } from '../../api/account-queries.ts';
import { api, doneOf } from '../../api/client.ts';
import { queryClient, useAccount, useCollection } from '../../api/queries.ts';
import { dateTime } from '../../language/format.ts';
import { word } from '../../language/words.ts';
import { confirmed } from '../../shell/confirmation.tsx';
import { act } from '../../shell/notices.tsx';
import { Empty } from '../../shell/page.tsx';
import { scopeWords } from './token-scopes.ts';

/** Tokens with what they may, when they were used, and an end of each. */
export function TokenTable({
  tokens,
  owners,
}: {
  readonly tokens: readonly ApiToken[];
  readonly owners: boolean;
}): ReactNode {
  if (tokens.length === 0)
    return <Empty title={word('noTokens')} text={word(owners ? 'noTokensAnywhereText' : 'noTokensText')} />;
  return (
    <div className="table-wrap">
      <table className="table">
        <thead>
          <tr>
            <th>{word('tokenName')}</th>
            {owners && <th>{word('tokenOwner')}</th>}
            <th>{word('tokenScopes')}</th>
            <th>{word('tokenUsed')}</th>
            <th>{word('tokenExpires')}</th>
            <th>
              <span className="visually-hidden">{word('actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <TokenRow key={token.id} token={token} owner={owners} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TokenRow({ token, owner }: { readonly token: ApiToken; readonly owner: boolean }): ReactNode {
  const { role } = useAccount();
  const operators = useCollection('operators');
  const { id, name, scopes, lastUsedAt, expiresAt } = token;
  const revoke = async () => {
    const question = { title: word('tokenRevokeTitle', { name }), text: word('tokenRevokeText') };
    if (!(await confirmed({ ...question, action: word('tokenRevoke'), danger: true }))) return;
    const params = { path: { id } };
    await act(() => doneOf(api.DELETE('/api/tokens/{id}', { params })), { done: word('tokenRevoked', { name }) });
    await queryClient.invalidateQueries({ queryKey: ['tokens'] });
  };
  return (
    <tr data-token={name}>
      <td className="strong">
        <bdi className="any">{name}</bdi>
      </td>
      {owner && (
        <td>
          <bdi className="any">{operators.get(token.owner)?.name ?? token.owner}</bdi>
        </td>
      )}
      <td>
        <span className="row wrap">
          {scopes.map((scope) => (
            <span key={scope} className="chip plain">
              {word(scopeWords[scope].name)}
            </span>
          ))}
        </span>
      </td>
      <td className="number">{lastUsedAt === null ? word('tokenNeverUsed') : dateTime(lastUsedAt)}</td>
      <td className="number">{dateTime(expiresAt)}</td>
      <td>
        {role === 'administrator' && (
          <Button size="compact-sm" variant="light" color="red" onClick={() => void revoke()}>
            {word('tokenRevoke')}
          </Button>
        )}
      </td>
    </tr>
  );
}
