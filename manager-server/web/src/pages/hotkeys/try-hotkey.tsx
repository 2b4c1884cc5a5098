import { Select } from '@mantine/core';
import type { OsdFunction } from '@seatmatrix/protocol/domain';
import { type ReactNode, useState } from 'react';
import { useCollection } from '../../api/queries.ts';
import { word } from '../../language/words.ts';
import { labelOf } from '../../parts/kind-word.ts';
import { rights, useRights } from '../../parts/rights.ts';
import { useSiteView } from '../../site-view.ts';
import { trial } from './trial.ts';

/** As it would go now, for somebody at some desk, with the text as it is being edited. */
export function TryHotkey({
  text,
  devices,
}: {
  readonly text: string;
  readonly devices: readonly string[];
}): ReactNode {
  const site = useSiteView();
  const operators = useCollection('operators');
  const hotkeys = useCollection('hotkeys');
  const held = useRights();
  const desks = site.receivers.filter((device) => device.kind === 'receiver' && device.receiverKind === 'desk');
  const people = [...operators.values()].filter(({ disabled }) => !disabled);
  const [who, setWho] = useState(people[0]?.key ?? '');
  const [where, setWhere] = useState(desks[0]?.key ?? '');
  const first = site.devices.get(devices[0] ?? '')?.kind;
  const [chosen, setChosen] = useState<OsdFunction | null>(null);
  const wanted: OsdFunction = chosen ?? (first === 'receiver' ? 'push' : 'connect');
  const operator = operators.get(who) ?? people[0];
  const receiver = site.devices.get(where) ?? desks[0];
  if (operator === undefined || receiver === undefined) return <p className="quiet">{word('nobodyToTry')}</p>;
  const edited = new Map(hotkeys).set('being-edited', { key: 'being-edited', version: 0, text, devices: [...devices] });
  const lines = trial({ text, function: wanted, operator, receiver }, { site, hotkeys: edited, rights: held });
  return (
    <section className="stack" data-trial={wanted}>
      <h2>{word('tryIt')}</h2>
      <p className="quiet">{word('tryItText')}</p>
      <div className="fields">
        <Select
          label={word('asOperator')}
          allowDeselect={false}
          searchable
          data={people.map(({ key, name }) => ({ value: key, label: name }))}
          value={operator.key}
          onChange={(key) => setWho(key ?? who)}
        />
        <Select
          label={word('atDesk')}
          allowDeselect={false}
          searchable
          data={desks.map((device) => ({ value: device.key, label: labelOf(device) }))}
          value={receiver.key}
          onChange={(key) => setWhere(key ?? where)}
        />
        <Select
          label={word('functionName')}
          allowDeselect={false}
          data={rights.map((each) => ({ value: each, label: word(`${each}Long`) }))}
          value={wanted}
          onChange={(each) => setChosen(rights.find((right) => right === each) ?? null)}
        />
      </div>
      <ul className="rows card flush">
        {lines.map((line) => (
          <li key={line.text} className="row">
            <span className={line.good ? 'mark' : 'mark offline'} />
            <span className="grow any">{line.text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
