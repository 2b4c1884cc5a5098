import { SegmentedControl } from '@mantine/core';
import type { GrantChain, Right } from '@seatmatrix/protocol/domain';
import { type ReactNode, useState } from 'react';
import { useCollection } from '../../api/queries.ts';
import type { Operator } from '../../api/records.ts';
import { word } from '../../language/words.ts';
import { labelOf } from '../../parts/kind-word.ts';
import { kindOfRight, rights, useRights } from '../../parts/rights.ts';
import { useSiteView } from '../../site-view.ts';

/** What somebody may do and why, device by device. */
export function EffectiveRights({ operator }: { readonly operator: Operator }): ReactNode {
  const [right, setRight] = useState<Right>('connect');
  const site = useSiteView();
  const { may } = useRights();
  const devices = kindOfRight(right) === 'transmitter' ? site.transmitters : site.receivers;
  const held = devices.flatMap((device) => {
    const answer = may(operator, right, device.key);
    return answer.allowed ? [{ device, chain: answer.chain }] : [];
  });
  return (
    <section className="stack">
      <div className="row wrap between">
        <h2>{word('rightsOf')}</h2>
        <RightChoice right={right} choose={setRight} />
      </div>
      {operator.disabled && <p className="callout bad">{word('disabledNoRights')}</p>}
      {!operator.disabled && held.length === 0 && <p className="quiet">{word('noRights')}</p>}
      {held.length > 0 && (
        <div className="card flush scroll">
          <ul className="rows">
            {held.map(({ device, chain }) => (
              <li key={device.key} className="row" data-right={device.id}>
                <span className="grow clip">{labelOf(device)}</span>
                <Why chain={chain} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

export function RightChoice({
  right,
  choose,
}: {
  readonly right: Right;
  readonly choose: (right: Right) => void;
}): ReactNode {
  return (
    <SegmentedControl
      aria-label={word('grants')}
      data={rights.map((each) => ({ value: each, label: word(`${each}Long`) }))}
      value={right}
      onChange={(chosen) => choose(rights.find((each) => each === chosen) ?? 'connect')}
    />
  );
}

function Why({ chain }: { readonly chain: GrantChain }): ReactNode {
  const groups = useCollection('groups');
  const deviceGroups = useCollection('device-groups');
  const group = chain.throughGroup === null ? null : (groups.get(chain.throughGroup)?.name ?? chain.throughGroup);
  const over =
    chain.throughDeviceGroup === null
      ? null
      : (deviceGroups.get(chain.throughDeviceGroup)?.name ?? chain.throughDeviceGroup);
  const words = [
    ...(group === null ? [] : [word('throughGroup', { group })]),
    ...(over === null ? [] : [word('throughDeviceGroup', { group: over })]),
  ];
  return <span className="small quiet any">{words.length === 0 ? word('ownGrant') : words.join(', ')}</span>;
}
