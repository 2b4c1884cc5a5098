import { Usages } from '@seatmatrix/protocol/domain';
import { describe, expect } from 'vitest';
import { scenario } from '../harness/scenario.ts';

describe('the menu', () => {
  scenario('M06 shows the version, name (Rx ID), list, input, feedback and key line', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();

    expect(desk.reads(lab.firmware)).toBe(true);
    expect(desk.reads('hxfj (Rx 5004)')).toBe(true);
    expect(desk.list().map((row) => row.id)).toEqual(lab.transmitterIds().slice(0, 8));
    expect(desk.reads('【连接】')).toBe(true);
    expect(desk.reads('反馈信息')).toBe(true);
    for (const key of ['F1', 'F2', 'F3', 'F5', 'F12', 'Esc']) expect(desk.reads(key)).toBe(true);
  });

  scenario('M07 fixed words are brown, live words white, prompts yellow', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.type('12');

    expect(desk.hue('反馈信息')).toBe('brown');
    expect(desk.hue('hxfj')).toBe('white');
    expect(desk.hue('【连接】')).toBe('yellow');
    await desk.type('345');
    await desk.enter();
    expect(desk.hue('热键和ID不存在')).toBe('yellow');
  });

  scenario('M08 eight devices a page; down and up turn pages', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    const ids = lab.transmitterIds();
    expect(desk.reads('1/2')).toBe(true);

    await desk.tap(Usages.Down);
    expect(desk.list().map((row) => row.id)).toEqual(ids.slice(8));
    expect(desk.reads('2/2')).toBe(true);
    await desk.tap(Usages.Down);
    expect(desk.list().map((row) => row.id)).toEqual(ids.slice(8));
    await desk.tap(Usages.Up);

    expect(desk.list().map((row) => row.id)).toEqual(ids.slice(0, 8));
  });

  scenario('M09 连接 lists transmitters, 推送 and 获取 list receivers', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();

    expect(desk.list().every((row) => row.id < '5000')).toBe(true);
    await desk.tap(Usages.F2);
    expect(desk.list().map((row) => row.id)).toEqual(['5001', '5002', '5003', '5005', '5006', '5007']);
    await desk.tap(Usages.F3);
    expect(desk.list().map((row) => row.id)).toEqual(['5001', '5002', '5003', '5005', '5006', '5007']);
  });

  scenario('M09 lists show only devices within the operator’s rights', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn('op2', 'kvm-op-2');

    expect(desk.list().map((row) => row.id)).toEqual(['0001', '0002']);
    await desk.tap(Usages.F2);
    expect(desk.list().map((row) => row.id)).toEqual(['5005']);
    await lab.administrator.revoke('op2', 'fetch', '5005');
    expect(desk.list().map((row) => row.id)).toEqual(['5005']);
    await desk.tap(Usages.F3);
    expect(desk.list()).toEqual([]);
  });

  scenario('M10 grey online, yellow connected, red offline, each with a mark of its own', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('1');
    await lab.offline('0002');
    await desk.menu();

    const [first, second, third] = desk.list();
    expect(first).toMatchObject({ id: '0001', hue: 'yellow' });
    expect(second).toMatchObject({ id: '0002', hue: 'red' });
    expect(third).toMatchObject({ id: '0003', hue: 'grey' });
    expect(new Set([first?.mark, second?.mark, third?.mark]).size).toBe(3);
  });

  scenario('M10 yellow in 推送 and 获取 is a receiver with the same source', async (lab) => {
    const [desk, other] = [lab.desk('5004'), lab.desk('5005')];
    await other.signIn();
    await other.connect('3');
    await desk.signIn();
    await desk.connect('3');

    await desk.menu('fetch');

    expect(desk.list().find((row) => row.id === '5005')).toMatchObject({ hue: 'yellow' });
    expect(desk.list().find((row) => row.id === '5001')).toMatchObject({ hue: 'grey' });
  });

  scenario('M11 names and IDs come from the manager and change while the menu is open', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    expect(desk.reads('调度一号 😀 <b>')).toBe(false);

    await lab.administrator.rename('0001', '调度一号 😀 <b>');
    expect(desk.list()[0]?.name).toBe('调度一号 😀 <b>');
    await lab.administrator.renumber('0001', '0042');

    expect(desk.list().map((row) => row.id)).not.toContain('0001');
  });

  scenario('M12 连接 is the function after sign-in, and F1 returns to it', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    expect(desk.hue('【连接】')).toBe('yellow');

    await desk.tap(Usages.F2);
    expect(desk.reads('【连接】')).toBe(false);
    await desk.tap(Usages.F1);

    expect(desk.hue('【连接】')).toBe('yellow');
  });

  scenario('M13 what is typed shows at once, Backspace takes it back, Enter sends it', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();

    await desk.type('13');
    expect(desk.input()).toBe('13');
    await desk.type('\b');
    expect(desk.input()).toBe('1');
    await desk.type('-; ?');
    expect(desk.input()).toBe('1');
    await desk.enter();

    expect(desk.reads('连接成功')).toBe(true);
  });

  scenario('M24 the connected row is bright yellow', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();

    await desk.type('4');
    await desk.enter();

    expect(desk.reads('连接成功')).toBe(true);
    expect(desk.list().find((row) => row.id === '0004')).toMatchObject({ hue: 'yellow' });
  });
});
