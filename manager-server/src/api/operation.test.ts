import type { BoxReport } from '@seatmatrix/protocol/domain';
import { describe, expect, test } from 'vitest';
import { startApp } from './sample-app.ts';
import { pendingBox } from './sample-box-side.ts';

const administrator = { name: 'administrator:Ärztin', from: '192.0.2.7' };

describe('boxes', () => {
  test('are listed, by state, and found one by one', async () => {
    const { request } = await startApp();
    expect((await request('GET', '/api/boxes')).json.items).toEqual([{ ...pendingBox }]);
    expect((await request('GET', '/api/boxes?state=adopted')).json.items).toEqual([]);
    expect((await request('GET', `/api/boxes/${pendingBox.fingerprint}`)).json.model).toBe('simulated');
    expect((await request('GET', `/api/boxes/${'cd'.repeat(32)}`)).status).toBe(404);
    expect((await request('GET', '/api/boxes/nonsense')).json.errors[0]).toMatchObject({
      in: 'path',
      pointer: '/fingerprint',
    });
  });

  test('tell what they last reported, whole', async () => {
    const { request, boxSide } = await startApp();
    const report: BoxReport = {
      type: 'box-report',
      mode: { width: 1920, height: 1080, rate: 60 },
      capture: 'none',
      codec: 'h264',
      framesPerSecond: 60,
      engine: 'avdec_h264: no hardware decoder was found',
      refused: 3,
      reception: { loss: 0.01, jitter: 2.5 },
      delay: 18,
      temperature: 51,
      firmware: '1.0.0',
      bitsPerSecond: 4_000_000,
      temperatureLimit: 95,
      load: 0.25,
      memory: { used: 1, total: 4 },
      uptime: 3600,
      identifySigns: ['lamp'],
    };
    boxSide.known = [{ ...pendingBox, report }];
    expect((await request('GET', `/api/boxes/${pendingBox.fingerprint}`)).json.report).toEqual(report);
  });

  test.each([
    [pendingBox.fingerprint, 'r5001', 204],
    [pendingBox.fingerprint, 't0001', 409],
    [pendingBox.fingerprint, 'nowhere', 400],
    ['cd'.repeat(32), 'r5001', 404],
  ])('%s adopted as %s answers %i', async (fingerprint, device, status) => {
    const { request, boxSide } = await startApp();
    expect((await request('POST', `/api/boxes/${fingerprint}/adoption`, { body: { device } })).status).toBe(status);
    expect(boxSide.asked).toEqual([{ what: 'adopt', with: { fingerprint, device, actor: administrator } }]);
  });

  test('take commands while they are connected', async () => {
    const { request } = await startApp();
    const path = `/api/boxes/${pendingBox.fingerprint}/commands`;
    expect((await request('POST', path, { body: { type: 'identify', seconds: 30 } })).status).toBe(204);
    expect((await request('POST', path, { body: { type: 'restart' } })).json.code).toBe('box-offline');
    expect((await request('POST', path, { body: { type: 'message', text: '', seconds: 5 } })).status).toBe(400);
    expect((await request('POST', path, { body: { type: 'explode' } })).status).toBe(400);
  });

  test('are forgotten', async () => {
    const { request } = await startApp();
    expect((await request('DELETE', `/api/boxes/${pendingBox.fingerprint}`)).status).toBe(204);
    expect((await request('DELETE', `/api/boxes/${'cd'.repeat(32)}`)).status).toBe(404);
  });

  test('come with codes, which are told once', async () => {
    const { request } = await startApp();
    const made = await request('POST', '/api/enrolment-codes', { body: {} });
    expect([made.status, made.json.code]).toEqual([201, 'AAAAA-BBBBB-CCCCC-DDDDD']);
    expect((await request('GET', '/api/enrolment-codes')).text).not.toContain('AAAAA');
    expect(
      (await request('POST', '/api/enrolment-codes', { body: { device: 'nowhere' } })).json.errors[0].pointer,
    ).toBe('/device');
    expect(made.json.boxPort).toBe(8443);
    expect((await request('DELETE', '/api/enrolment-codes/c1')).status).toBe(204);
    expect((await request('DELETE', '/api/enrolment-codes/c9')).status).toBe(404);
  });

  test('come with codes for several boxes', async () => {
    const { boxSide, request } = await startApp();
    expect((await request('POST', '/api/enrolment-codes', { body: { uses: 12 } })).status).toBe(201);
    expect(boxSide.asked.at(-1)).toMatchObject({ what: 'createEnrolmentCode', with: { uses: 12 } });
    for (const uses of [0, 1.5, 10_001, 'many']) {
      expect((await request('POST', '/api/enrolment-codes', { body: { uses } })).status).toBe(400);
    }
  });
});

