import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { word } from '../../language/words.ts';
import { labelOf } from '../../parts/kind-word.ts';
import { OnlineMark } from '../../parts/online-mark.tsx';
import { Preview } from '../../parts/preview.tsx';
import { Icon } from '../../shell/icons.tsx';
import { type CommandOutcome, refusalWord } from './command.ts';
import { shownBy } from './crosspoint.ts';
import { type Acting, pushRow } from './matrix-action.ts';
import type { MatrixRow } from './matrix-axes.ts';
import { everything, filteredRows } from './matrix-filter.ts';

/** So many targets are drawn; who looks for one of more searches. */
const DRAWN_MAX = 200;

/** Which receivers get what this one shows, whose pictures that changes, and how it went at each. */
export function PushDialogue({
  acting,
  from,
  close,
}: {
  readonly acting: Acting;
  readonly from: MatrixRow;
  readonly close: () => void;
}): ReactNode {
  const { site, rows } = acting;
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [outcome, setOutcome] = useState<CommandOutcome | null>(null);
  const [busy, setBusy] = useState(false);
  const others = rows.filter(({ receiver }) => receiver.key !== from.receiver.key);
  const found = filteredRows(others, { ...everything, receivers: text }, site);
  const targets = others.filter(({ receiver }) => chosen.has(receiver.key));
  const shown = shownBy(site, from);
  const disturbed = targets.flatMap(({ receiver }) => site.operatorAt(receiver.key)?.name ?? []);
  const go = async (to: readonly MatrixRow[] | 'all') => {
    setBusy(true);
    const answer = await pushRow(acting, from, to);
    setBusy(false);
    setOutcome(answer);
    if (answer !== null && answer.refusal === null) close();
  };
  return (
    <Modal opened onClose={close} title={word('pushTitle', { receiver: labelOf(from) })} size="lg">
      <div className="stack">
        <div className="push-source">
          <Preview device={from.receiver.key} label={labelOf(from)} />
          <div className="stack tight">
            <strong className="any">{shown === null ? word('showsNothing') : site.labelOf(shown)}</strong>
            <span className="quiet small">{word('pushText')}</span>
          </div>
        </div>
        <TextInput
          type="search"
          data-autofocus
          aria-label={word('searchReceivers')}
          placeholder={word('searchReceivers')}
          leftSection={<Icon name="search" size={16} />}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <ul className="push-targets">
          {found.slice(0, DRAWN_MAX).map((row) => (
            <li key={row.receiver.key} data-target={row.receiver.id}>
              <Checkbox
                checked={chosen.has(row.receiver.key)}
                onChange={({ currentTarget }) => setChosen(toggled(chosen, row.receiver.key, currentTarget.checked))}
                label={labelOf(row)}
              />
              <Target acting={acting} row={row} outcome={outcome} />
            </li>
          ))}
        </ul>
        {disturbed.length > 0 && (
          <p className="callout warn">{word('pushDisturbs', { operators: disturbed.join(word('listComma')) })}</p>
        )}
        {outcome !== null && outcome.refusal !== null && outcome.targets.length === 0 && (
          <p className="callout bad" role="alert">
            {refusalWord(outcome.refusal)}
          </p>
        )}
        <div className="row wrap end">
          <Button variant="default" onClick={close}>
            {word('close')}
          </Button>
          <Button variant="light" disabled={shown === null} loading={busy} onClick={() => void go('all')}>
            {word('pushToAll')}
          </Button>
          <Button disabled={targets.length === 0 || shown === null} loading={busy} onClick={() => void go(targets)}>
            {word('pushToChosen', { count: targets.length })}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

/** Who sits there and what is shown, or how the push went. */
function Target({
  acting: { site },
  row,
  outcome,
}: {
  readonly acting: Acting;
  readonly row: MatrixRow;
  readonly outcome: CommandOutcome | null;
}): ReactNode {
  const result = outcome?.targets.find(({ id }) => row.receivers.some((receiver) => receiver.id === id));
  if (result !== undefined) {
    return result.refusal === null ? (
      <span className="chip good">{word('pushDone')}</span>
    ) : (
      <span className="chip bad any">{refusalWord(result.refusal)}</span>
    );
  }
  const operator = site.operatorAt(row.receiver.key);
  const shown = shownBy(site, row);
  return (
    <span className="row small quiet">
      {operator !== undefined && <span className="chip info plain">{operator.name}</span>}
      <span className="clip">{shown === null ? word('showsNothing') : site.labelOf(shown)}</span>
      <OnlineMark online={row.receivers.every(({ key }) => site.isOnline(key))} />
    </span>
  );
}

function toggled(chosen: ReadonlySet<string>, key: string, on: boolean): ReadonlySet<string> {
  const next = new Set(chosen);
  if (on) next.add(key);
  else next.delete(key);
  return next;
}
