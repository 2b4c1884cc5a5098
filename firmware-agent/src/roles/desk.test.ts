import { type BoxAnswer, type BoxRequest, type Usage, Usages, usage } from '@seatmatrix/protocol/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Bench, type BenchReceiver } from './testing/bench.ts';

let bench: Bench;

beforeEach(async () => {
  bench = new Bench();
  await bench.manager.start();
});

afterEach(async () => {
  await bench.stop();
  for (const { gadget, name } of bench.transmitters) expect([name, gadget.held, gadget.buttons]).toEqual([name, [], 0]);
});

describe('a desk', () => {
  it('asks the manager to sign in with what was typed, and shows its refusal', async () => {
    const desk = await signedOut();
    bench.manager.answer = () => ({ type: 'sign-in-answer', refusal: 'wrong-credentials' });
    signIn(desk);
    await bench.clock.settle();
    expect(bench.manager.requests).toEqual([{ type: 'sign-in', name: 'ao', password: 'oa' }]);
    expect(desk.overlay.text).toContain('用户或密码错误');
  });

  it('asks nobody while the manager is away, and says so', async () => {
    const desk = await signedOut();
    bench.network.unplug('manager');
    await bench.pass(4000);
    signIn(desk);
    await bench.clock.settle();
    expect(bench.manager.requests).toEqual([]);
    expect(desk.overlay.text).toContain('与服务器通讯失败,请稍后重试!');
    desk.port.carrier(false);
    await bench.clock.settle();
    expect(desk.overlay.text).toContain('网络断开');
  });

  it('gives up on an answer after its deadline', async () => {
    const desk = await signedOut();
    bench.manager.answer = () => new Promise(() => undefined);
    signIn(desk);
    await bench.pass(6000);
    expect(desk.overlay.text).toContain('与服务器通讯失败,请稍后重试!');
  });

  it('opens the menu on sign-in, sends the command, and closes a second after its success', async () => {
    const desk = await signedOut();
    const tx = await bench.transmitter('0001');
    await bench.plan(desk, { operator: 'ao' });
    expect(desk.overlay.text).toContain('【连接】');
    const route = bench.route(desk, tx);
    bench.manager.answer = async () => {
      await bench.plan(desk, { operator: 'ao', attempt: bench.attempt(route) });
      await bench.clock.settle();
      await bench.plan(desk, { operator: 'ao', route });
      return { type: 'command-answer', refusal: null, targets: [] };
    };
    type(desk, [Usages.Digit1]);
    desk.hidHost.hold(Usages.Enter);
    for (let step = 0; step < 10; step++) await bench.pass(10);
    expect(bench.manager.requests).toEqual([
      { type: 'command', function: 'connect', text: '1', withoutPicture: false } satisfies BoxRequest,
    ]);
    expect(desk.overlay.text).toContain('连接成功');
    expect(tx.gadget.typed).toEqual([]);
    desk.hidHost.hold();
    await bench.pass(1000);
    expect(desk.overlay.text).not.toContain('连接成功');
    type(desk, [Usages.A]);
    await bench.clock.settle();
    expect(tx.gadget.typed).toEqual([Usages.A]);
  });

  it('is signed out at once when the manager does not answer, and a plan that still knows the session changes nothing', async () => {
    const desk = await signedOut();
    await bench.plan(desk, { operator: 'ao' });
    bench.manager.answer = () => new Promise(() => undefined);
    type(desk, [Usages.F12]);
    await bench.pass(6000);
    expect(desk.overlay.text).toContain('密码');
    await bench.plan(desk, { operator: 'ao' });
    expect(desk.overlay.text).toContain('密码');
    await bench.plan(desk, { operator: 'op2', session: 'another' });
    expect(desk.overlay.text).toContain('op2');
  });

  it('does not take the answer to what an earlier operator asked for the answer to the next one’s command', async () => {
    const desk = await signedOut();
    await bench.plan(desk, { operator: 'ao' });
    const answers: ((answer: BoxAnswer) => void)[] = [];
    bench.manager.answer = () => new Promise((resolve) => void answers.push(resolve));
    type(desk, [Usages.Digit1, Usages.Enter]);
    await bench.plan(desk, { operator: null });
    await bench.plan(desk, { operator: 'op2', session: 'another' });
    type(desk, [Usages.Digit1, Usages.Enter]);
    await bench.clock.settle();
    expect(answers).toHaveLength(2);
    answers[0]?.({ type: 'command-answer', refusal: null, targets: [] });
    await bench.clock.settle();
    expect(desk.overlay.text).not.toContain('连接成功');
    answers[1]?.({ type: 'command-answer', refusal: null, targets: [] });
    await bench.clock.settle();
    expect(desk.overlay.text).toContain('连接成功');
  });

  it('swallows keys for the menu and the key-up of what closed it', async () => {
    const desk = await signedOut();
    const tx = await bench.transmitter('0001');
    await bench.plan(desk, { operator: null });
    await bench.connected(desk, tx);
    desk.hidHost.tap(Usages.Escape);
    type(desk, [Usages.LeftShift, Usages.LeftShift, Usages.O, Usages.A]);
    await bench.clock.settle();
    desk.hidHost.hold(Usages.Escape);
    desk.hidHost.hold();
    type(desk, [Usages.Space]);
    await bench.clock.settle();
    expect(tx.gadget.typed).toEqual([Usages.LeftShift, Usages.LeftShift, Usages.Space]);
  });

  it('signs itself out when the operator leaves while the manager is away', async () => {
    const desk = await signedOut();
    const tx = await bench.transmitter('0001');
    await bench.connected(desk, tx);
    desk.hidHost.tap(Usages.Escape);
    bench.network.unplug('manager');
    await bench.pass(4000);
    type(desk, [Usages.LeftShift, Usages.LeftShift, Usages.O, Usages.F12]);
    await bench.pass(20);
    expect(desk.output.now).toBeNull();
    expect(tx.capture.running).toBe(false);
    bench.network.plug('manager');
    await bench.pass(40_000);
    expect(bench.manager.sessions.get(desk.fingerprint)?.hello.session).toBeNull();
  });

  it('obeys the manager’s commands to the box', async () => {
    const desk = await signedOut();
    bench.manager.tell(desk.fingerprint, { type: 'box-command', command: { type: 'identify', seconds: 5 } });
    bench.manager.tell(desk.fingerprint, { type: 'box-command', command: { type: 'restart' } });
    bench.manager.tell(desk.fingerprint, {
      type: 'box-command',
      command: { type: 'message', text: 'fire drill', seconds: 5 },
    });
    await bench.clock.settle();
    expect(desk.info.calls).toEqual(['identify', 'restart']);
    expect(desk.overlay.text).toContain('fire drill');
    await bench.pass(5001);
    expect(desk.info.calls).toEqual(['identify', 'restart', 'identified']);
  });

  it('blinks its keyboards for whoever looks for it, and no computer hears of it', async () => {
    const desk = await bench.receiver('5001');
    desk.hidHost.plug('boot-keyboard');
    const tx = await bench.transmitter('0001');
    await bench.connected(desk, tx);
    const leds = { numLock: true, capsLock: false, scrollLock: false };
    tx.gadget.tell({ type: 'leds', leds });
    desk.hidHost.hold(usage(Usages.A));
    await bench.pass(50);
    expect(tx.gadget.held).toEqual([Usages.A]);
    const written = tx.gadget.keyboards.length;
    const seen = new Set<boolean>();
    bench.manager.tell(desk.fingerprint, { type: 'box-command', command: { type: 'identify', seconds: 4 } });
    for (let time = 0; time < 3000; time += 100) {
      await bench.pass(100);
      seen.add(desk.hidHost.leds.scrollLock);
      expect(tx.gadget.keyboards).toHaveLength(written);
    }
    expect(seen).toEqual(new Set([true, false]));
    await bench.pass(1500);
    expect(desk.hidHost.leds).toEqual(leds);
    bench.manager.tell(desk.fingerprint, { type: 'box-command', command: { type: 'identify', seconds: 60 } });
    await bench.pass(400);
    bench.manager.tell(desk.fingerprint, { type: 'box-command', command: { type: 'identify', seconds: 0 } });
    await bench.pass(20);
    expect(desk.hidHost.leds).toEqual(leds);
    expect(desk.overlay.text).not.toContain('desk 5001');
  });

  it('says by what it can be found', async () => {
    const desk = await signedOut();
    await bench.pass(6000);
    const signs = () =>
      bench.manager.notices.flatMap(({ from, notice }) =>
        from === desk.fingerprint && notice.type === 'box-report' ? [notice.identifySigns] : [],
      );
    expect(signs().at(-1)).toEqual(['screen', 'keyboard', 'lamp']);
    desk.hidHost.unplug('boot-keyboard');
    await bench.pass(6000);
    expect(signs().at(-1)).toEqual(['screen', 'lamp']);
  });

  it('reports how it is', async () => {
    const desk = await signedOut();
    await bench.pass(61_000);
    const reports = bench.manager.notices.filter(
      ({ from, notice }) => from === desk.fingerprint && notice.type === 'box-report',
    );
    expect(reports.length).toBeGreaterThan(1);
    expect(reports.at(-1)?.notice).toMatchObject({
      mode: { width: 640, height: 480 },
      temperature: 40,
      capture: 'none',
    });
  });

  it('waits for its adoption and shows its fingerprint', async () => {
    bench.manager.state = 'pending';
    const desk = await bench.receiver('5001');
    expect(desk.overlay.text.replace(/[\s:-]/g, '').toLowerCase()).toContain(desk.fingerprint);
  });
});

async function signedOut(): Promise<BenchReceiver> {
  const desk = await bench.receiver('5001');
  desk.hidHost.plug('boot-keyboard');
  await bench.plan(desk, { operator: null });
  return desk;
}

function signIn(desk: BenchReceiver): void {
  type(desk, [Usages.A, Usages.O, Usages.Tab, Usages.O, Usages.A, Usages.Enter]);
}

function type(desk: BenchReceiver, keys: readonly Usage[]): void {
  for (const key of keys) desk.hidHost.tap(usage(key));
}
