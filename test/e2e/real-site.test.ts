import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageSocketPaths, routePolicy } from '../../manager-server/src/policy/policy-table.ts';
import { ConsoleClient, openConsoleSocket } from './console-client.ts';
import { eventually } from './eventually.ts';
import { freePort } from './free-port.ts';
import { NpmProgram } from './npm-program.ts';
import { SiteClient } from './site-client.ts';
import { TemporaryFolder } from './temporary-folder.ts';

const ADMINISTRATOR = { name: '管理员', password: 'Weit-hinter-den-Wortbergen' };
const OPERATOR = { name: 'wang', password: 'leise9drehen' };

/** What answers before the claim: the claim page with what belongs to it, and the watchdog's question. */
const OPEN_BEFORE_CLAIM = new Set([
  'GET /openapi.json',
  'GET /claim',
  'GET /api/claim',
  'POST /api/claim',
  'GET /healthz',
  'GET /icon.svg',
]);

describe('a real site', { timeout: 180_000 }, () => {
  const folder = new TemporaryFolder();
  let ports: readonly [pages: number, boxes: number];
  let manager: NpmProgram;
  let sim: NpmProgram;
  let agent: NpmProgram;
  let site: SiteClient;
  let claimCode: string;
  let enrolmentCode: string;

  const startManager = () =>
    new NpmProgram({
      script: 'manager',
      argv: [
        ...['--data', folder.at('site'), '--host', '127.0.0.1'],
        ...['--port', String(ports[0]), '--box-port', String(ports[1])],
      ],
    });
  const boxManager = () => ['--manager', `https://127.0.0.1:${ports[1]}`];
  const onlineBoxes = async () =>
    (await site.list('boxes')).filter(({ state, online }) => state === 'adopted' && online === true).length;
  const device = async (id: string) => {
    const found = (await site.list('devices')).find((each) => each.id === id);
    expect(found).toBeDefined();
    return found?.key ?? '';
  };

  beforeAll(async () => {
    ports = [await freePort(), await freePort()];
    manager = startManager();
    const [, code = ''] = await manager.says(/^ +((?:[0-9A-Z]{4}-){3}[0-9A-Z]{4})$/m);
    const [, fingerprint = ''] = await manager.says(/^ +((?:[0-9A-F]{2}:){31}[0-9A-F]{2})$/m);
    const [, base = ''] = await manager.says(/Pages +(https:\S+?)\/\n/);
    claimCode = code;
    site = new SiteClient({ base, fingerprint });
  }, 120_000);

  afterAll(async () => {
    await Promise.all([agent, sim, manager].map((program) => program?.[Symbol.asyncDispose]()));
    folder[Symbol.dispose]();
  }, 60_000);

  it('answers nothing but the claim page, /healthz and /openapi.json before it is claimed', async () => {
    expect((await site.ask('GET', '/healthz')).status).toBe(200);
    const claim = await site.ask('GET', '/claim');
    expect([claim.status, claim.headers['content-type']]).toEqual([200, expect.stringContaining('text/html')]);

    const answered: string[] = [];
    for (const route of Object.keys(routePolicy)) {
      const [method = '', pattern = ''] = route.split(' ');
      const { status, headers } = await site.ask(method, pattern.replace(/:\w+|\*/g, 'x'));
      const toClaim = status === 302 && headers.location === '/claim';
      if (!toClaim && status < 400 && !OPEN_BEFORE_CLAIM.has(route)) answered.push(`${route}: ${status}`);
    }
    for (const path of pageSocketPaths) {
      const { status } = await site.ask('GET', path.replace(':device', '5001'), {
        headers: { connection: 'upgrade', upgrade: 'websocket', origin: site.base },
      });
      if (status < 400) answered.push(`${path}: ${status}`);
    }
    expect(answered).toEqual([]);
  });

  it('is claimed once, with the code that the terminal showed', async () => {
    const wrong = await site.ask('POST', '/api/claim', { body: { ...ADMINISTRATOR, code: 'AAAA-AAAA-AAAA-AAAA' } });
    expect(wrong.status).toBeGreaterThanOrEqual(400);
    await site.signIn('/api/claim', { ...ADMINISTRATOR, code: claimCode });
    expect((await site.ask('GET', '/api/session')).status).toBe(200);
    const again = await site.ask('POST', '/api/claim', { body: { ...ADMINISTRATOR, name: 'other', code: claimCode } });
    expect(again.status).toBeGreaterThanOrEqual(400);
    expect((await site.list('operators?role=administrator')).map(({ name }) => name)).toEqual([ADMINISTRATOR.name]);
  });

  it('adopts simulated boxes that bring a code for as many', async () => {
    const made = await site.create('enrolment-codes', { uses: 12 });
    enrolmentCode = String(made.code);
    sim = new NpmProgram({
      script: 'sim',
      argv: [
        ...['--tx', '8', '--rx', '4', ...boxManager()],
        ...['--enrol', enrolmentCode, '--data', folder.at('sim'), '--console'],
      ],
    });
    await sim.says(/12 simulated boxes run/);
    await eventually('all boxes are online', async () => (await onlineBoxes()) === 12, { seen: () => sim.said });
    const ids = (await site.list('devices')).map(({ id }) => id);
    expect(ids).toEqual([
      ...['0001', '0002', '0003', '0004', '0005', '0006', '0007', '0008'],
      '5001',
      '5002',
      '5003',
      '5004',
    ]);
    expect(await site.list('enrolment-codes')).toEqual([]);
  });

  it('lets an operator use what was granted, and nothing else', async () => {
    const operator = await site.create('operators', { name: OPERATOR.name, disabled: false, groups: [] });
    await site.do('PUT', `/api/operators/${operator.key}/password`, { password: OPERATOR.password });
    await site.change('devices', await device('0001'), { name: '渲染主机', location: '三楼' });
    const subject = { type: 'operator', key: operator.key };
    await site.create('grants', { right: 'connect', subject, object: { type: 'device', key: await device('0001') } });

    using desk = new ConsoleClient(site, '5001');
    await eventually('the desk is connected', () => desk.texts().includes('网络正常'));
    desk.type(`${OPERATOR.name}\t${OPERATOR.password}\n`);
    await desk.reads('渲染主机');
    expect(desk.texts()).not.toContain('0002');
    desk.type('2\n');
    await desk.reads('超出范围');
    desk.type('\b1\n');
    await desk.reads('连接成功');
    await eventually('the picture is there', async () => (await desk.computer()) !== null);
  });

  it('takes a box of its own program, and a console on it', async () => {
    const { code } = await site.create('enrolment-codes', {});
    agent = new NpmProgram({
      script: 'agent',
      argv: [
        ...['receiver', '--display', 'web:', '--name', '会议室', ...boxManager(), '--enrol', String(code)],
        ...['--data', folder.at('agent'), '--peer-host', '127.0.0.1', '--peer-port', '0'],
      ],
    });
    await eventually('it is online', async () => (await onlineBoxes()) === 13, { seen: () => agent.said });
    using desk = new ConsoleClient(site, '5005');
    await eventually('the desk is connected', () => desk.texts().includes('网络正常'));
    desk.type(`${OPERATOR.name}\t${OPERATOR.password}\n`);
    await desk.reads('渲染主机');
    desk.type('1\n');
    await desk.reads('连接成功');
    using other = new ConsoleClient(site, '5001');
    await eventually('both desks show the same computer', async () => {
      const shown = await desk.computer();
      return shown !== null && shown === (await other.computer());
    });
    expect(other.role).toBe('control');
  });

  it('is the same site after its manager was killed, and every desk has its picture', async () => {
    manager.killAll();
    await manager[Symbol.asyncDispose]();
    manager = startManager();
    await manager.says(/Pages/);
    await eventually('all boxes are back', async () => (await onlineBoxes()) === 13, { seen: () => manager.said });
    expect(manager.stdout).not.toContain('/claim');
    const key = await device('5001');
    await eventually('the route is live again', async () => {
      const route = (await site.list('routes')).find(({ receiver }) => receiver === key);
      return JSON.stringify(route?.status) === JSON.stringify({ type: 'live', picture: true });
    });
    using desk = new ConsoleClient(site, '5001');
    await eventually('the picture is there', async () => (await desk.computer()) !== null);
  });

  it('says no secret in what it writes to the terminal', () => {
    const said = [manager, sim, agent].map((program) => program.said).join('\n');
    for (const secret of [ADMINISTRATOR.password, OPERATOR.password, enrolmentCode, site.cookie.split('=')[1] ?? '']) {
      // npm itself repeats the command line.
      expect(said.split('\n').filter((line) => line.includes(secret) && !line.startsWith('> '))).toEqual([]);
    }
  });

  it('keeps consoles behind the sign-in', async () => {
    const socket = openConsoleSocket({ base: site.base, receiver: '5001', cookie: null, origin: site.base });
    const status = await new Promise((resolve) => {
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
      // What follows the refusal that was just told.
      socket.on('error', () => undefined);
    });
    socket.terminate();
    expect(status).toBe(401);
  });
});
