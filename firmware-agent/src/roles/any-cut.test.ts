import { Usages } from '@seatmatrix/protocol/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bench } from './testing/bench.ts';

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: fc.constant('hold' as const), keys: keysOf() }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('move' as const), dx: fc.integer({ min: -127, max: 127 }) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('pass' as const), time: fc.nat(2500) }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('switch' as const), to: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('cut' as const), host: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('reset' as const), host: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('heal' as const) }) },
);

function keysOf() {
  return fc.subarray([Usages.A, Usages.O, Usages.LeftControl, Usages.LeftShift, Usages.Escape]);
}

describe('a seat whose cables are pulled at any moment', () => {
  it('leaves every computer all-up, types to no computer that is not shown, and never blackens a screen', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (life) => {
        const bench = new Bench();
        await bench.manager.start();
        const left = await bench.receiver('5001');
        const right = await bench.receiver('5002');
        const computers = [await bench.transmitter('0001'), await bench.transmitter('0002')];
        const spare = await bench.transmitter('0003');
        for (const layout of ['boot-keyboard', 'boot-mouse'] as const) left.hidHost.plug(layout);
        const seat = [left, right];
        const [first, second] = computers;
        if (first === undefined || second === undefined) return;
        let route = bench.route(left, first);
        await bench.plan(left, { seat, route });
        await bench.plan(right, { seat, route: bench.route(right, second) });
        await bench.pass(500);
        const hosts = [left.name, right.name, first.name, second.name, 'manager'];
        let cut: string[] = [];
        for (const each of life) {
          if (each.type === 'hold') left.hidHost.hold(...each.keys);
          else if (each.type === 'move') left.hidHost.move({ dx: each.dx, dy: 0, buttons: 0 });
          else if (each.type === 'pass') await bench.pass(each.time);
          else if (each.type === 'switch') {
            const to = computers[each.to];
            if (to === undefined || !bench.manager.sessions.has(left.fingerprint)) continue;
            const next = bench.route(left, to);
            await bench.plan(left, { seat, route, attempt: bench.attempt(next) });
            await bench.pass(100);
            if (left.output.now?.stream === Number(to.id)) route = next;
            if (bench.manager.sessions.has(left.fingerprint)) await bench.plan(left, { seat, route });
          } else if (each.type === 'cut') {
            const host = hosts[each.host];
            if (host !== undefined) cut = [...cut, host];
            if (host !== undefined) bench.network.unplug(host);
          } else if (each.type === 'reset') bench.network.reset(hosts[each.host] ?? left.name, '*');
          else for (const host of cut.splice(0)) bench.network.plug(host);
          await bench.clock.settle();
          expect(spare.gadget.typed).toEqual([]);
          expect(left.output.history).not.toContain(null);
          expect(right.output.history).not.toContain(null);
        }
        // Every cable out at once, with the fingers where they are.
        for (const host of hosts) bench.network.unplug(host);
        await bench.pass(1500);
        for (const { gadget } of computers) expect([gadget.held, gadget.buttons]).toEqual([[], 0]);
        for (const host of hosts) bench.network.plug(host);
        await bench.pass(8000);
        await bench.stop();
        for (const { gadget } of computers) expect([gadget.held, gadget.buttons]).toEqual([[], 0]);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
