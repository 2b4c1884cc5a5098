import { DEFAULT_SOURCE_SETTINGS } from '@seatmatrix/protocol/domain';
import { describe, expect, test } from 'vitest';
import { type SampleApp, startApp } from './sample-app.ts';

const transmitter = { kind: 'transmitter', id: '0001', name: '雷达 Ω 🛰 ا́', location: 'rack 1' };

async function withDevice(): Promise<SampleApp & { readonly path: string }> {
  const site = await startApp();
  const created = await site.request('POST', '/api/devices', { body: transmitter });
  expect(created.status).toBe(201);
  return { ...site, path: String(created.headers.location) };
}

describe('a resource', () => {
  test('is created with a place and a tag, and comes back byte for byte', async () => {
    const { request, path } = await withDevice();
    const got = await request('GET', path);
    expect(got.status).toBe(200);
    expect(got.headers.etag).toBe('"1"');
    expect(got.headers['cache-control']).toBe('no-store');
    expect(got.json).toEqual({
      ...transmitter,
      settings: DEFAULT_SOURCE_SETTINGS,
      key: path.split('/').at(-1),
      version: 1,
    });
  });

  test.each([
    ['combining marks left apart', 'A\u0308rzte'],
    ['right-to-left', 'غرفة التحكم'],
    ['Hangul, kana and beyond the basic plane', '관제실 コンソール 𠮷'],
    ['markup', '<script>alert(1)</script>'],
    ['a formula', '=1+1'],
  ])('keeps a name with %s', async (_, name) => {
    const { request, path } = await withDevice();
    const body = { ...transmitter, name };
    expect((await request('PUT', path, { body, headers: { 'if-match': '"1"' } })).json.name).toBe(name);
    expect(Buffer.from((await request('GET', path)).json.name)).toEqual(Buffer.from(name));
  });

  test('is known by its tag: not sent twice', async () => {
    const { request, path } = await withDevice();
    const again = await request('GET', path, { headers: { 'if-none-match': 'W/"1"' } });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  test('is replaced only by who has seen it as it is', async () => {
    const { request, path } = await withDevice();
    const body = { ...transmitter, name: 'second' };
    expect((await request('PUT', path, { body })).json).toMatchObject({ status: 428, code: 'precondition-required' });
    const replaced = await request('PUT', path, { body, headers: { 'if-match': '"1"' } });
    expect([replaced.status, replaced.headers.etag, replaced.json.version]).toEqual([200, '"2"', 2]);
    const stale = await request('PUT', path, { body: transmitter, headers: { 'if-match': '"1"' } });
    expect(stale.headers['content-type']).toContain('application/problem+json');
    expect(stale.json).toMatchObject({
      status: 412,
      code: 'version-conflict',
      current: { name: 'second', version: 2 },
    });
    const weak = await request('PUT', path, { body, headers: { 'if-match': 'W/"2"' } });
    expect(weak.status).toBe(412);
  });

  test('may be sent back whole, but not to another place', async () => {
    const { request, path } = await withDevice();
    const whole = (await request('GET', path)).json;
    const headers = { 'if-match': '"1"' };
    expect((await request('PUT', path, { body: { ...whole, key: 'other' }, headers })).json.errors).toEqual([
      { in: 'body', pointer: '/key', detail: expect.any(String) },
    ]);
    expect((await request('PUT', path, { body: { ...whole, location: 'rack 2' }, headers })).status).toBe(200);
  });

  test('of two writers at one time one wins and the other is told', async () => {
    const { request, path } = await withDevice();
    const headers = { 'if-match': '"1"' };
    const both = await Promise.all([
      request('PUT', path, { body: { ...transmitter, name: 'a' }, headers }),
      request('PUT', path, { body: { ...transmitter, name: 'b' }, headers }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  test('is deleted only by who has seen it, and then is gone', async () => {
    const { request, path } = await withDevice();
    expect((await request('DELETE', path)).status).toBe(428);
    expect((await request('DELETE', path, { headers: { 'if-match': '"9"' } })).status).toBe(412);
    const gone = await request('DELETE', path, { headers: { 'if-match': '"1"' } });
    expect([gone.status, gone.text]).toEqual([204, '']);
    expect((await request('GET', path)).json).toMatchObject({ status: 404, code: 'not-found' });
    expect((await request('DELETE', path, { headers: { 'if-match': '"1"' } })).status).toBe(404);
  });

  test('that breaks a law is refused with the field', async () => {
    const { request } = await withDevice();
    const again = await request('POST', '/api/devices', { body: { ...transmitter, name: 'other' } });
    expect(again.status).toBe(409);
    expect(again.json.errors[0]).toMatchObject({ in: 'body', pointer: '/id' });
  });

  test.each([
    [{ ...transmitter, id: '1' }, '/id'],
    [{ ...transmitter, name: '' }, '/name'],
    [{ ...transmitter, name: 'two\nlines' }, '/name'],
    [{ ...transmitter, name: 'half \ud83d' }, '/name'],
    [{ ...transmitter, name: 7 }, '/name'],
    [{ ...transmitter, kind: 'toaster' }, '/kind'],
    [{ ...transmitter, 'na~me/2': 'x' }, ''],
    [[transmitter], ''],
  ])('%j is refused at %j', async (body, pointer) => {
    const { request } = await startApp();
    const refused = await request('POST', '/api/devices', { body });
    expect(refused.json).toMatchObject({ status: 400, code: 'invalid' });
    expect(refused.json.errors[0]).toMatchObject({ in: 'body', pointer });
  });

  test('inside a list says which one is wrong', async () => {
    const { request } = await startApp();
    const refused = await request('POST', '/api/hotkeys', { body: { text: 'abc', devices: ['ok', 'not ok'] } });
    expect(refused.json.errors[0].pointer).toBe('/devices/1');
  });
});

describe("a transmitter's settings", () => {
  const settings = {
    ...DEFAULT_SOURCE_SETTINGS,
    pointer: 'relative',
    chroma: '4:4:4',
    sound: true,
    serial: { baud: 115_200, dataBits: 7, parity: 'even', stopBits: 2, flowControl: 'hardware' },
  };

  test('are chosen with the rest of it, under its tag', async () => {
    const { request, path } = await withDevice();
    const body = { ...transmitter, settings };
    const put = await request('PUT', path, { body, headers: { 'if-match': '"1"' } });
    expect([put.status, put.headers.etag]).toEqual([200, '"2"']);
    expect((await request('GET', path)).json).toMatchObject({ settings, version: 2 });
    expect((await request('PUT', path, { body, headers: { 'if-match': '"1"' } })).status).toBe(412);
  });

  test('stay what they are when a program of before does not know them', async () => {
    const { request, path } = await withDevice();
    await request('PUT', path, { body: { ...transmitter, settings }, headers: { 'if-match': '"1"' } });
    const renamed = await request('PUT', path, {
      body: { ...transmitter, name: 'Radar' },
      headers: { 'if-match': '"2"' },
    });
    expect(renamed.json).toMatchObject({ name: 'Radar', settings, version: 3 });
  });

  test('may come with a new one', async () => {
    const { request } = await startApp();
    const made = await request('POST', '/api/devices', { body: { ...transmitter, settings } });
    expect(made.json).toMatchObject({ settings });
  });

  test('are no receiver’s', async () => {
    const { request } = await startApp();
    const receiver = { kind: 'receiver', receiverKind: 'desk', viewWhileSignedOut: false, location: '' };
    const wrong = await request('POST', '/api/devices', { body: { ...receiver, id: '5001', name: 'Desk', settings } });
    expect(wrong.json).toMatchObject({ status: 400, code: 'invalid' });
    const made = await request('POST', '/api/devices', { body: { ...receiver, id: '5001', name: 'Desk' } });
    expect(made.json.settings).toBeUndefined();
  });

  test.each<[object | string, string, string]>([
    ['relative', '/settings', 'an object with pointer, chroma, sound and serial'],
    [{ ...settings, pointer: 'mouse' }, '/settings/pointer', 'absolute (most computers) or relative'],
    [{ ...settings, chroma: '4:2:2' }, '/settings/chroma', '4:2:0, or 4:4:4'],
    [{ ...settings, sound: 'on' }, '/settings/sound', 'true or false'],
    [{ pointer: 'absolute', chroma: '4:2:0', sound: false }, '/settings/serial', 'an object with baud'],
    [{ ...settings, serial: { ...settings.serial, baud: 49 } }, '/settings/serial/baud', '50 to 4000000'],
    [{ ...settings, serial: { ...settings.serial, baud: 4_000_001 } }, '/settings/serial/baud', '50 to 4000000'],
    [{ ...settings, serial: { ...settings.serial, baud: 9600.5 } }, '/settings/serial/baud', '50 to 4000000'],
    [{ ...settings, serial: { ...settings.serial, dataBits: 9 } }, '/settings/serial/dataBits', '5, 6, 7 or 8'],
    [{ ...settings, serial: { ...settings.serial, parity: 'mark' } }, '/settings/serial/parity', 'none, even or odd'],
    [{ ...settings, serial: { ...settings.serial, stopBits: 1.5 } }, '/settings/serial/stopBits', '1 or 2 stop bits'],
    [
      { ...settings, serial: { ...settings.serial, flowControl: 'rts' } },
      '/settings/serial/flowControl',
      'none, hardw',
    ],
    [{ ...settings, colour: 'red' }, '/settings', 'colour'],
  ])('%j are refused at %s in words', async (wrong, pointer, words) => {
    const { request, path } = await withDevice();
    const refused = await request('PUT', path, {
      body: { ...transmitter, settings: wrong },
      headers: { 'if-match': '"1"' },
    });
    expect(refused.json).toMatchObject({ status: 400, code: 'invalid' });
    expect(refused.json.errors).toEqual([{ in: 'body', pointer, detail: expect.stringContaining(words) }]);
    expect((await request('GET', path)).json.settings).toEqual(DEFAULT_SOURCE_SETTINGS);
  });
});

describe('a list', () => {
  async function withMany() {
    const site = await startApp();
    for (let number = 1; number <= 25; number += 1) {
      const id = String(number).padStart(4, '0');
      const name = number % 2 === 0 ? `气象 ${number}` : `Radar ${number}`;
      await site.request('POST', '/api/devices', { body: { ...transmitter, id, name } });
    }
    const receiver = { kind: 'receiver', receiverKind: 'desk', viewWhileSignedOut: false, location: '' };
    await site.request('POST', '/api/devices', { body: { ...receiver, id: '5001', name: 'Desk' } });
    return site;
  }

  test('is paged by place, so that a change between two pages neither repeats nor skips', async () => {
    const { request } = await withMany();
    const first = (await request('GET', '/api/devices?limit=10')).json;
    expect([first.items.length, first.total]).toEqual([10, 26]);
    const [gone] = first.items;
    await request('DELETE', `/api/devices/${gone.key}`, { headers: { 'if-match': '"1"' } });
    const second = (await request('GET', `/api/devices?limit=10&after=${first.next}`)).json;
    expect(second.items[0].id).toBe('0011');
    const third = (await request('GET', `/api/devices?limit=10&after=${second.next}`)).json;
    expect([third.items.length, third.items.at(-1).id, third.next]).toEqual([6, '5001', null]);
  });

  test('is filtered, and searched in any letter case', async () => {
    const { request } = await withMany();
    expect((await request('GET', '/api/devices?kind=receiver')).json.items.map(({ id }: { id: string }) => id)).toEqual(
      ['5001'],
    );
    expect((await request('GET', '/api/devices?q=RADAR&limit=5')).json.total).toBe(13);
    expect((await request('GET', `/api/devices?q=${encodeURIComponent('气象')}`)).json.total).toBe(12);
  });

  test.each(['limit=0', 'limit=1001', 'limit=x', 'after=%00', 'colour=red'])('refuses ?%s', async (query) => {
    const { request } = await startApp();
    expect((await request('GET', `/api/devices?${query}`)).json).toMatchObject({ status: 400, code: 'invalid' });
  });
});

describe('the settings', () => {
  test('are one resource with a version', async () => {
    const { request } = await startApp();
    const got = (await request('GET', '/api/settings')).json;
    expect(got).toMatchObject({ key: 'site', version: 1 });
    const body = { ...got, name: '调度中心' };
    const put = await request('PUT', '/api/settings', { body, headers: { 'if-match': '"1"' } });
    expect(put.json).toMatchObject({ name: '调度中心', version: 2 });
    expect((await request('DELETE', '/api/settings')).status).toBe(404);
  });
});
