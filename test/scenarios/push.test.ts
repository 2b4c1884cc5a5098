import { Usages } from '@seatmatrix/protocol/domain';
import { milliseconds, seconds } from '@seatmatrix/protocol/kernel';
import { describe, expect } from 'vitest';
import { scenario } from '../harness/scenario.ts';

describe('推送', () => {
  scenario('M25 F2, 推送成功, closes after 1 s, the target shows the same picture', async (lab) => {
    const [desk, target] = [lab.desk('5004'), lab.desk('5005')];
    await target.signIn('op2', 'kvm-op-2');
    await target.closeMenu();
    await desk.signIn();
    await desk.connect('3');

    await desk.menu();
    await desk.tap(Usages.F2);
    await desk.type('5005');
    await desk.enter();
    expect(desk.reads('推送成功')).toBe(true);
    await lab.pass(milliseconds(1100));

    expect(desk.screen()).toBe('picture');
    expect([desk.shows(), target.shows()]).toEqual(['0003', '0003']);
  });

  scenario('M25 the target may watch but not type, unless its operator has the right himself', async (lab) => {
    const [desk, target] = [lab.desk('5004'), lab.desk('5005')];
    await target.signIn('op2', 'kvm-op-2');
    await target.closeMenu();
    await desk.signIn();

    await desk.connect('3');
    await desk.push('5005');
    await target.type('no');
    expect(lab.computer('0003').text).not.toContain('no');
    expect(target.reads('仅观看')).toBe(true);

    await desk.connect('1');
    await desk.push('5005');
    await target.type('yes');
    expect(lab.computer('0001').text).toContain('yes');
  });

  scenario('M26 获取视频切换状态失败 when nothing is connected here', async (lab) => {
    const desk = lab.desk('5004');
    await lab.desk('5005').signIn();
    await desk.signIn();

    await desk.tap(Usages.F2);
    await desk.type('5005');
    await desk.enter();

    expect(desk.reads('获取视频切换状态失败')).toBe(true);
  });

  scenario('M27 热键和ID不存在, 超出范围, 相同视频源, 此设备不在线, 无人登录', async (lab) => {
    const [desk, other] = [lab.desk('5004'), lab.desk('5005')];
    await desk.signIn();
    await desk.connect('1');
    const refusal = (text: string) => desk.answerTo('push', text);

    expect(await refusal('2001')).toContain('热键和ID不存在');
    expect(await refusal('dd1')).toContain('热键和ID不存在');
    expect(await refusal('5005,')).toContain('热键和ID不存在');
    expect(await refusal('5005')).toContain('无人登录');
    await other.signIn();
    await other.connect('1');
    expect(await refusal('5005')).toContain('相同视频源');
    await lab.administrator.revoke('hxfj', 'push', '5005');
    expect(await refusal('5005')).toContain('超出范围');
    await lab.offline('5006');
    expect(await refusal('5006')).toContain('此设备不在线');
  });

  scenario('M27 of two causes the first in order is told', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    const refusal = (text: string) => desk.answerTo('push', text);

    await lab.administrator.revoke('hxfj', 'push', '5001');
    expect(await refusal('5001')).toContain('超出范围');
    expect(await refusal('5001,nosuch')).toContain('热键和ID不存在');
    await lab.offline('5005');
    expect(await refusal('5005')).toContain('获取视频切换状态失败');
    await desk.connect('1');
    expect(await refusal('5005')).toContain('此设备不在线');
  });

  scenario('M28 several by comma go in the order typed, and success closes when all took it', async (lab) => {
    const [desk, one, two] = [lab.desk('5004'), lab.desk('5005'), lab.desk('5001')];
    await one.signIn();
    await two.signIn();
    await desk.signIn();
    await desk.connect('6');

    await desk.menu('push');
    await desk.type('5005,1');
    await desk.enter();
    expect(desk.reads('推送成功')).toBe(true);
    await lab.pass(milliseconds(1100));

    expect(desk.screen()).toBe('picture');
    expect([one.shows(), two.shows()]).toEqual(['0006', '0006']);
    expect((await lab.audited('push')).map((entry) => entry.object)).toEqual([
      expect.stringContaining('5005'),
      expect.stringContaining('5001'),
    ]);
  });

  scenario('M28 the menu stays and names who refused and why', async (lab) => {
    const [desk, one] = [lab.desk('5004'), lab.desk('5005')];
    await one.signIn();
    await desk.signIn();
    await desk.connect('6');

    await desk.menu('push');
    await desk.type('5005,5001');
    await desk.enter();
    await lab.pass(seconds(3));

    expect(desk.screen()).toBe('menu');
    expect(desk.list().map(({ id, mark }) => ({ id, mark }))).toEqual([
      { id: '5001', mark: 'cross' },
      { id: '5005', mark: 'tick' },
    ]);
    expect(desk.reads('无人登录')).toBe(true);
    expect(one.shows()).toBe('0006');
  });

  scenario('M29 all is every online receiver in the rights without the own seat; a wall counts once', async (lab) => {
    const desk = lab.desk('5001');
    await lab.desk('5004').signIn();
    await desk.signIn();
    await desk.connect('2');

    await desk.menu('push');
    await desk.type('all');
    await desk.enter();

    expect(desk.reads('推送成功')).toBe(true);
    expect([lab.desk('5004').shows(), lab.wallShows()]).toEqual(['0002', '0002']);
    expect([lab.desk('5002').shows(), lab.desk('5003').shows(), lab.desk('5005').shows()]).toEqual([null, null, null]);
    expect(await lab.audited('push')).toHaveLength(2);
  });

  scenario('M30 for receivers 1 is 5001 and 0005 is 5005', async (lab) => {
    const desk = lab.desk('5004');
    await lab.desk('5001').signIn();
    await lab.desk('5005').signIn();
    await desk.signIn();
    await desk.connect('7');

    await desk.push('1');
    await desk.push('0005');

    expect([lab.desk('5001').shows(), lab.desk('5005').shows()]).toEqual(['0007', '0007']);
  });

  scenario('M31 a pushed picture needs no right of the target’s operator and cannot be had again', async (lab) => {
    const [desk, target] = [lab.desk('5004'), lab.desk('5005')];
    await target.signIn('op2', 'kvm-op-2');
    await target.closeMenu();
    await desk.signIn();
    await desk.connect('3');
    await desk.push('5005');
    expect(target.shows()).toBe('0003');

    await target.connect('1');
    expect(target.shows()).toBe('0001');
    await target.menu();
    await target.type('3');
    await target.enter();

    expect(target.reads('超出范围')).toBe(true);
    await target.closeMenu();
    expect(target.shows()).toBe('0001');
  });

  scenario('M31 leaving ends the pushed picture for good', async (lab) => {
    const [desk, target] = [lab.desk('5004'), lab.desk('5005')];
    await target.signIn('op2', 'kvm-op-2');
    await target.closeMenu();
    await desk.signIn();
    await desk.connect('3');
    await desk.push('5005');

    await target.menu();
    await target.tap(Usages.F12);
    await target.settle();
    await target.signIn('op2', 'kvm-op-2');
    await target.closeMenu();

    expect(target.shows()).toBe(null);
  });

  scenario('M32 heads are pushed together: main first, then in order', async (lab) => {
    const desk = lab.desk('5001');
    await desk.signIn();
    await desk.connect('9');
    await lab.administrator.wall('single');

    await desk.push('6');

    expect([lab.desk('5006').shows(), lab.desk('5007').shows()]).toEqual(['0009', null]);
    await lab.desk('5004').signIn();
    await desk.push('4');
    expect(lab.desk('5004').shows()).toBe('0009');
  });

  scenario('M32 a target with more displays keeps the picture of the spare ones', async (lab) => {
    const [main, other] = [lab.desk('5004'), lab.desk('5001')];
    await lab.administrator.seat('pair', ['5004', '5005']);
    await other.signIn();
    await other.connect('1');
    await other.focus(3);
    await lab.desk('5003').connect('2');
    await main.signIn();
    await main.connect('9');
    expect([lab.desk('5004').shows(), lab.desk('5005').shows()]).toEqual(['0009', '0010']);

    await main.push('1');

    expect(['5001', '5002', '5003'].map((id) => lab.desk(id).shows())).toEqual(['0009', '0010', '0002']);
  });

  scenario('M33 a hotkey with several targets pushes to all of them, first one first', async (lab) => {
    const desk = lab.desk('5004');
    await lab.desk('5005').signIn();
    await lab.desk('5002').signIn();
    await desk.signIn();
    await desk.connect('8');

    await desk.push('team');

    expect([lab.desk('5005').shows(), lab.desk('5002').shows()]).toEqual(['0008', '0008']);
    expect((await lab.audited('push')).map((entry) => entry.object)).toEqual([
      expect.stringContaining('5005'),
      expect.stringContaining('5002'),
    ]);
  });

  scenario('M34 to any receiver of a spliced wall goes across the wall, each tile its part', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('5');

    await desk.push('5007');

    expect(lab.wallShows()).toBe('0005');
    expect(lab.tileParts()).toEqual([
      { left: 0, right: 0.5 },
      { left: 0.5, right: 1 },
    ]);
  });

  scenario('M34 all tiles of a wall change in the same tick, however slow the way to one of them is', async (lab) => {
    const desk = lab.desk('5004');
    await desk.signIn();
    await desk.connect('5');
    await desk.push('5006');
    await desk.connect('6');
    await lab.delay('0006', '5007', milliseconds(150));
    const changes = lab.recordShown(['5006', '5007']);

    await desk.push('5006');

    expect(lab.wallShows()).toBe('0006');
    const times = changes().filter((change) => change.shows === '0006');
    expect(times.map((change) => change.receiver).sort()).toEqual(['5006', '5007']);
    expect(times[0]?.at).toBe(times[1]?.at);
  });

  scenario('M34b to a receiver of a single wall is that receiver alone', async (lab) => {
    const desk = lab.desk('5004');
    await lab.administrator.wall('single');
    await desk.signIn();
    await desk.connect('5');

    await desk.push('5007');

    expect([lab.desk('5006').shows(), lab.desk('5007').shows()]).toEqual([null, '0005']);
  });
});
