import { PERMITTED_ROUTES_MAX } from '@seatmatrix/protocol/domain';
import { expect, test } from 'vitest';
import { MatrixLab } from '../testing/matrix-lab.ts';
import { SiteBuilder } from '../testing/site-builder.ts';
import { RECEIVERS_MAX } from './placement.ts';
import { planOf } from './plan.ts';

const sign = () => ({ body: new Uint8Array(), signature: new Uint8Array() });

/** More displays than one transmitter's plan can say. */
function crowded() {
  const builder = new SiteBuilder();
  const tx = builder.transmitter('0001');
  const desk = builder.receiver('5001');
  const displays = Array.from({ length: PERMITTED_ROUTES_MAX + 20 }, (_, index) =>
    builder.receiver(String(6000 + index), { kind: 'display' }),
  );
  const chief = builder.operator('hxfj');
  builder.allowEverything(chief);
  const lab = new MatrixLab(builder).allOnline().signIn(desk, chief);
  lab.command(desk, 'connect', '1');
  return { lab, tx, desk, displays };
}

test('a push to more receivers than a transmitter can serve is refused by those that are too many, and by no other', () => {
  const { lab, tx, desk, displays } = crowded();
  const answer = lab.command(desk, 'push', 'all');
  const refusals = answer.type === 'command-answer' ? answer.targets.map((target) => target.refusal) : [];
  expect(refusals.filter((refusal) => refusal === null)).toHaveLength(RECEIVERS_MAX - 1);
  expect(refusals.filter((refusal) => refusal === 'link-failed')).toHaveLength(displays.length - RECEIVERS_MAX + 1);
  const plan = planOf(lab.state, tx, { sign, revision: 1 });
  expect(plan?.type === 'transmitter' && plan.routes).toHaveLength(RECEIVERS_MAX);
});
