import { type Usage, Usages } from '@seatmatrix/protocol/domain';
import { milliseconds, seconds } from '@seatmatrix/protocol/kernel';
import { afterEach, expect, test } from 'vitest';
import { type Lab, openLab } from '../harness/lab.ts';
import { tellFigure } from './scale.ts';

/** What takes a right away, and how much of the site still works when it does. */
const events: readonly {
  readonly name: string;
  readonly cut?: 'desk from manager' | 'computer from manager';
  readonly happens: (lab: Lab) => Promise<unknown>;
}[] = [
  { name: 'the grant is withdrawn', happens: (lab) => lab.administrator.revoke('hxfj', 'connect', '0001') },
  { name: 'the operator is disabled', happens: (lab) => lab.administrator.disable('hxfj') },
  { name: 'an administrator ends the session', happens: (lab) => lab.administrator.endSession('5001') },
  {
    name: 'the operator signs out',
    async happens(lab) {
      await lab.desk('5001').menu();
      await lab.desk('5001').tap(Usages.F12);
    },
  },
  { name: 'the desk’s box is forgotten', happens: (lab) => lab.administrator.forgetBoxOf('5001') },
  { name: 'the computer’s box is forgotten', happens: (lab) => lab.administrator.forgetBoxOf('0001') },
  {
    name: 'the password is set',
    async happens(lab) {
      await using rest = await lab.manager.openRest();
      const operators = await rest.request('GET', '/api/operators?limit=100');
      const found = operators.json.items.find((each: { readonly name: string }) => each.name === 'hxfj');
      const path = `/api/operators/${found.key}/password`;
      expect((await rest.request('PUT', path, { body: { password: 'another-one' } })).status).toBe(204);
    },
  },
  {
    name: 'the grant is withdrawn while the manager reaches the computer’s box alone',
    cut: 'desk from manager',
    happens: (lab) => lab.administrator.revoke('hxfj', 'connect', '0001'),
  },
  {
    name: 'the grant is withdrawn while the manager reaches the desk alone',
    cut: 'computer from manager',
    happens: (lab) => lab.administrator.revoke('hxfj', 'connect', '0001'),
  },
];

let lab: Lab;
afterEach(async () => {
  await lab.lettingGo();
  await lab.close();
});

test.for(events)(
  'A4 $name: no key reaches the computer a second later, and none stays down',
  async ({ cut, happens }, { task }) => {
    lab = await openLab();
    const desk = lab.desk('5001');
    await desk.signIn();
    await desk.connect('1');
    await desk.closeMenu();
    await desk.press(Usages.A);
    expect(lab.pressed('0001')).toContain(Usages.A);
    if (cut === 'desk from manager') await lab.cut('manager', '5001');
    if (cut === 'computer from manager') await lab.cut('manager', '0001');
    await happens(lab);
    await lab.pass(seconds(1));
    expect([...lab.computer('0001').heldKeys]).toEqual([]);
    const before = lab.pressed('0001').length;
    for (let strike = 0; strike < 50; strike++) {
      desk.strike(Usages.O);
      await lab.pass(milliseconds(40));
    }
    const after: readonly Usage[] = lab.pressed('0001').slice(before);
    expect(after).toEqual([]);
    tellFigure(task, '0 keys after 1 s');
  },
);
