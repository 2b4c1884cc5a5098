import { Usages } from '@seatmatrix/protocol/domain';
import { milliseconds } from '@seatmatrix/protocol/kernel';
import { describe, expect } from 'vitest';
import { scenario } from '../harness/scenario.ts';

describe('获取', () => {
  scenario('M35 F3, 获取成功, closes after 1 s, the row is yellow and keys are the computer’s', async (lab) => {
    const [desk, other] = [lab.desk('5004'), lab.desk('5005')];
    await other.signIn();
    await other.connect('4');
    await desk.signIn();

    await desk.tap(Usages.F3);
    await desk.type('5005');
    await desk.enter();
    expect(desk.reads('获取成功')).toBe(true);
    expect(desk.list().find((row) => row.id === '5005')).toMatchObject({ hue: 'yellow' });
    await lab.pass(milliseconds(1100));

    expect(desk.screen()).toBe('picture');
    expect([desk.shows(), other.shows()]).toEqual(['0004', '0004']);
    await desk.type('ok');
    expect(lab.computer('0004').text).toContain('ok');
  });

  scenario('M36 此设备不在线, 超出范围, 相同视频源, 热键和ID不存在, 此设备无视频', async (lab) => {
    const [desk, other] = [lab.desk('5004'), lab.desk('5005')];
    await desk.signIn();
    await desk.closeMenu();
    const refusal = (text: string) => desk.answerTo('fetch', text);

    expect(await refusal('2001')).toContain('热键和ID不存在');
    expect(await refusal('dd1')).toContain('热键和ID不存在');
    expect(await refusal('5005,')).toContain('热键和ID不存在');
    expect(await refusal('nosuch')).toContain('热键和ID不存在');
    expect(await refusal('5005')).toContain('此设备无视频');
    await other.signIn();
    await other.connect('4');
    await desk.connect('4');
    expect(await refusal('5005')).toContain('相同视频源');
    await lab.administrator.revoke('hxfj', 'fetch', '5005');
    expect(await refusal('5005')).toContain('超出范围');
    await lab.offline('5006');
    expect(await refusal('5006')).toContain('此设备不在线');
  });

  scenario('M37 only sources within the operator’s rights, whoever shows them', async (lab) => {
    const [desk, other] = [lab.desk('5004'), lab.desk('5005')];
    await other.signIn();
    await other.connect('4');
    await desk.signIn('op2', 'kvm-op-2');

    await desk.tap(Usages.F3);
    await desk.type('5005');
    await desk.enter();
    expect(desk.reads('超出范围')).toBe(true);
    expect(desk.shows()).toBe(null);

    await other.connect('2');
    await desk.tap(Usages.F3);
    await desk.type('5005');
    await desk.enter();
    expect(desk.reads('获取成功')).toBe(true);
  });

  scenario('M38 heads are fetched together, main first', async (lab) => {
    const [desk, other] = [lab.desk('5001'), lab.desk('5004')];
    await other.signIn();
    await other.connect('9');
    await desk.signIn();

    await desk.fetch('4');

    expect(['5001', '5002', '5003'].map((id) => lab.desk(id).shows())).toEqual(['0009', '0010', null]);
  });

  scenario('M38 a desk with one display takes the main head', async (lab) => {
    const [desk, other] = [lab.desk('5004'), lab.desk('5001')];
    await other.signIn();
    await other.connect('9');
    await desk.signIn();

    await desk.fetch('2');

    expect(desk.shows()).toBe('0009');
  });

  scenario('M39 from any receiver of a spliced wall comes the wall’s source, whole', async (lab) => {
    const [desk, other] = [lab.desk('5004'), lab.desk('5005')];
    await other.signIn();
    await other.connect('6');
    await other.push('5006');
    await desk.signIn();

    await desk.fetch('7');

    expect(desk.shows()).toBe('0006');
    expect(desk.part()).toEqual({ left: 0, right: 1 });
  });

  scenario('M39b from a receiver of a single wall comes its own', async (lab) => {
    const [desk, other] = [lab.desk('5004'), lab.desk('5005')];
    await lab.administrator.wall('single');
    await other.signIn();
    await other.connect('6');
    await other.push('5006');
    await other.connect('7');
    await other.push('5007');
    await desk.signIn();

    await desk.fetch('6');
    expect(desk.shows()).toBe('0006');
    await desk.fetch('7');

    expect(desk.shows()).toBe('0007');
    expect(desk.part()).toEqual({ left: 0, right: 1 });
  });

  scenario('M40 one target only: several are refused, a short ID and a hotkey are taken', async (lab) => {
    const [desk, other] = [lab.desk('5004'), lab.desk('5005')];
    await other.signIn();
    await other.connect('4');
    await desk.signIn();

    for (const text of ['5005,5001', 'team', 'all']) {
      await desk.tap(Usages.F3);
      await desk.type(text);
      await desk.enter();
      expect(desk.reads('热键和ID不存在')).toBe(true);
    }
    await desk.fetch('5');
    expect(desk.shows()).toBe('0004');
    await desk.connect('1');
    await desk.fetch('desk5');
    expect(desk.shows()).toBe('0004');
  });
});
