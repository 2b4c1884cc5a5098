import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from './free-port.ts';
import { NpmProgram, plainEnvironment, root } from './npm-program.ts';
import { TemporaryFolder } from './temporary-folder.ts';

interface Manifest {
  readonly name: string;
  readonly workspaces?: readonly string[];
  readonly exports?: Readonly<Record<string, string>>;
}

/** What a stranger gets who clones what is committed: nothing of this work tree is in it. */
describe('a clean clone', { timeout: 300_000 }, () => {
  const folder = new TemporaryFolder();
  const clone = folder.at('seatmatrix');

  beforeAll(async () => {
    await succeeds({ command: 'git', argv: ['clone', '--quiet', root, clone], cwd: folder.path });
  }, 60_000);

  afterAll(() => folder[Symbol.dispose](), 60_000);

  it('installs without running a script', async () => {
    await succeeds({ command: 'npm', argv: ['ci', '--ignore-scripts', '--prefer-offline'], cwd: clone });
  });

  it('has said of every install script whether it may run', async () => {
    const argv = ['ci', '--strict-allow-scripts', '--prefer-offline', '--dry-run'];
    const said = await succeeds({ command: 'npm', argv, cwd: clone });
    expect(said).not.toMatch(/allow-?scripts/i);
  });

  it('runs on the Node that it brings', async () => {
    const version = await succeeds({ command: `${clone}/node_modules/.bin/node`, argv: ['--version'], cwd: clone });
    expect(version.trim()).toBe('v26.10.0');
  });

  it('opens every door of its workspaces', async () => {
    const { workspaces = [] } = readManifest(`${clone}/package.json`);
    const doors = workspaces.flatMap((path) => {
      const { name, exports = {} } = readManifest(`${clone}/${path}/package.json`);
      return Object.keys(exports).map((door) => name + door.slice(1));
    });
    expect(doors.length).toBeGreaterThan(10);
    // Contract suites and test kits import the test runner, which is there only when it runs.
    const product = doors.filter((door) => !/\/(testing|contract)$/.test(door));
    const program = product.map((door) => `await import('${door}');`).join('\n');
    const argv = ['--input-type=module', '--eval', `${program}\nconsole.log('open')`];
    expect(await succeeds({ command: `${clone}/node_modules/.bin/node`, argv, cwd: clone })).toMatch(/^open$/m);
  });

  it('starts the demonstration, pages and all', async () => {
    const ports = ['--port', String(await freePort()), '--box-port', String(await freePort())];
    await using demo = new NpmProgram({
      script: 'start',
      argv: [...ports, '--data', folder.at('data')],
      folder: clone,
    });
    const [, pages = ''] = await demo.says(/Seatmatrix demonstration: (\S+)/);
    const page = await fetch(`${pages}/sign-in`);
    expect(page.status).toBe(200);
    const [, script = ''] = /src="(\/assets\/[^"]+\.js)"/.exec(await page.text()) ?? [];
    expect((await fetch(pages + script)).status).toBe(200);
  });
});

const readManifest = (path: string): Manifest => JSON.parse(readFileSync(path, 'utf8')) as Manifest;

/** Resolves with everything that it said. */
function succeeds(given: {
  readonly command: string;
  readonly argv: readonly string[];
  readonly cwd: string;
}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(given.command, [...given.argv], { cwd: given.cwd, env: plainEnvironment() });
    let said = '';
    const hear = (bytes: Buffer) => {
      said += bytes.toString();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(said);
      else reject(new RangeError(`${given.command} ${given.argv[0]} ended with ${code}:\n${said}`));
    });
  });
}
