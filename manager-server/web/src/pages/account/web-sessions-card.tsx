import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWebSessions, type WebSession } from '../../api/account-queries.ts';
import { api, doneOf } from '../../api/client.ts';
import { queryClient } from '../../api/queries.ts';
import { dateTime } from '../../language/format.ts';
import { word } from '../../language/words.ts';
import { confirmed } from '../../shell/confirmation.tsx';
import { Icon } from '../../shell/icons.tsx';
import { act } from '../../shell/notices.tsx';
import { browserName } from './browser-name.ts';

const readAnew = () => queryClient.invalidateQueries({ queryKey: ['web-sessions'] });

/** Where one is signed in, and an end of it. */
export function WebSessionsCard(): ReactNode {
  const sessions = useWebSessions();
  const sorted = [...sessions].sort((one, other) => Number(other.current) - Number(one.current));
  const endOthers = async () => {
    const question = { title: word('endOthersTitle'), text: word('endOthersText') };
    if (!(await confirmed({ ...question, action: word('endOthers'), danger: true }))) return;
    await act(() => doneOf(api.DELETE('/api/account/web-sessions')), { done: word('webSessionsEnded') });
    await readAnew();
  };
  return (
    <section className="card flush" aria-labelledby="web-sessions">
      <div className="toolbar">
        <div className="stack tight grow">
          <h2 id="web-sessions">{word('webSessions')}</h2>
          <p className="quiet small">{word('webSessionsText')}</p>
        </div>
        <Button variant="light" color="red" disabled={sessions.length < 2} onClick={() => void endOthers()}>
          {word('endOthers')}
        </Button>
      </div>
      <ul className="rows">
        {sorted.map((session) => (
          <SessionLine key={session.id} session={session} />
        ))}
      </ul>
    </section>
  );
}

function SessionLine({ session }: { readonly session: WebSession }): ReactNode {
  const { id, startedAt, seenAt, from, agent, current } = session;
  const end = async () => {
    const params = { path: { id } };
    await act(() => doneOf(api.DELETE('/api/account/web-sessions/{id}', { params })), {
      done: word('webSessionEnded'),
    });
    await readAnew();
  };
  return (
    <li className="row" data-web-session={current ? 'current' : 'other'}>
      <Icon name="screen" />
      <span className="stack tight grow">
        <span className="row wrap">
          <span className="strong any" title={agent}>
            {browserName(agent) ?? word('unknownBrowser')}
          </span>
          <bdi className="quiet number">{from}</bdi>
          {current && <span className="chip good">{word('thisBrowser')}</span>}
        </span>
        <span className="small quiet number">
          {word('sessionSince', { time: dateTime(startedAt) })} · {word('lastActive', { time: dateTime(seenAt) })}
        </span>
      </span>
      {!current && (
        <Button size="compact-sm" variant="light" color="red" onClick={() => void end()}>
          {word('endThis')}
        </Button>
      )}
    </li>
  );
}
