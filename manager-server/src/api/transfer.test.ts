import { DEFAULT_SOURCE_SETTINGS } from '@seatmatrix/protocol/domain';
import { describe, expect, test } from 'vitest';
import { type SampleApp, startApp } from './sample-app.ts';

const header =
  'id,name,location,receiverKind,viewWhileSignedOut,pointer,chroma,sound,serial.baud,serial.dataBits,serial.parity,serial.stopBits,serial.flowControl';
const devices = [
  header,
  '0001,雷达,rack 1,,,absolute,4:2:0,false,9600,8,none,1,none',
  '5001,Desk,,desk,false,,,,,,,,',
  '',
].join('\r\n');

interface Part {
  readonly collection?: string;
  readonly format?: string;
  readonly text: string;
  readonly mode?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function importing({ request }: Pick<SampleApp, 'request'>, { headers = {}, ...part }: Part) {
  const body = { collection: 'devices', format: 'csv', mode: 'merge', ...part };
  const dry = await request('POST', '/api/imports', { body: { ...body, dryRun: true }, headers });
  const apply = (revision: string = dry.json.revision) => {
    const tagged = { ...headers, 'if-match': `"${revision}"` };
    return request('POST', '/api/imports', { body: { ...body, dryRun: false }, headers: tagged });
  };
  return { dry, apply };
}

async function filled(): Promise<SampleApp> {
  const site = await startApp();
  expect((await (await importing(site, { text: devices })).apply()).status).toBe(200);
  return site;
}

describe('an import', () => {
  test('says what it would do, does it, and exports as the same bytes', async () => {
    const site = await startApp();
    const { dry, apply } = await importing(site, { text: devices });
    expect(dry.json).toMatchObject({
      applied: false,
      counts: { add: 2, change: 0, remove: 0 },
      problems: [],
      signsYouOut: false,
    });
    expect(dry.headers.etag).toBe(`"${dry.json.revision}"`);
    expect(dry.json.changes[0]).toMatchObject({ action: 'add', collection: 'devices', name: '0001 雷达', line: 2 });
    expect(site.directory.snapshot.devices.size).toBe(0);
    expect((await apply()).json).toMatchObject({ applied: true, counts: { add: 2 } });
    const file = await site.request('GET', '/api/exports/devices?format=csv');
    expect(file.text).toBe(devices);
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(file.headers['content-disposition']).toBe('attachment; filename="seatmatrix-devices.csv"');
  });

  test('names the fields that change, and leaves alone what the file does not say', async () => {
    const site = await filled();
    const { dry, apply } = await importing(site, { text: 'id,name,serial.baud\n1,"Radar ""2""",19200\n5001,Desk,\n' });
    expect(dry.json.changes).toEqual([
      {
        action: 'change',
        collection: 'devices',
        name: '0001 Radar "2"',
        line: 2,
        with: null,
        fields: [
          { field: 'name', before: '雷达', after: 'Radar "2"' },
          { field: 'serial.baud', before: '9600', after: '19200' },
        ],
      },
    ]);
    await apply();
    const [device] = [...site.directory.snapshot.devices.values()].map(({ value }) => value);
    const serial = { ...DEFAULT_SOURCE_SETTINGS.serial, baud: 19200 };
    expect(device).toMatchObject({ location: 'rack 1', settings: { ...DEFAULT_SOURCE_SETTINGS, serial } });
  });

  test('is one change of the directory and stands in the audit with every record', async () => {
    const { disk } = await filled();
    const written = disk.audit.slice(-3).map(({ actor, action, object, detail }) => [actor, action, object, detail]);
    expect(written).toEqual([
      ['administrator:Ärztin', 'device.create', '0001 雷达', ''],
      ['administrator:Ärztin', 'device.create', '5001 Desk', ''],
      ['administrator:Ärztin', 'import', 'devices', 'merge; 2 added, 0 changed, 0 removed'],
    ]);
  });

  test('that replaces removes what the file does not have, and what goes with it', async () => {
    const site = await filled();
    const grants = 'right,operator,device\nconnect,Ärztin,0001\n';
    await (await importing(site, { collection: 'grants', text: grants })).apply();
    const { dry, apply } = await importing(site, { text: 'id\n5001\n', mode: 'replace' });
    expect(dry.json.counts).toEqual({ add: 0, change: 0, remove: 2 });
    expect(
      dry.json.changes.map(({ name, with: cause }: { name: string; with: string | null }) => [name, cause]),
    ).toEqual([
      ['0001 雷达', null],
      ['connect 0001 雷达 by operator Ärztin', '0001 雷达'],
    ]);
    expect((await apply()).json.applied).toBe(true);
    expect(site.directory.snapshot.grants.size).toBe(0);
  });

  test('brings devices, hotkeys and rights on them in one file, in any order', async () => {
    const site = await startApp();
    const text = `seatmatrix: 1
grants: [{right: connect, group: Night, deviceGroup: Hall}]
hotkeys:
  - text: wx
    devices: [0001]
device-groups:
  - {name: Hall, devices: [0001]}
operators:
  - {name: anna, groups: [Night]}
groups: [{name: Night}]
devices:
  - id: 0001
    name: Radar
settings: {name: 监控中心, boxes: {menuIdle: 60000}}
`;
    const { dry, apply } = await importing(site, { collection: 'site', format: 'yaml', text });
    expect(dry.json.problems).toEqual([]);
    expect(dry.json.counts).toEqual({ add: 6, change: 1, remove: 0 });
    expect((await apply()).json.applied).toBe(true);
    expect(site.directory.snapshot.settings.get('site')?.value).toMatchObject({
      name: '监控中心',
      boxes: { menuIdle: 60_000, language: 'zh' },
    });
    const exported = await site.request('GET', '/api/exports/site?format=yaml');
    expect(exported.text).toContain('  - text: "wx"\n    devices: ["0001"]\n');
    const again = await importing(site, { collection: 'site', format: 'yaml', text: exported.text, mode: 'replace' });
    expect(again.dry.json.counts).toEqual({ add: 0, change: 0, remove: 0 });
  });

  test.each<[string, Part, unknown]>([
    ['an ID of nobody', { text: 'id,name\n0001,A\n5000,B\n' }, [3, 'id', 'wrong-value']],
    ['no name', { text: 'id,name\n0002,\n' }, [2, 'name', 'invalid']],
    ['a name of two lines', { text: 'id,name\n0002,"A\nB"\n' }, [2, 'name', 'invalid']],
    ['a mouse that there is not', { text: 'id,name,pointer\n0002,A,wheel\n' }, [2, 'pointer', 'invalid']],
    ['a rate that is no number', { text: 'id,name,serial.baud\n0002,A,fast\n' }, [2, 'serial.baud', 'invalid']],
    ['a mouse for a desk', { text: 'id,name,pointer\n5002,A,absolute\n' }, [2, 'pointer', 'wrong-value']],
    ['a record twice', { text: 'id,name\n0002,A\n2,B\n' }, [3, null, 'duplicate']],
    [
      'a device that is not there',
      { collection: 'hotkeys', text: 'text,devices\nx,0009\n' },
      [2, 'devices', 'unknown-name'],
    ],
    [
      'both kinds in a hotkey',
      { collection: 'hotkeys', text: 'text,devices\nx,0001 5001\n' },
      [2, 'devices', 'invalid'],
    ],
    ['a hotkey that is an ID', { collection: 'hotkeys', text: 'text,devices\n1,0001\n' }, [2, 'text', 'conflict']],
    ['a group of nobody', { collection: 'operators', text: 'name,groups\nben,Day\n' }, [2, 'groups', 'unknown-name']],
    [
      'a right of two',
      { collection: 'grants', text: 'right,operator,group,device\nconnect,a,b,1\n' },
      [2, 'operator', 'wrong-value'],
    ],
    [
      'a right on the wrong kind',
      { collection: 'grants', text: 'right,operator,device\npush,Ärztin,1\n' },
      [2, 'device', 'invalid'],
    ],
    [
      'a desk in a wall',
      { collection: 'walls', text: 'name,rows,columns,receivers\nW,1,1,5001\n' },
      [2, 'receivers', 'invalid'],
    ],
    ['operators among devices', { format: 'yaml', text: 'operators: []\n' }, [null, null, 'unknown-collection']],
  ])('with %s is refused with its place, and nothing of it is done', async (_, part, place) => {
    const site = await filled();
    const before = site.directory.snapshot;
    const { dry, apply } = await importing(site, part);
    const [problem, ...more] = dry.json.problems;
    expect([problem.line, problem.column, problem.code]).toEqual(place);
    expect(more).toEqual([]);
    expect(dry.json.counts).toEqual({ add: 0, change: 0, remove: 0 });
    const refused = await apply();
    expect(refused.json).toMatchObject({ status: 409, code: 'import-refused' });
    expect(refused.json.errors[0].detail).toContain(problem.message);
    expect(site.directory.snapshot).toBe(before);
    expect(site.disk.audit.at(-1)).toMatchObject({ action: 'import', outcome: 'refused' });
  });

  test('names all that is wrong, not the first alone', async () => {
    const site = await filled();
    const text = 'text,devices\na,0009\nb,0001\nc!,0001\nd,0001 5001\n';
    const { dry } = await importing(site, { collection: 'hotkeys', text });
    expect(dry.json.problems.map(({ line }: { line: number }) => line)).toEqual([2]);
    const lawful = await importing(site, { collection: 'hotkeys', text: text.replace('a,0009\n', '') });
    expect(lawful.dry.json.problems.map(({ line }: { line: number }) => line)).toEqual([3, 4]);
  });

  test('is refused when somebody changed anything since the dry run, and when there was none', async () => {
    const site = await filled();
    const { dry, apply } = await importing(site, { text: 'id,name\n0001,Radar\n' });
    await site.request('POST', '/api/groups', { body: { name: 'Night' } });
    const refused = await apply();
    expect(refused.json).toMatchObject({ status: 412, code: 'version-conflict' });
    expect(refused.json.detail).toContain('dry');
    const body = { collection: 'devices', format: 'csv', text: devices, mode: 'merge', dryRun: false };
    expect((await site.request('POST', '/api/imports', { body })).json.code).toBe('precondition-required');
    expect((await importing(site, { text: 'id\n' })).dry.json.revision).not.toBe(dry.json.revision);
  });

  test('does not take the last administrator away', async () => {
    const site = await filled();
    const text = 'name,role\nÄrztin,operator\nben,administrator\n';
    const { dry, apply } = await importing(site, { collection: 'operators', text });
    // Ben would have no password: he is none yet.
    expect(dry.json.problems).toMatchObject([{ line: 2, code: 'last-administrator' }]);
    expect((await apply()).status).toBe(409);
    const removed = await importing(site, { collection: 'operators', text: 'name\nben\n', mode: 'replace' });
    expect(removed.dry.json.problems).toMatchObject([{ line: null, code: 'last-administrator' }]);
  });

  test('tells whoever asks that he loses his session by it, and ends it', async () => {
    const site = await filled();
    await site.asRole('administrator');
    const text = 'name,role\nÄrztin,auditor\n';
    const { dry, apply } = await importing(site, { collection: 'operators', text });
    expect(dry.json).toMatchObject({ problems: [], signsYouOut: true });
    expect((await apply()).json.applied).toBe(true);
    expect((await site.request('GET', '/api/session')).status).toBe(401);
  });

  test('by a program makes no administrators', async () => {
    const site = await filled();
    const token = { name: 'CI', scopes: ['read', 'administer'], days: 1 };
    const made = await site.request('POST', '/api/tokens', { body: token });
    const headers = { authorization: `Bearer ${made.json.token}`, cookie: '' };
    const text = 'name,role\nben,administrator\n';
    const { dry, apply } = await importing(site, { collection: 'operators', text, headers });
    expect(dry.json.problems).toMatchObject([{ line: 2, column: 'role', code: 'himself-only' }]);
    expect((await apply()).status).toBe(409);
    expect((await importing(site, { collection: 'operators', text: 'name\nben\n', headers })).dry.json.counts.add).toBe(
      1,
    );
  });

  test('of more than five megabytes is refused, of less is read', async () => {
    const { request } = await startApp();
    const body = (bytes: number) => ({
      ...{ collection: 'devices', format: 'csv', mode: 'merge', dryRun: true },
      text: `id\n${'"'.repeat(bytes - 3)}`,
    });
    expect((await request('POST', '/api/imports', { body: body(5_000_001) })).json).toMatchObject({
      status: 400,
      errors: [{ pointer: '/text', detail: 'is larger than 5 MB' }],
    });
    expect((await request('POST', '/api/imports', { body: body(4_999_999) })).status).toBe(200);
    expect((await request('POST', '/api/imports', { body: body(11_000_000) })).status).toBe(413);
  });
});

describe('an export', () => {
  test('of a site has no secret in it', async () => {
    const site = await filled();
    await site.asRole('administrator');
    const { text } = await site.request('GET', '/api/exports/site?format=yaml');
    expect(text).toContain('operators:');
    for (const records of site.disk.records.get('operator-credentials')?.values() ?? []) {
      expect(text).not.toContain(JSON.parse(records.body).hash);
    }
    expect(text).not.toMatch(/argon2|\$v=|PRIVATE|key-\d/);
  });

  test('of records that a file could not tell apart is refused with the name', async () => {
    const { request } = await startApp();
    for (const _ of [1, 2]) await request('POST', '/api/groups', { body: { name: 'Night' } });
    const refused = await request('GET', '/api/exports/groups?format=yaml');
    expect(refused.json).toMatchObject({ status: 409, code: 'conflict', detail: expect.stringContaining('Night') });
    expect((await request('GET', '/api/exports/devices?format=yaml')).status).toBe(200);
  });

  test.each(['passwords?format=csv', 'devices', 'devices?format=xls', 'settings?format=yaml'])(
    'of %s is refused',
    async (path) => {
      const { request } = await startApp();
      expect((await request('GET', `/api/exports/${path}`)).json).toMatchObject({ status: 400, code: 'invalid' });
    },
  );

  test('of a site is no table', async () => {
    const { request } = await startApp();
    expect((await request('GET', '/api/exports/site?format=csv')).json).toMatchObject({ status: 400, code: 'invalid' });
  });
});
