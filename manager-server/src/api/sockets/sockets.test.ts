import { once } from 'node:events';
import { operatorKey } from '@seatmatrix/protocol/domain';
import { minutes, seconds } from '@seatmatrix/protocol/kernel';
import { encodeConsoleInput, encodeConsoleOutput } from '@seatmatrix/protocol/wire';
import { describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { ending, HOST, ORIGIN, type SampleApp, startApp } from '../sample-app.ts';

const paths = ['/api/events', '/api/previews', '/console/socket/5001'];

/** Messages of a socket as they come, waited for by their number. */
function inbox(socket: WebSocket) {
  const texts: string[] = [];
  const arrived = () => once(socket, 'message');
  socket.on('message', (data) => texts.push(data.toString()));
  return {
    texts,
    async json(count: number) {
      while (texts.length < count) await arrived();
      return texts.map((text) => JSON.parse(text));
    },
  };
}

describe('every socket of the pages', () => {
  test.each(
    paths.flatMap((path) =>
      ['https://evil.example', 'null', `http://sub.${HOST}`, 'http://kvm.example:9999', ''].map(
        (origin) => [path, origin] as const,
      ),
    ),
  )('%s refuses a valid cookie from %j', async (path, origin) => {
    const { socket } = await startApp();
    expect(await ending(socket(path, { origin }))).toBe(403);
  });

  test.each(paths)('%s refuses who has not signed in, and everybody before the claim', async (path) => {
    const site = await startApp();
    expect(await ending(site.socket(path, { cookie: '' }))).toBe(401);
    const unclaimed = await startApp({ claim: false });
    expect(await ending(unclaimed.socket(path))).toBe(503);
  });

  test('an unknown path is missing', async () => {
    const { socket } = await startApp();
    expect(await ending(socket('/api/unheard-of'))).toBe(404);
    expect(await ending(socket('/console/socket/'))).toBe(404);
  });

  test.each(paths)('%s ends at once with its session', async (path) => {
    const { socket, request } = await startApp();
    const opened = socket(path);
    await once(opened, 'open');
    const closed = ending(opened);
    await request('DELETE', '/api/session');
    expect(await closed).toBe(4004);
  });

  test.each(paths)('%s ends when nobody has done anything for half an hour', async (path) => {
    const { socket, clock } = await startApp();
    const opened = socket(path);
    await once(opened, 'open');
    const closed = ending(opened);
    await clock.advance(minutes(31));
    expect(await closed).toBe(4004);
  });

  test('a page that does not answer is cut', async () => {
    const { socket, clock, request } = await startApp();
    const opened = socket('/api/events');
    await once(opened, 'open');
    const pages = async () => /^seatmatrix_pages (\d+)$/m.exec((await request('GET', '/metrics')).text)?.[1];
    await clock.advance(seconds(60));
    expect(await pages()).toBe('1');
    opened.pause();
    await clock.advance(seconds(21));
    expect(await pages()).toBe('0');
  });
});

describe('live events', () => {
  test('begin with a place, then come numbered, with a heartbeat each second', async () => {
    const { socket, clock, request } = await startApp();
    const page = inbox(socket('/api/events'));
    const [reset] = await page.json(1);
    expect(reset).toEqual({ type: 'reset', feed: 'feed-1', number: expect.any(Number) });
    await request('POST', '/api/groups', { body: { name: 'night' } });
    const [, event] = await page.json(2);
    expect(event).toMatchObject({
      type: 'event',
      number: reset.number + 1,
      event: { collection: 'groups', version: 1 },
    });
    await clock.advance(seconds(1));
    expect((await page.json(3))[2]).toEqual({ type: 'heartbeat', number: reset.number + 1 });
  });

  test('go on where the page was', async () => {
    const { socket, feed } = await startApp();
    for (const operator of ['a', 'b', 'c']) feed.publish({ type: 'session', seat: 's', operator });
    const page = inbox(socket(`/api/events?feed=feed-1&after=${feed.number - 2}`));
    expect((await page.json(2)).map(({ event }) => event.operator)).toEqual(['b', 'c']);
  });

  test.each(['?feed=other&after=1', '?feed=feed-1&after=999', '?feed=feed-1&after=x', ''])(
    'start anew for %j',
    async (query) => {
      const { socket } = await startApp();
      expect((await inbox(socket(`/api/events${query}`)).json(1))[0].type).toBe('reset');
    },
  );

  test('a page that reads too slowly is cut with its code and may come back', async () => {
    const { socket, feed } = await startApp();
    const slow = socket('/api/events');
    await once(slow, 'open');
    slow.pause();
    const seat = 'x'.repeat(100_000);
    for (let number = 0; number < 40; number += 1) feed.publish({ type: 'session', seat, operator: null });
    const closed = ending(slow);
    slow.resume();
    expect(await closed).toBe(4007);
  });
});

describe('a console', () => {
  const key = encodeConsoleInput({ type: 'keyboard', report: Uint8Array.of(0, 0, 4, 0, 0, 0, 0, 0) });
  const scene = encodeConsoleOutput({ type: 'scene', scene: '{}' });

  async function openConsole(site: SampleApp) {
    const page = site.socket('/console/socket/5001');
    await once(page, 'open');
    await site.clock.settle();
    const box = site.boxSide.consoles[0];
    if (box === undefined) throw new RangeError('no console was opened');
    return { page, box };
  }

  test('passes keys one way and pictures the other, byte for byte', async () => {
    const site = await startApp();
    const { page, box } = await openConsole(site);
    page.send(key);
    const message = once(page, 'message');
    box.listener?.frame(scene);
    const [data] = await message;
    expect(Buffer.from(data)).toEqual(Buffer.from(scene));
    await site.clock.settle();
    expect(box.sent.map((frame) => [...frame])).toEqual([[...key]]);
  });

  test('is audited before anything is seen', async () => {
    const site = await startApp();
    await openConsole(site);
    expect(site.disk.audit.at(-1)).toMatchObject({
      actor: 'administrator:Ärztin',
      action: 'console.open',
      object: '5001',
    });
  });

  test('that the page leaves is closed at the box', async () => {
    const site = await startApp();
    const { page, box } = await openConsole(site);
    page.close();
    await once(page, 'close');
    await site.clock.settle();
    expect(box.closedWith?.code).toBe(1001);
  });

  test('that the box ends is closed at the page', async () => {
    const site = await startApp();
    const { page, box } = await openConsole(site);
    const closed = ending(page);
    box.listener?.closed({ code: 1001, reason: 'the receiver restarts' });
    expect(await closed).toBe(1013);
  });

  test.each(['5002', '1', 'nonsense'])('of %s, which is not there, is told so', async (device) => {
    const { socket } = await startApp();
    expect(await ending(socket(`/console/socket/${device}`))).toBe(1013);
  });

  test('passes no key after its session has ended, however soon it comes', async () => {
    const site = await startApp();
    const { page, box } = await openConsole(site);
    const session = site.people.sessions.find(site.cookie().split('=')[1] ?? '');
    if (session === null) throw new RangeError('no session');
    const ended = site.people.sessions.end(session.id);
    page.send(key);
    await Promise.all([ended, ending(page)]);
    expect(box.sent).toEqual([]);
    expect(box.closedWith).not.toBeNull();
  });

  test('typing keeps the session', async () => {
    const site = await startApp();
    const { page } = await openConsole(site);
    for (let time = 0; time < 4; time += 1) {
      await site.clock.advance(minutes(20));
      page.send(key);
      await site.clock.settle();
    }
    expect((await site.request('GET', '/api/session')).status).toBe(200);
  });

  test('text, or a frame larger than any report, closes it', async () => {
    const site = await startApp();
    const texting = site.socket('/console/socket/5001');
    await once(texting, 'open');
    texting.send('a');
    expect(await ending(texting)).toBe(4000);
    const large = site.socket('/console/socket/5001', { origin: ORIGIN });
    await once(large, 'open');
    large.send(new Uint8Array(2000));
    expect(await ending(large)).toBe(1009);
  });

  describe('of an operator', () => {
    async function withOperator(receiverKind = 'desk') {
      const site = await startApp();
      const operator = await site.asRole('operator');
      await site.request('POST', '/api/devices', {
        body: {
          kind: 'receiver',
          id: '5001',
          name: 'Pult',
          location: '',
          receiverKind,
          viewWhileSignedOut: false,
        },
      });
      const [device] = (await site.request('GET', '/api/devices')).json.items;
      const signedIn = (key: string) => {
        site.boxSide.signedIn = site.boxSide.signedIn.map((each) => ({
          ...each,
          operator: operatorKey(key),
          receivers: [device.key],
        }));
        site.feed.publish({ type: 'session', seat: 'Pult', operator: key });
      };
      const open = () => site.socket('/console/socket/5001', { cookie: operator.cookie });
      return { ...site, operator, signedIn, open };
    }

    test('opens where nobody or he himself works, and ends when somebody else signs in there', async () => {
      const { clock, operator, signedIn, open } = await withOperator();
      signedIn(operator.key);
      const page = open();
      await once(page, 'open');
      const closed = ending(page);
      await clock.settle();
      signedIn('somebody-else');
      expect(await closed).toBe(4004);
    });

    test('does not open at what hangs on a wall', async () => {
      const { clock, boxSide, open } = await withOperator('display');
      expect(await ending(open())).toBe(4004);
      await clock.settle();
      expect(boxSide.consoles).toHaveLength(0);
    });

    test('does not open over somebody’s shoulder; a supervisor’s does', async () => {
      const { asRole, clock, boxSide, signedIn, open, socket } = await withOperator();
      signedIn('somebody-else');
      expect(await ending(open())).toBe(4004);
      await clock.settle();
      expect(boxSide.consoles).toHaveLength(0);
      const { cookie } = await asRole('supervisor');
      const page = socket('/console/socket/5001', { cookie });
      await once(page, 'open');
      await clock.settle();
      expect(boxSide.consoles).toHaveLength(1);
      page.terminate();
    });
  });
});
