import type { Device } from '../../api/records.ts';
import { word } from '../../language/words.ts';
import { labelOf } from '../../parts/kind-word.ts';
import { confirmed } from '../../shell/confirmation.tsx';
import { act } from '../../shell/notices.tsx';
import type { SiteView } from '../../site-view.ts';
import { type CommandOutcome, connect, disconnect, push, readShown, refusalWord } from './command.ts';
import { shownBy } from './crosspoint.ts';
import type { MatrixRow } from './matrix-axes.ts';
import { putBack, type Shown } from './put-back.ts';

/** What an action needs to know of the site, and of who is touched beside the row itself. */
export interface Acting {
  readonly site: SiteView;
  /** All of them, whatever is filtered. */
  readonly rows: readonly MatrixRow[];
}

/** Puts a source on a row. Asks where somebody works there, and where the computer gives no picture. */
export async function connectRow(acting: Acting, row: MatrixRow, transmitter: Device): Promise<void> {
  const next = labelOf(transmitter);
  if (!(await agreed(acting, row, { text: word('pictureBecomes', { next }), action: word('connectAction') }))) return;
  const { site } = acting;
  const touched = touchedBy(acting, [row]);
  const before = shownAt(site, touched);
  const order = { receiver: row.receiver.key, transmitter: transmitter.key };
  let after = before;
  const done = word('connected', { receiver: labelOf(row), transmitter: next });
  await act(
    async () => {
      let outcome = await connect(order.receiver, order.transmitter, { withoutPicture: false });
      if (outcome.refusal === 'no-signal' && (await isWantedWithoutPicture(next))) {
        outcome = await connect(order.receiver, order.transmitter, { withoutPicture: true });
      }
      refuse(row, outcome);
      after = await readShown(touched);
    },
    { done, undo: () => takeBack(site, before, after) },
  );
}

/** Takes the picture away; does nothing where there is none. */
export async function disconnectRow(acting: Acting, row: MatrixRow): Promise<void> {
  if (shownBy(acting.site, row) === null) return;
  if (!(await agreed(acting, row, { text: word('pictureGoes'), action: word('disconnectAction') }))) return;
  const { site } = acting;
  const touched = touchedBy(acting, [row]);
  const before = shownAt(site, touched);
  let after = before;
  const done = word('disconnected', { receiver: labelOf(row) });
  await act(
    async () => {
      refuse(row, await disconnect(row.receiver.key));
      after = await readShown(touched);
    },
    { done, undo: () => takeBack(site, before, after) },
  );
}

/** Pushes what one row shows onto another, as a drag does. Asks where somebody works there. */
export async function pushOnto(acting: Acting, row: MatrixRow, target: MatrixRow): Promise<void> {
  const next = acting.site.labelOf(shownBy(acting.site, row) ?? '');
  if (!(await agreed(acting, target, { text: word('pictureBecomes', { next }), action: word('pushAction') }))) return;
  await pushRow(acting, row, [target]);
}

/** Pushes what the row shows. Null when the manager did not answer, which was told then. */
export async function pushRow(
  acting: Acting,
  row: MatrixRow,
  targets: readonly MatrixRow[] | 'all',
): Promise<CommandOutcome | null> {
  const { site } = acting;
  const touched = touchedBy(acting, targets === 'all' ? acting.rows : targets);
  const before = shownAt(site, touched);
  let after = before;
  let answer: CommandOutcome | null = null;
  const keys = targets === 'all' ? targets : targets.map(({ receiver }) => receiver.key);
  await act(
    async () => {
      const outcome = await push(row.receiver.key, keys);
      answer = outcome;
      if (!outcome.targets.some(({ refusal }) => refusal === null)) refuse(row, outcome);
      after = await readShown(touched);
    },
    { done: word('pushed', { receiver: labelOf(row) }), undo: () => takeBack(site, before, after) },
  );
  return answer;
}

/** Throws in words what could not be put back. */
async function takeBack(site: SiteView, before: Shown, after: Shown): Promise<void> {
  const { changedSince, refused } = await putBack(
    { before, after },
    {
      shown: readShown,
      connect: (receiver, transmitter) => connect(receiver, transmitter, { withoutPicture: true }),
      disconnect,
    },
  );
  const lines = [
    ...refused.map(({ receiver, refusal }) =>
      word('commandRefused', { receiver: site.labelOf(receiver), reason: refusalWord(refusal) }),
    ),
    ...changedSince.map((receiver) => word('changedSince', { receiver: site.labelOf(receiver) })),
  ];
  if (lines.length > 0) throw new RangeError(lines.join('; '));
}

/** Throws the refusal in words. */
function refuse(row: MatrixRow, { refusal, targets }: CommandOutcome): void {
  const refused = targets.filter((target) => target.refusal !== null);
  if (refusal === null) return;
  if (refused.length === 0) {
    throw new RangeError(word('commandRefused', { receiver: labelOf(row), reason: refusalWord(refusal) }));
  }
  const lines = refused.map((target) =>
    word('commandRefused', { receiver: labelOf(target), reason: refusalWord(target.refusal ?? refusal) }),
  );
  throw new RangeError(lines.join('; '));
}

/** True where nobody works at the row, or where the administrator says so. */
async function agreed(
  { site }: Acting,
  row: MatrixRow,
  { text, action }: { readonly text: string; readonly action: string },
): Promise<boolean> {
  const operator = site.operatorAt(row.receiver.key);
  if (operator === undefined) return true;
  const told = word('worksHere', { operator: operator.name, receiver: labelOf(row) });
  return confirmed({ title: word('worksHereTitle'), text: `${told} ${text}`, action, danger: false });
}

const isWantedWithoutPicture = (transmitter: string): Promise<boolean> =>
  confirmed({
    title: word('noSignalTitle', { transmitter }),
    text: word('noSignalText'),
    action: word('connectAnyway'),
    danger: false,
  });

/** The rows' receivers and, since a computer's heads fill a seat, those beside them. */
function touchedBy({ rows }: Acting, targets: readonly MatrixRow[]): ReadonlySet<string> {
  const groups = new Set(targets.flatMap(({ group }) => group?.key ?? []));
  const touched = [...targets, ...rows.filter(({ group }) => group !== null && groups.has(group.key))];
  return new Set(touched.flatMap(({ receivers }) => receivers.map(({ key }) => key)));
}

function shownAt(site: SiteView, receivers: ReadonlySet<string>): Shown {
  return new Map([...receivers].map((receiver) => [receiver, site.routeOf(receiver)?.transmitter ?? null]));
}
