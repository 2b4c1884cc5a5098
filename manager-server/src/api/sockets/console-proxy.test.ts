import { type AccessUnit, generation, operatorKey, streamId } from '@seatmatrix/protocol/domain';
import { silentLog } from '@seatmatrix/protocol/kernel';
import type { Closed } from '@seatmatrix/protocol/link';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { decodeConsoleOutput, encodeConsoleOutput } from '@seatmatrix/protocol/wire';
import { expect, test } from 'vitest';
import { openDirectory } from '../../directory/index.ts';
import { createFeed } from '../../feed/index.ts';
import type { WebSession, WebSessions } from '../../people/web-sessions.ts';
import { SampleBoxSide } from '../sample-box-side.ts';
import { consoleProxy } from './console-proxy.ts';
import type { PageSocket, PageSocketListener } from './page-socket.ts';

const MEGABYTE = 1024 * 1024;

/** A page whose reading the test commands. */
class SamplePage implements PageSocket {
  buffered = 0;
  readonly sent: Uint8Array[] = [];
  closedWith: Closed | null = null;
  #listener: PageSocketListener | null = null;

  send(data: string | Uint8Array): void {
    if (typeof data !== 'string') this.sent.push(data);
  }

  close(closed: Closed): void {
    this.closedWith = closed;
    this.#listener?.closed(closed);
  }

  listen(listener: PageSocketListener): void {
    this.#listener = listener;
  }

  key(): void {
    this.#listener?.frame(Uint8Array.of(1));
  }

  reads(buffered: number): void {
    this.buffered = buffered;
    this.#listener?.drained?.();
  }

  /** What it got, units by their time. */
  get got(): readonly (string | number)[] {
    return this.sent.map((frame) => {
      const output = decodeConsoleOutput(frame);
      return output.type === 'unit' ? output.unit.time : output.type;
    });
  }
}

async function open() {
  const clock = new VirtualClock();
  const boxSide = new SampleBoxSide();
  const touched: unknown[] = [];
  const sessions = { touch: (id: unknown) => void touched.push(id) } as unknown as WebSessions;
  const feed = createFeed({ id: 'feed', log: silentLog });
  const journal = { commit: async () => undefined };
  const directory = openDirectory({ records: new Map(), journal, clock, feed, log: silentLog });
  const handle = consoleProxy({ boxSide, directory, feed, sessions, journal, clock, log: silentLog });
  const page = new SamplePage();
  const account = { key: operatorKey('a1'), name: 'admin', role: 'administrator' as const };
  const session = { id: 's', operator: account.key, restriction: null } as unknown as WebSession;
  const request = {
    params: { device: '5001' },
    query: new URLSearchParams(),
    from: '',
    signedIn: { account, by: { type: 'session' as const, session } },
  };
  handle(page, request);
  await clock.settle();
  const box = boxSide.consoles[0];
  if (box === undefined) throw new RangeError('no console was opened');
  const give = (...frames: Uint8Array[]) => {
    for (const frame of frames) box.listener?.frame(frame);
  };
  return { page, box, give };
}

function unit(time: number, key = true): Uint8Array {
  const bytes = new Uint8Array(10);
  const fields: AccessUnit = { stream: streamId(1), generation: generation(1), codec: 'jpeg', key, time, bytes };
  return encodeConsoleOutput({ type: 'unit', unit: fields, crop: null });
}

const scene = encodeConsoleOutput({ type: 'scene', scene: null });

test('a page that reads gets every picture', async () => {
  const { page, give } = await open();
  give(unit(1), unit(2, false), scene, unit(3));
  expect(page.got).toEqual([1, 2, 'scene', 3]);
});

test('a slow page gets the menu at once and, as soon as it reads, the newest picture alone', async () => {
  const { page, give } = await open();
  page.buffered = 2 * MEGABYTE;
  give(unit(1), unit(2), scene, unit(3));
  expect(page.got).toEqual(['scene']);
  page.reads(MEGABYTE / 4);
  expect(page.got).toEqual(['scene', 3]);
  give(unit(4));
  expect(page.got).toEqual(['scene', 3, 4]);
});

test('after a gap nothing is shown that builds on what was left out', async () => {
  const { page, give } = await open();
  page.buffered = 2 * MEGABYTE;
  give(unit(1), unit(2, false));
  page.reads(0);
  give(unit(3, false), scene);
  expect(page.got).toEqual(['scene']);
  give(unit(4), unit(5, false));
  expect(page.got).toEqual(['scene', 4, 5]);
});

test('that the picture is gone is not lost in a gap', async () => {
  const { page, give } = await open();
  page.buffered = 2 * MEGABYTE;
  give(unit(1), encodeConsoleOutput({ type: 'no-picture' }));
  page.reads(0);
  expect(page.got).toEqual(['no-picture']);
});

test('a page that does not read at all is cut', async () => {
  const { page, box, give } = await open();
  page.buffered = 9 * MEGABYTE;
  give(scene);
  expect(page.closedWith?.code).toBe(4007);
  expect(box.closedWith).not.toBeNull();
});

test('keys never pile up before a box that does not take them', async () => {
  const { page, box } = await open();
  box.buffered = 17 * 1024;
  page.key();
  expect(page.closedWith?.code).toBe(4007);
  expect(box.sent).toEqual([]);
});

test('a frame that nobody can read ends the console when it has to be read', async () => {
  const { page, give } = await open();
  page.buffered = 2 * MEGABYTE;
  give(Uint8Array.of(255, 255, 255));
  expect(page.closedWith?.code).toBe(4000);
});
