import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { api, doneOf } from '../../api/client.ts';
import { useAccount, useCollection, useSessions } from '../../api/queries.ts';
import type { Session } from '../../api/records.ts';
import { dateTime } from '../../language/format.ts';
import { word } from '../../language/words.ts';
import { confirmed } from '../../shell/confirmation.tsx';
import { act } from '../../shell/notices.tsx';
import { Empty, Page } from '../../shell/page.tsx';
import { type SiteView, useSiteView } from '../../site-view.ts';
import '../../style/records.css';
import { receiverConsole, seatConsole } from '../console/console-place.ts';
import { SeatMessage } from './seat-message.tsx';

/** Who sits where, and what they see. */
export default function SessionsPage(): ReactNode {
  const sessions = useSessions();
  const site = useSiteView();
  return (
    <Page title={word('sessions')} text={word('sessionsText')}>
      {sessions.length === 0 ? (
        <div className="card">
          <Empty title={word('noSessions')} text={word('noSessionsText')} />
        </div>
      ) : (
        <section className="card flush table-wrap">
          <table className="table">
            <thead>
              <tr>
                <th>{word('asOperator')}</th>
                <th>{word('seat')}</th>
                <th>{word('since')}</th>
                <th>{word('watching')}</th>
                <th>
                  <span className="visually-hidden">{word('actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {sessions.map((session) => (
                <SessionRow key={session.id} session={session} site={site} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Page>
  );
}

function SessionRow({ session, site }: { readonly session: Session; readonly site: SiteView }): ReactNode {
  const operators = useCollection('operators');
  const seats = useCollection('seats');
  const operator = operators.get(session.operator)?.name ?? session.operator;
  const { role } = useAccount();
  const named = seats.get(session.seat ?? '')?.name;
  const [first = ''] = session.receivers;
  const seat = named ?? site.labelOf(first);
  const console = named === undefined ? receiverConsole(site.devices.get(first)?.id ?? '') : seatConsole(named);
  const mayAct = role !== 'auditor';
  const end = async () => {
    const question = { title: word('endSessionTitle', { operator }), text: word('endSessionText', { seat }) };
    if (!(await confirmed({ ...question, action: word('endSession'), danger: true }))) return;
    const params = { path: { id: session.id } };
    await act(() => doneOf(api.DELETE('/api/sessions/{id}', { params })), { done: word('sessionEnded', { operator }) });
  };
  return (
    <tr data-session={operator}>
      <td className="strong wide-cell">
        <Link href={`/people?operator=${encodeURIComponent(session.operator)}`} className="record-link">
          <bdi className="any">{operator}</bdi>
        </Link>
      </td>
      <td className="wide-cell">
        <bdi className="any">{seat}</bdi>
      </td>
      <td className="number">{dateTime(session.since)}</td>
      <td>
        <div className="stack tight">
          {session.receivers.map((receiver) => (
            <Shown key={receiver} receiver={receiver} site={site} />
          ))}
        </div>
      </td>
      <td>
        {mayAct && (
          <div className="row end">
            <Button component="a" href={console} target="_blank" rel="noreferrer" size="compact-sm" variant="default">
              {word('seatConsoleOpen')}
            </Button>
            <SeatMessage receivers={session.receivers} site={site} name={seat} />
            <Button size="compact-sm" variant="light" color="red" onClick={() => void end()}>
              {word('endSession')}
            </Button>
          </div>
        )}
      </td>
    </tr>
  );
}

function Shown({ receiver, site }: { readonly receiver: string; readonly site: SiteView }): ReactNode {
  const operators = useCollection('operators');
  const route = site.routeOf(receiver);
  const id = site.devices.get(receiver)?.id ?? receiver;
  if (route?.transmitter == null)
    return (
      <span className="row quiet">
        <span className="number">{id}</span>
        {word('sessionShowsNothing')}
      </span>
    );
  const pushedBy =
    route.basis?.type === 'push' ? (operators.get(route.basis.operator)?.name ?? route.basis.operator) : null;
  return (
    <span className="row wrap">
      <span className="quiet number">{id}</span>
      <span className="any">{site.labelOf(route.transmitter)}</span>
      <span className={route.mode === 'shared' ? 'chip good' : 'chip plain'}>
        {word(route.mode === 'shared' ? 'controlsKeys' : 'viewsOnly')}
      </span>
      {pushedBy !== null && <span className="small quiet">{word('pushedBy', { operator: pushedBy })}</span>}
    </span>
  );
}
