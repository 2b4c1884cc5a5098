import type { ReactNode } from 'react';
import { useOperatorAccess } from '../../api/account-queries.ts';
import { useCollection, useSessions } from '../../api/queries.ts';
import type { Operator } from '../../api/records.ts';
import { word } from '../../language/words.ts';
import { RecordList } from '../../parts/record-list.tsx';
import { RecordTab } from '../../parts/record-tab.tsx';
import { useSiteView } from '../../site-view.ts';
import { seenText } from './last-seen.ts';
import { NewOperatorDialogue } from './new-operator-dialogue.tsx';
import { OperatorDetails } from './operator-details.tsx';
import { shortRole } from './role-field.tsx';

export function OperatorsTab(): ReactNode {
  const operators = useCollection('operators');
  const groups = useCollection('groups');
  const access = useOperatorAccess();
  const lastSeen = {
    title: word('seenLast'),
    cell: ({ key }: Operator) => (
      <span className="small quiet number any">{seenText(access?.get(key)?.seen ?? null)}</span>
    ),
  };
  return (
    <RecordTab
      parameter="operator"
      records={operators}
      nameOf={({ name }) => name}
      list={({ add, choose }) => (
        <RecordList
          records={operators}
          nameOf={({ name }) => name}
          nameTitle={word('operatorName')}
          columns={[
            {
              title: word('memberOf'),
              cell: ({ groups: keys }) => (
                <span className="row wrap">
                  {keys.map((key) => (
                    <bdi key={key} className="chip plain clip">
                      {groups.get(key)?.name ?? key}
                    </bdi>
                  ))}
                </span>
              ),
            },
            { title: word('role'), cell: ({ role }) => shortRole(role) },
            {
              title: word('state'),
              cell: (each) => <Presence operator={each} blocked={access?.get(each.key)?.blockedUntil ?? null} />,
            },
            ...(access === null ? [] : [lastSeen]),
          ]}
          empty={{ title: word('noOperators'), text: word('noOperatorsText') }}
          addLabel={word('newOperator')}
          add={add}
          choose={choose}
        />
      )}
      details={(operator, close) => <OperatorDetails operator={operator} close={close} />}
      creation={(actions) => <NewOperatorDialogue {...actions} />}
    />
  );
}

/** Where somebody sits just now. */
function Presence({ operator, blocked }: { readonly operator: Operator; readonly blocked: number | null }): ReactNode {
  const sessions = useSessions();
  const seats = useCollection('seats');
  const site = useSiteView();
  if (operator.disabled) return <span className="chip bad">{word('disabled')}</span>;
  const theirs = sessions.filter((session) => session.operator === operator.key);
  const places = theirs.map(({ seat, receivers }) => {
    const name = seat === null ? undefined : seats.get(seat)?.name;
    return name ?? site.labelOf(receivers[0] ?? '');
  });
  return (
    <span className="row wrap">
      {theirs.length === 0 ? (
        <span className="quiet">{word('notSignedIn')}</span>
      ) : (
        <span className="chip good">{word('signedInAt', { seat: places.join(', ') })}</span>
      )}
      {blocked !== null && <span className="chip warn">{word('blocked')}</span>}
    </span>
  );
}
