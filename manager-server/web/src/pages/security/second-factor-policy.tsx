import { SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useOperatorAccess } from '../../api/account-queries.ts';
import { useAccount, useCollection, useSettings } from '../../api/queries.ts';
import { word } from '../../language/words.ts';
import { DraftBar } from '../../parts/draft-bar.tsx';
import { useSettingsDraft } from '../../parts/record-draft.ts';

const wishes = ['optional', 'administrators', 'everybody'] as const;
const names = {
  optional: 'wantNobody',
  administrators: 'wantAdministrators',
  everybody: 'wantEverybody',
} as const;

/** Who has to have a second factor, beside who has one. */
export function SecondFactorPolicy(): ReactNode {
  const { role, secondFactor } = useAccount();
  const operators = useCollection('operators');
  const access = useOperatorAccess();
  const draft = useSettingsDraft(useSettings());
  const { value, set } = draft;
  const everybody = value.secondFactor === 'everybody';
  const people = [...operators.values()].filter(
    (each) => !each.disabled && (everybody || each.role === 'administrator'),
  );
  const have = people.filter(({ key }) => access?.get(key)?.secondFactor === true);
  const figures = { count: have.length, total: people.length };
  const mayChange = role === 'administrator';
  return (
    <section className="card stack" aria-labelledby="want-factor">
      <div className="row wrap between">
        <div className="stack tight grow">
          <h2 id="want-factor">{word('wantSecondFactor')}</h2>
          <p className="quiet">{word('wantText')}</p>
        </div>
        <span className={have.length === people.length ? 'chip good' : 'chip warn'}>
          {everybody ? word('factorCountAll', figures) : word('factorCount', figures)}
        </span>
      </div>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void draft.save();
        }}
      >
        <SegmentedControl
          aria-label={word('wantSecondFactor')}
          disabled={!mayChange}
          data={wishes.map((each) => ({ value: each, label: word(names[each]) }))}
          value={value.secondFactor}
          onChange={(chosen) => set({ ...value, secondFactor: wishes.find((each) => each === chosen) ?? 'optional' })}
        />
        {draft.changed && value.secondFactor !== 'optional' && !secondFactor && (
          <p className="callout warn" role="status">
            {word('lockYourselfOut')}
          </p>
        )}
        {mayChange && (
          <DraftBar
            draft={draft}
            fields={[{ label: word('wantSecondFactor'), text: (each) => word(names[each.secondFactor]) }]}
          />
        )}
      </form>
    </section>
  );
}
