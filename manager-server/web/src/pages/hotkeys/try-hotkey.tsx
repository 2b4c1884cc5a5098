import { Select } from '@mantine/core';
import type { OsdFunction } from '@seatmatrix/protocol/domain';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useCollection, useRoutes, useSessions } from '../../api/queries.ts';
import { failureText } from '../../language/failure-text.ts';
import { word } from '../../language/words.ts';
import { labelOf } from '../../parts/kind-word.ts';
import { rights } from '../../parts/rights.ts';
import { useSiteView } from '../../site-view.ts';
import type { HotkeyValue } from './hotkey-fields.tsx';
import { askTrial, type TrialLine, type TrialQuestion, trialLines } from './trial.ts';

const MARKS: Readonly<Record<TrialLine['state'], string>> = {
  good: 'mark',
  doubtful: 'mark doubtful',
  refused: 'mark offline',
};

/** As it would go now, for somebody at some desk, with the hotkey as it is being edited. */
export function TryHotkey({ hotkey }: { readonly hotkey: HotkeyValue }): ReactNode {
  const site = useSiteView();
  const operators = useCollection('operators');
  const desks = site.receivers.filter((device) => device.kind === 'receiver' && device.receiverKind === 'desk');
  const people = [...operators.values()].filter(({ disabled }) => !disabled);
  const [who, setWho] = useState(people[0]?.key ?? '');
  const [where, setWhere] = useState(desks[0]?.key ?? '');
  const first = site.devices.get(hotkey.devices[0] ?? '')?.kind;
  const [chosen, setChosen] = useState<OsdFunction | null>(null);
  const wanted: OsdFunction = chosen ?? (first === 'receiver' ? 'push' : 'connect');
  const operator = operators.get(who) ?? people[0];
  const receiver = site.devices.get(where) ?? desks[0];
  if (operator === undefined || receiver === undefined) return <p className="quiet">{word('nobodyToTry')}</p>;
  const { key, text, devices } = hotkey;
  return (
    <section className="stack" data-trial={wanted}>
      <h2>{word('tryIt')}</h2>
      <p className="quiet">{word('tryItText')}</p>
      <div className="fields">
        <Select
          label={word('asOperator')}
          allowDeselect={false}
          searchable
          data={people.map((person) => ({ value: person.key, label: person.name }))}
          value={operator.key}
          onChange={(each) => setWho(each ?? who)}
        />
        <Select
          label={word('atDesk')}
          allowDeselect={false}
          searchable
          data={desks.map((device) => ({ value: device.key, label: labelOf(device) }))}
          value={receiver.key}
          onChange={(each) => setWhere(each ?? where)}
        />
        <Select
          label={word('functionName')}
          allowDeselect={false}
          data={rights.map((each) => ({ value: each, label: word(`${each}Long`) }))}
          value={wanted}
          onChange={(each) => setChosen(rights.find((right) => right === each) ?? null)}
        />
      </div>
      <Outcome
        question={{
          ...{ text, function: wanted, operator: operator.key, receiver: receiver.key },
          hotkey: { ...(key === '' ? {} : { key }), text, devices },
        }}
      />
    </section>
  );
}

function Outcome({ question }: { readonly question: TrialQuestion }): ReactNode {
  const site = useSiteView();
  const asked = useDeferredValue(question);
  const online = [...asked.hotkey.devices, asked.receiver].map(site.isOnline);
  const { data, error } = useQuery({
    // What is shown, who sits where and who may what belong to the question: when they change, the answer may.
    queryKey: [
      'trial',
      ...[asked, online, useNumberOf(useRoutes()), useNumberOf(useSessions()), useNumberOf(useCollection('grants'))],
    ],
    queryFn: () => askTrial(asked),
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  if (error !== null) return <p className="callout warn">{failureText(error)}</p>;
  const lines = data === undefined ? [] : trialLines(data, asked, site);
  return (
    <ul className="rows card flush" aria-live="polite">
      {lines.map((line) => (
        <li key={line.text} className="row" data-outcome={line.state}>
          <span className={MARKS[line.state]} />
          <span className="grow any">{line.text}</span>
        </li>
      ))}
    </ul>
  );
}

/** A number that is another whenever the value is. */
function useNumberOf(value: object): number {
  const [seen, setSeen] = useState({ value, number: 0 });
  if (seen.value === value) return seen.number;
  const next = { value, number: seen.number + 1 };
  setSeen(next);
  return next.number;
}
