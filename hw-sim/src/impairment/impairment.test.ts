import { createSocket, type Socket as DatagramSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { seededRandom, systemClock } from '@seatmatrix/protocol/kernel';
import { afterEach, describe, expect, it } from 'vitest';
import { TcpImpairment } from './tcp-impairment.ts';
import { UdpImpairment } from './udp-impairment.ts';

const HOST = '127.0.0.1';
const leave: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const each of leave.splice(0).reverse()) await each();
});

const until = async (condition: () => boolean): Promise<void> => {
  const end = performance.now() + 10_000;
  while (!condition()) {
    if (performance.now() > end) throw new Error('the condition did not come in 10 s');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
};

describe('the impairment of UDP', () => {
  const datagramSocket = async (): Promise<DatagramSocket> => {
    const socket = createSocket('udp4');
    const listening = once(socket, 'listening');
    socket.bind(0, HOST);
    await listening;
    leave.push(() => socket.close());
    return socket;
  };

  /** A target that sends everything back, and a client. */
  const setUp = async () => {
    const [target, client] = [await datagramSocket(), await datagramSocket()];
    const asked: number[] = [];
    const answered: number[] = [];
    target.on('message', (bytes, from) => {
      asked.push(bytes[0] ?? -1);
      target.send(bytes, from.port, from.address);
    });
    client.on('message', (bytes) => answered.push(bytes[0] ?? -1));
    const network = await UdpImpairment.open({
      target: { host: HOST, port: target.address().port },
      clock: systemClock,
      random: seededRandom(6),
    });
    leave.push(() => network[Symbol.asyncDispose]());
    const say = (...numbers: readonly number[]) => {
      for (const number of numbers) client.send(Uint8Array.of(number), network.place.port, network.place.host);
    };
    return { network, say, asked, answered };
  };

  it('passes datagrams both ways', async () => {
    const { network, say, answered } = await setUp();
    say(1, 2, 3);
    await until(() => answered.length === 3);
    expect(answered).toEqual([1, 2, 3]);
    expect(network.figures).toEqual({ forwarded: 6, lost: 0 });
  });

  it('cuts one direction while the other goes on', async () => {
    const { network, say, asked, answered } = await setUp();
    network.impair('from-target', { cut: true });
    say(1, 2);
    await until(() => network.figures.lost === 2);
    network.impair('both', { cut: false });
    say(3);
    await until(() => answered.length === 1);
    expect([asked, answered]).toEqual([[1, 2, 3], [3]]);
  });

  it('delays', async () => {
    const { network, say, answered } = await setUp();
    network.impair('both', { delayMs: 40 });
    const begun = performance.now();
    say(1);
    await until(() => answered.length === 1);
    expect(performance.now() - begun).toBeGreaterThan(78);
  });

  it('loses and reorders', async () => {
    const { network, say, asked } = await setUp();
    network.impair('to-target', { loss: 0.3, jitterMs: 15 });
    say(...Array.from({ length: 200 }, (_, index) => index));
    await until(() => asked.length + network.figures.lost >= 200);
    expect(network.figures.lost).toBeGreaterThan(35);
    expect(network.figures.lost).toBeLessThan(85);
    expect(asked).not.toEqual([...asked].sort((a, b) => a - b));
  });
});

describe('the impairment of TCP', () => {
  const setUp = async () => {
    const taken: Socket[] = [];
    const server: Server = createServer((socket) => {
      taken.push(socket);
      socket.on('error', () => undefined);
      socket.pipe(socket);
    });
    server.listen(0, HOST);
    await once(server, 'listening');
    leave.push(() => server.close());
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;
    const network = await TcpImpairment.open({ target: { host: HOST, port }, clock: systemClock });
    leave.push(() => network[Symbol.asyncDispose]());
    return { network, taken, dial: () => dial(network) };
  };
  const dial = (network: TcpImpairment) => {
    const socket = connect(network.place);
    leave.push(() => socket.destroy());
    const seen = { text: '', ended: false, failed: '' };
    socket.on('data', (bytes) => {
      seen.text += bytes.toString();
    });
    socket.on('end', () => {
      seen.ended = true;
    });
    socket.on('error', (error) => {
      seen.failed = 'code' in error ? String(error.code) : error.message;
    });
    return { socket, seen };
  };

  it('passes bytes both ways, and the end', async () => {
    const { network, dial } = await setUp();
    const { socket, seen } = dial();
    socket.end('hello');
    await until(() => seen.ended);
    expect(seen.text).toBe('hello');
    await until(() => network.connections === 0);
  });

  it('delays and keeps the order', async () => {
    const { network, dial } = await setUp();
    const { socket, seen } = dial();
    network.delay(30);
    const begun = performance.now();
    socket.write('one ');
    await until(() => seen.text === 'one ');
    expect(performance.now() - begun).toBeGreaterThan(58);
    socket.write('two ');
    network.delay(0);
    socket.write('three');
    await until(() => seen.text === 'one two three');
  });

  it('stalls without a word and brings everything afterwards', async () => {
    const { network, taken, dial } = await setUp();
    const { socket, seen } = dial();
    socket.write('before ');
    await until(() => seen.text === 'before ');
    network.stall();
    const late = dial();
    socket.write('x'.repeat(3_000_000));
    late.socket.write('late');
    await until(() => taken.length === 2 && socket.bytesWritten > 1_000_000);
    expect([seen.text, late.seen.text, seen.failed]).toEqual(['before ', '', '']);
    network.resume();
    await until(() => seen.text.length === 3_000_007 && late.seen.text === 'late');
  });

  it('cuts what is there and takes nothing new until it is healed', async () => {
    const { network, dial } = await setUp();
    const first = dial();
    first.socket.write('x');
    await until(() => first.seen.text === 'x');
    network.cut();
    await until(() => first.seen.failed === 'ECONNRESET');
    const second = dial();
    await until(() => second.seen.failed === 'ECONNRESET');
    network.heal();
    const third = dial();
    third.socket.write('y');
    await until(() => third.seen.text === 'y');
    expect(network.connections).toBe(1);
  });
});
