import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useOperatorAccess } from '../../api/account-queries.ts';
import { api, doneOf } from '../../api/client.ts';
import { useAccount } from '../../api/queries.ts';
import type { Operator } from '../../api/records.ts';
import { dateTime, time } from '../../language/format.ts';
import { word } from '../../language/words.ts';
import { confirmed } from '../../shell/confirmation.tsx';
import { act } from '../../shell/notices.tsx';
import { withPassword } from '../../shell/password-confirmation.tsx';
import { seenText } from './last-seen.ts';

/** How somebody signs in, when he was there, and what helps one who cannot. Live. */
export function OperatorAccessSection({ operator: { key, name } }: { readonly operator: Operator }): ReactNode {
  const access = useOperatorAccess()?.get(key);
  const { role } = useAccount();
  if (access === undefined) return null;
  const { blockedUntil, passwordChangedAt, secondFactor, seen, webSessions } = access;
  const params = { path: { key } };
  const resetFactor = async () => {
    const question = { title: word('resetFactorTitle', { name }), text: word('resetFactorText') };
    if (!(await confirmed({ ...question, action: word('resetFactor'), danger: true }))) return;
    await act(() => withPassword(() => doneOf(api.DELETE('/api/operators/{key}/second-factor', { params }))), {
      done: word('factorReset', { name }),
    });
  };
  const unlock = () =>
    act(() => doneOf(api.DELETE('/api/operators/{key}/throttle', { params })), { done: word('unlocked', { name }) });
  return (
    <section className="stack" data-access={name}>
      <h2>{word('access')}</h2>
      {blockedUntil !== null && (
        <div className="callout warn row wrap between">
          <span>
            {word('blocked')}: {word('blockedUntil', { time: time(blockedUntil) })}
          </span>
          {role === 'administrator' && (
            <Button size="compact-sm" variant="default" onClick={() => void unlock()}>
              {word('unlock')}
            </Button>
          )}
        </div>
      )}
      <dl className="facts">
        <dt>{word('seenLast')}</dt>
        <dd>{seenText(seen)}</dd>
        <dt>{word('pageSessions')}</dt>
        <dd>{word('pageSessionCount', { count: webSessions })}</dd>
        <dt>{word('passwordSince')}</dt>
        <dd>{passwordChangedAt === null ? word('noPassword') : dateTime(passwordChangedAt)}</dd>
        <dt>{word('secondFactor')}</dt>
        <dd className="row wrap">
          <span className={secondFactor ? 'chip good' : 'chip plain'}>
            {word(secondFactor ? 'hasFactor' : 'hasNoFactor')}
          </span>
          {secondFactor && role === 'administrator' && (
            <Button size="compact-sm" variant="light" color="red" onClick={() => void resetFactor()}>
              {word('resetFactor')}
            </Button>
          )}
        </dd>
      </dl>
    </section>
  );
}
