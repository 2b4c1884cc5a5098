import { type ReactNode, useState } from 'react';
import { useCollection, useSessions } from '../../api/queries.ts';
import type { Operator } from '../../api/records.ts';
import { word } from '../../language/words.ts';
import { useChosenKey } from '../../parts/chosen-key.ts';
import { RecordList } from '../../parts/record-list.tsx';
import { SidePanel } from '../../parts/side-panel.tsx';
import { useSiteView } from '../../site-view.ts';
import { NewOperatorDialogue } from './new-operator-dialogue.tsx';
import { OperatorDetails } from './operator-details.tsx';

export function OperatorsTab(): ReactNode {
  const operators = useCollection('operators');
  const groups = useCollection('groups');
  const [chosen, choose] = useChosenKey('operator');
  const [adding, setAdding] = useState(false);
  const operator = operators.get(chosen ?? '');
  return (
    <>
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
          { title: word('state'), cell: (each) => <Presence operator={each} /> },
        ]}
        empty={{ title: word('noOperators'), text: word('noOperatorsText') }}
        addLabel={word('newOperator')}
        add={() => setAdding(true)}
        choose={choose}
      />
      <SidePanel opened={operator !== undefined} close={() => choose(null)} title={operator?.name ?? ''}>
        {operator !== undefined && (
          <OperatorDetails key={operator.key} operator={operator} close={() => choose(null)} />
        )}
      </SidePanel>
      {adding && <NewOperatorDialogue close={() => setAdding(false)} created={choose} />}
    </>
  );
}

/** Where somebody sits just now. */
function Presence({ operator }: { readonly operator: Operator }): ReactNode {
  const sessions = useSessions();
  const seats = useCollection('seats');
  const site = useSiteView();
  if (operator.disabled) return <span className="chip bad">{word('disabled')}</span>;
  const theirs = sessions.filter((session) => session.operator === operator.key);
  if (theirs.length === 0) return <span className="quiet">{word('notSignedIn')}</span>;
  const places = theirs.map(({ seat, receivers }) => {
    const name = seat === null ? undefined : seats.get(seat)?.name;
    return name ?? site.labelOf(receivers[0] ?? '');
  });
  return <span className="chip good">{word('signedInAt', { seat: places.join(', ') })}</span>;
}
