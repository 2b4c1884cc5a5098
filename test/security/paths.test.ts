import { once } from 'node:events';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Method, type SampleApp, startApp } from '../../manager-server/src/api/sample-app.ts';
import { routePolicy } from '../../manager-server/src/policy/policy-table.ts';
import { TemporaryFolder } from '../e2e/temporary-folder.ts';
import { tellFigure } from './scale.ts';

const CANARY = 'canary-outside-of-the-pages';

let folder: TemporaryFolder;
let site: SampleApp;
let port: number;

beforeAll(async () => {
  folder = new TemporaryFolder();
  mkdirSync(folder.at('web', 'assets'), { recursive: true });
  writeFileSync(folder.at('web', 'index.html'), 'page');
  writeFileSync(folder.at('web', 'assets', 'a.js'), 'script');
  writeFileSync(folder.at('secret.txt'), CANARY);
  writeFileSync(folder.at('web', 'secret.txt'), CANARY);
  symlinkSync(folder.at('nowhere'), folder.at('web', 'assets', 'dangling'));
  site = await startApp({ webFolder: folder.at('web') });
  ({ port } = await site.app.listen({ host: '127.0.0.1', port: 0 }));
});

afterAll(async () => {
  await site.app.close();
  folder[Symbol.dispose]();
});

const climbs = ['..', '%2e%2e', '.%2e', '%252e%252e', '..%00', '..\\', '%2e%2e%5c', '....//', '%c0%ae%c0%ae', '․․'];
const prefixes = ['/assets/', '/console/', '/icon.svg/', '/', '//', '/assets//', '/assets/./'];

/** Over the wire as it is: clients tidy such paths up before they send them. */
async function raw(path: string): Promise<string> {
  const near = connect({ host: '127.0.0.1', port });
  let answer = '';
  near.setEncoding('utf8').on('data', (text: string) => {
    answer += text;
  });
  near.write(`GET ${path} HTTP/1.1\r\nHost: kvm.example:8080\r\nConnection: close\r\n\r\n`);
  await once(near, 'close');
  return answer;
}

test('A14 no path leads out of the folder of the pages, however it is written', async ({ task }) => {
  const paths = prefixes.flatMap((prefix) =>
    climbs.flatMap((climb) => [
      `${prefix}${climb}/secret.txt`,
      `${prefix}${climb}/${climb}/secret.txt`,
      `${prefix}${climb}%2fsecret.txt`,
      `${prefix}x/${climb}/${climb}/${climb}/etc/passwd`,
    ]),
  );
  const absolute = [
    '/assets//etc/passwd',
    `/assets/${folder.at('secret.txt')}`,
    'file:///etc/passwd',
    '/assets/dangling',
  ];
  for (const path of [...paths, ...absolute]) {
    const answer = await raw(path);
    // Consoles' paths all lead to one page.
    expect(answer, path).toMatch(/^HTTP\/1\.1 (200|30\d|4\d\d) /);
    expect(answer, path).not.toMatch(/canary|root:/);
  }
  expect(await raw('/assets/a.js')).toContain('script');
  tellFigure(task, `0 reads outside by ${paths.length + absolute.length} paths`);
});

test('A14 nothing takes a file: whatever is not JSON is refused by every route before it is read', async () => {
  for (const route of Object.keys(routePolicy)) {
    const [method = '', pattern = ''] = route.split(' ');
    if (method === 'GET') continue;
    const url = pattern.replaceAll(/:fingerprint/g, 'ab'.repeat(32)).replaceAll(/:\w+/g, 'k1');
    for (const type of ['multipart/form-data; boundary=x', 'application/xml', 'application/zip', 'text/plain']) {
      const { status } = await site.request(method as Method, url, { body: {}, headers: { 'content-type': type } });
      // Refused for what it is, or for who asks and when, before anything of it is read.
      const refused = method === 'DELETE' ? status : [403, 409, 415].find((each) => each === status);
      expect([route, type, status]).toEqual([route, type, refused]);
    }
    // That one signs the administrator out.
    if (route === 'DELETE /api/session') site = await startApp({ webFolder: folder.at('web') });
  }
});