describe('the operation', () => {
  test('shows routes, by receiver and transmitter', async () => {
    const { request } = await startApp();
    expect((await request('GET', '/api/routes?transmitter=t0001')).json.items).toHaveLength(1);
    expect((await request('GET', '/api/routes?receiver=r5002')).json.items).toHaveLength(0);
  });

  test('ends sessions', async () => {
    const { request } = await startApp();
    const [session] = (await request('GET', '/api/sessions')).json.items;
    expect((await request('DELETE', `/api/sessions/${session.id}`)).status).toBe(204);
    expect((await request('DELETE', `/api/sessions/${session.id}`)).status).toBe(404);
  });

  test('connects and disconnects; a refusal is an answer', async () => {
    const { request, boxSide } = await startApp();
    const connect = { function: 'connect', receiver: 'r5001', transmitter: 't0001' };
    const refused = await request('POST', '/api/commands', { body: connect });
    expect([refused.status, refused.json]).toEqual([200, { refusal: 'offline', targets: [] }]);
    await request('POST', '/api/commands', { body: { function: 'disconnect', receiver: 'r5001' } });
    expect(boxSide.asked.map(({ what }) => what)).toEqual(['connect', 'disconnect']);
    expect(boxSide.asked[0]?.with).toMatchObject({ withoutPicture: false, actor: administrator });
  });

  test('pushes what a receiver shows to others, or to all', async () => {
    const { request, boxSide } = await startApp();
    const push = (targets: unknown) =>
      request('POST', '/api/commands', { body: { function: 'push', receiver: 'r5001', targets } });
    expect((await push(['r5002', 'r5003'])).json).toEqual({ refusal: 'nobody-signed-in', targets: [] });
    expect((await push('all')).status).toBe(200);
    expect(boxSide.asked).toEqual(
      [['r5002', 'r5003'], 'all'].map((targets) => {
        const order = { function: 'push', receiver: 'r5001', targets, withoutPicture: false, actor: administrator };
        return { what: 'push', with: order };
      }),
    );
    for (const targets of [[], 'some', ['../r5002'], Array.from({ length: 1001 }, (_, index) => `r${index}`)]) {
      expect((await push(targets)).status).toBe(400);
    }
  });
});

describe('questions', () => {
  async function withRights() {
    const site = await startApp();
    const post = async (path: string, body: unknown) => {
      const { status, json } = await site.request('POST', path, { body });
      expect([path, status]).toEqual([path, 201]);
      return json.key as string;
    };
    const device = await post('/api/devices', { kind: 'transmitter', id: '0001', name: 'Radar', location: '' });
    const group = await post('/api/groups', { name: 'night' });
    const operator = await post('/api/operators', { name: 'hxfj', disabled: false, groups: [group] });
    const devices = await post('/api/device-groups', { name: 'radars', devices: [device] });
    const grant = await post('/api/grants', {
      right: 'connect',
      subject: { type: 'group', key: group },
      object: { type: 'device-group', key: devices },
    });
    return { ...site, device, group, operator, devices, grant };
  }

  test('may-route names the chain, or what is missing', async () => {
    const { request, device, group, operator, devices, grant } = await withRights();
    const ask = (right: string) =>
      request('GET', `/api/may-route?operator=${operator}&right=${right}&device=${device}`);
    expect((await ask('connect')).json).toEqual({
      allowed: true,
      chain: { grant, throughGroup: group, throughDeviceGroup: devices },
    });
    expect((await ask('push')).json).toEqual({ allowed: false, missing: { right: 'push', device } });
    const unknown = await request('GET', `/api/may-route?operator=nobody&right=push&device=${device}`);
    expect(unknown.json.errors[0].pointer).toBe('/operator');
  });

  test('hotkey-check says why a text may not be', async () => {
    const { request, device } = await withRights();
    const ask = async (text: string, devices: string) =>
      (await request('GET', `/api/hotkey-check?text=${encodeURIComponent(text)}&devices=${devices}`)).json.conflict;
    expect(await ask('radar', device)).toBeNull();
    expect(await ask('1', device)).toEqual({ type: 'equals-id', id: '0001' });
    expect(await ask('ALL', device)).toEqual({ type: 'reserved' });
    expect(await ask('雷达', device)).toEqual({ type: 'malformed' });
    expect(await ask('radar', 'gone')).toEqual({ type: 'unknown-device', device: 'gone' });
    expect(await ask('radar', '')).toEqual({ type: 'empty' });
  });

  test('the audit is paged from the newest, and filtered', async () => {
    const { request } = await withRights();
    const first = (await request('GET', '/api/audit?limit=2')).json;
    expect(first.items).toHaveLength(2);
    expect(first.items[0]).toMatchObject({ actor: 'administrator:Ärztin', from: '192.0.2.7', outcome: 'done' });
    const second = (await request('GET', `/api/audit?limit=2&before=${first.next}`)).json;
    expect(second.items[0].number).toBe(first.items[1].number - 1);
    expect((await request('GET', '/api/audit?action=claim')).json.items).toHaveLength(1);
  });
});

describe('the server', () => {
  test('answers an unknown path, a broken body, a wrong type and a large body with problems', async () => {
    const { app, request, cookie } = await startApp();
    expect((await request('GET', '/api/unheard-of')).json).toMatchObject({ code: 'not-found', status: 404 });
    const raw = async (payload: string, type: string) => {
      const headers = { cookie: cookie(), 'content-type': type };
      const response = await app.server.inject({ method: 'POST', url: '/api/groups', payload, headers });
      expect(response.headers['content-type']).toContain('application/problem+json');
      return response.json().code;
    };
    expect(await raw('{"name": ', 'application/json')).toBe('malformed');
    expect(await raw('<name/>', 'text/xml')).toBe('unsupported-media-type');
    expect(await raw(JSON.stringify({ name: 'x'.repeat(600_000) }), 'application/json')).toBe('too-large');
    expect(await raw('{"name": "x", "__proto__": {"admin": true}}', 'application/json')).toBe('malformed');
  });

  test('a failure inside is told without its insides', async () => {
    const { request, boxSide } = await startApp();
    boxSide.routes = () => {
      throw new RangeError('secret path /var/lib');
    };
    const failed = await request('GET', '/api/routes');
    expect(failed.json).toMatchObject({ status: 500, code: 'internal' });
    expect(failed.text).not.toContain('secret');
  });

  test('sends a strict policy with everything, and keeps answers out of caches', async () => {
    const { request } = await startApp();
    const { headers } = await request('GET', '/api/devices');
    expect(headers['content-security-policy']).toContain("default-src 'none';script-src 'self';style-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
  });
});
