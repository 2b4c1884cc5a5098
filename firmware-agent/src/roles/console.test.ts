import {
  type ConsoleInput,
  type ConsoleOutput,
  encodeAbsolutePointer,
  encodeBootKeyboard,
  fingerprint,
  type Usage,
  Usages,
} from '@seatmatrix/protocol/domain';
import { CloseCode, type Closed, DIALLER_FRAME_MAX, type Transport } from '@seatmatrix/protocol/link';
import { decodeConsoleOutput, encodeConsoleInput } from '@seatmatrix/protocol/wire';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PAGE_BUFFER_MAX } from '../console/console-page.ts';
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

describe('a console page', () => {
  it('gets picture, scene, LEDs and its role at once, and then what changes', async () => {
    const { desk, tx } = await deskAndComputer();
    const leds = { numLock: true, capsLock: false, scrollLock: false };
    tx.gadget.tell({ type: 'leds', leds });
    tx.capture.paint(4);
    await bench.clock.settle();
    const page = await open(desk);
    expect(page.last('role')).toEqual({ type: 'role', role: 'control' });
    expect(page.last('leds')).toEqual({ type: 'leds', leds });
    expect(page.last('scene')).toMatchObject({ scene: expect.stringMatching(/^\{/) });
    expect(page.last('unit')?.unit.time).toBe(4);
    tx.capture.paint(5);
    await bench.clock.settle();
    expect(page.last('unit')?.unit.time).toBe(5);
    expect(desk.output.now?.picture).toBe(5);
  });

  it('types and points like one more keyboard and mouse of the desk', async () => {
    const { desk, tx } = await deskAndComputer();
    const page = await open(desk);
    page.keys(Usages.A);
    page.point({ x: 1000, y: 2000, buttons: 1 });
    await bench.clock.settle();
    expect(tx.gadget.held).toEqual([Usages.A]);
    expect(tx.gadget.buttons).toBe(1);
    desk.hidHost.tap(Usages.O);
    await bench.clock.settle();
    expect(tx.gadget.typed).toEqual([Usages.A, Usages.O]);
  });

  it('asks for a key picture when its decoder lost its place, also when it only watches', async () => {
    const { desk } = await deskAndComputer();
    await open(desk);
    const watcher = await open(desk);
    const units = () => watcher.outputs.filter(({ type }) => type === 'unit').length;
    const before = units();
    watcher.say({ type: 'want-key-frame' });
    await bench.clock.settle();
    expect(units()).toBe(before + 1);
  });

  it('gets nothing that it cannot show', async () => {
    const { desk, tx } = await deskAndComputer();
    const page = await open(desk);
    tx.capture.paint(5);
    await bench.clock.settle();
    expect(page.last('unit')?.unit.time).toBe(5);
    page.say({ type: 'codecs', codecs: [] });
    await bench.clock.settle();
    tx.capture.paint(6);
    await bench.clock.settle();
    expect(page.last('unit')?.unit.time).toBe(5);
  });

  it('that goes is a keyboard unplugged', async () => {
    const { desk, tx } = await deskAndComputer();
    const page = await open(desk);
    page.keys(Usages.A);
    page.point({ x: 0, y: 0, buttons: 1 });
    await bench.clock.settle();
    page.close();
    await bench.clock.settle();
    expect(tx.gadget.held).toEqual([]);
    expect(tx.gadget.buttons).toBe(0);
  });

  it('watches while another controls, and controls after a reload when that one is gone', async () => {
    const { desk, tx } = await deskAndComputer();
    const first = await open(desk);
    const second = await open(desk);
    expect(second.last('role')).toEqual({ type: 'role', role: 'watch' });
    second.keys(Usages.A);
    first.close();
    await bench.clock.settle();
    second.keys(Usages.O);
    await bench.clock.settle();
    expect(tx.gadget.typed).toEqual([]);
    second.close();
    const reloaded = await open(desk);
    expect(reloaded.last('role')).toEqual({ type: 'role', role: 'control' });
    reloaded.keys(Usages.O);
    reloaded.keys();
    await bench.clock.settle();
    expect(tx.gadget.typed).toEqual([Usages.O]);
  });

  it('sees stand-by when the route ends', async () => {
    const { desk } = await deskAndComputer();
    const page = await open(desk);
    await bench.plan(desk, {});
    expect(page.outputs.findLastIndex(({ type }) => type === 'no-picture')).toBeGreaterThan(
      page.outputs.findLastIndex(({ type }) => type === 'unit'),
    );
  });

  it('that sends nonsense is closed, and unplugged', async () => {
    const { desk } = await deskAndComputer();
    const page = await open(desk);
    page.transport.send(new Uint8Array([255, 255, 255]));
    await bench.clock.settle();
    expect(page.closed()?.code).toBe(CloseCode.malformed);
  });

  it('that has stopped reading is let go', async () => {
    const { desk } = await deskAndComputer();
    const closes: Closed[] = [];
    const { peer } = (await open(desk)).transport;
    desk.console?.accept({
      peer,
      buffered: PAGE_BUFFER_MAX + 1,
      send: () => undefined,
      close: (closed) => void closes.push(closed),
      listen: () => undefined,
    });
    expect(closes[0]?.code).toBe(CloseCode.slow);
  });

  it('is refused where sixteen are open, until one of them goes', async () => {
    const { desk } = await deskAndComputer();
    const pages = [];
    for (let count = 0; count < 16; count++) pages.push(await open(desk));
    expect((await open(desk)).closed()?.code).toBe(CloseCode.slow);
    pages[3]?.close();
    await bench.clock.settle();
    expect((await open(desk)).closed()).toBeNull();
  });

  it('is refused to whoever is not the manager', async () => {
    const { desk } = await deskAndComputer();
    const page = await open(desk, 'box');
    expect(page.closed()?.code).toBe(CloseCode.unauthorised);
    expect(page.outputs).toEqual([]);
  });

  it('is not offered by a receiver without a console', async () => {
    const desk = await bench.receiver('5002');
    await expect(open(desk)).rejects.toMatchObject({ code: 'link-lost' });
    expect(bench.manager.sessions.get(desk.fingerprint)?.hello.capabilities).not.toContain('console');
  });
});

async function deskAndComputer() {
  const desk = await bench.receiver('5001', { console: true });
  const tx = await bench.transmitter('0001');
  desk.hidHost.plug('boot-keyboard');
  await bench.connected(desk, tx);
  return { desk, tx };
}

/** A page as the manager proxies it: a socket that the manager dials. */
async function open(desk: BenchReceiver, role: 'manager' | 'box' = 'manager') {
  const identity = () => ({ fingerprint: fingerprint('e'.repeat(64)), standing: 'site', role }) as const;
  const network = bench.network.host({ name: `proxy-${role}`, identity });
  const dialled = network.dial(
    {
      host: desk.name,
      port: 9000,
      path: '/console',
      expect: desk.fingerprint,
      frameMax: DIALLER_FRAME_MAX['/console'],
    },
    new AbortController().signal,
  );
  const page = dialled.then((transport) => new Page(transport));
  page.catch(() => undefined);
  await bench.clock.settle();
  return page;
}

class Page {
  readonly transport: Transport;
  readonly outputs: ConsoleOutput[] = [];
  #closed: Closed | null = null;

  constructor(transport: Transport) {
    this.transport = transport;
    transport.listen({
      frame: (frame) => void this.outputs.push(decodeConsoleOutput(frame)),
      closed: (closed) => {
        this.#closed = closed;
      },
    });
  }

  closed(): Closed | null {
    return this.#closed;
  }

  last<Type extends ConsoleOutput['type']>(type: Type): Extract<ConsoleOutput, { type: Type }> | undefined {
    return this.outputs.findLast((output): output is Extract<ConsoleOutput, { type: Type }> => output.type === type);
  }

  say(input: ConsoleInput): void {
    this.transport.send(encodeConsoleInput(input));
  }

  keys(...keys: readonly Usage[]): void {
    this.say({ type: 'keyboard', report: encodeBootKeyboard(keys) });
  }

  point(pointer: { readonly x: number; readonly y: number; readonly buttons: number }): void {
    this.transport.send(
      encodeConsoleInput({ type: 'pointer', report: encodeAbsolutePointer({ ...pointer, wheel: 0, tilt: 0 }) }),
    );
  }

  close(): void {
    this.transport.close({ code: CloseCode.normal, reason: 'the page is left' });
  }
}
