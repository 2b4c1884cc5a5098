import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { milliseconds } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { afterAll, describe, expect, test } from 'vitest';
import { type NetworkPortBench, networkPortContract } from '../contract/index.ts';
import { type LinuxNetworkPortOptions, openLinuxNetworkPort } from './network-port.ts';

const folder = mkdtempSync(join(tmpdir(), 'network-port-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HEADER = 'Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\tMTU\tWindow\tIRTT\n';
const DEFAULT_BY_ETH0 = 'eth0\t00000000\t0100000A\t0003\t0\t0\t100\t00000000\t0\t0\t0\n';
const NEAR_BY_ETH1 = 'eth1\t0002A8C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0\n';

/** A tree with what the kernel shows of its network. */
class FakeTree {
  readonly root = mkdtempSync(join(folder, 'root-'));

  constructor() {
    mkdirSync(join(this.root, 'proc/net'), { recursive: true });
  }

  routes(...lines: readonly string[]): void {
    writeFileSync(join(this.root, 'proc/net/route'), HEADER + lines.join(''));
  }

  carrier(name: string, up: boolean): void {
    mkdirSync(join(this.root, 'sys/class/net', name), { recursive: true });
    writeFileSync(join(this.root, 'sys/class/net', name, 'carrier'), up ? '1\n' : '0\n');
  }

  remove(name: string): void {
    rmSync(join(this.root, 'sys/class/net', name), { recursive: true });
  }
}

const towards = (host: string): LinuxNetworkPortOptions['port'] => ({ type: 'towards', host: () => host });

async function open(tree: FakeTree, port: LinuxNetworkPortOptions['port']) {
  const clock = new VirtualClock();
  const driver = await openLinuxNetworkPort({ root: tree.root, port, clock });
  const told: boolean[] = [];
  driver.listen((event) => told.push(event.up));
  return { driver, told, later: () => clock.advance(milliseconds(500)) };
}

networkPortContract('Linux on a tree of its own', async (): Promise<NetworkPortBench> => {
  const tree = new FakeTree();
  tree.routes(DEFAULT_BY_ETH0);
  tree.carrier('eth0', true);
  const clock = new VirtualClock();
  const driver = await openLinuxNetworkPort({ root: tree.root, port: towards('manager.example'), clock });
  return {
    driver,
    setCarrier: (up) => tree.carrier('eth0', up),
    settle: () => clock.advance(milliseconds(500)),
    [Symbol.asyncDispose]: () => driver[Symbol.asyncDispose](),
  };
});

describe('the network port of a Linux box', () => {
  test.each([
    ['a near manager', '192.168.2.9', true],
    ['a manager beyond the default route', '10.9.9.9', false],
    ['a manager that is known by name', 'manager.example', false],
  ])('is the interface that leads to %s', async (_, host, up) => {
    const tree = new FakeTree();
    tree.routes(DEFAULT_BY_ETH0, NEAR_BY_ETH1);
    tree.carrier('eth0', false);
    tree.carrier('eth1', true);
    await using port = (await open(tree, towards(host))).driver;
    const told: boolean[] = [];
    port.listen((event) => told.push(event.up));

    expect(told).toEqual([up]);
  });

  test('stays the same when the pulled cable takes the route away', async () => {
    const tree = new FakeTree();
    tree.routes(DEFAULT_BY_ETH0);
    tree.carrier('eth0', true);
    const { driver, told, later } = await open(tree, towards('10.0.0.1'));
    await using _ = driver;
    tree.routes();
    tree.carrier('eth0', false);
    await later();
    tree.carrier('eth0', true);
    await later();

    expect(told).toEqual([true, false, true]);
  });

  test('is found when a route comes after the start', async () => {
    const tree = new FakeTree();
    tree.routes();
    tree.carrier('eth0', true);
    const { driver, told, later } = await open(tree, towards('10.0.0.1'));
    await using _ = driver;
    tree.routes(DEFAULT_BY_ETH0);
    await later();

    expect(told).toEqual([false, true]);
  });

  test('that was pulled out of the box has no carrier', async () => {
    const tree = new FakeTree();
    tree.carrier('usb0', true);
    const { driver, told, later } = await open(tree, { type: 'interface', name: 'usb0' });
    await using _ = driver;
    tree.remove('usb0');
    await later();

    expect(told).toEqual([true, false]);
  });

  test.each(['', '..', 'eth0/../..', 'a name', 'sixteen-letters-'])('cannot be called "%s"', async (name) => {
    const tree = new FakeTree();

    await expect(open(tree, { type: 'interface', name })).rejects.toMatchObject({ code: 'configuration-invalid' });
  });

  test('is unavailable where the kernel shows no routing table', async () => {
    await expect(open(new FakeTree(), towards('10.0.0.1'))).rejects.toMatchObject({ code: 'driver-unavailable' });
  });
});
