import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NpmProgram, type ProgramOptions } from './npm-program.ts';
import { TemporaryFolder } from './temporary-folder.ts';

type Script = ProgramOptions['script'];

const folder = new TemporaryFolder();
/** Somebody else's program has the port. */
let taken: Server;

beforeAll(async () => {
  taken = createServer();
  await new Promise<void>((resolve) => taken.listen({ port: 0, host: '127.0.0.1' }, resolve));
});

afterAll(() => {
  taken.close();
  folder[Symbol.dispose]();
});

/** A path where this text stands. */
function file(name: string, text: string | Uint8Array): string {
  const path = folder.at(name);
  writeFileSync(path, text);
  return path;
}

function folderWith(name: string, files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(folder.at(name, path, '..'), { recursive: true });
    writeFileSync(folder.at(name, path), text);
  }
  return folder.at(name);
}

const port = (): string => {
  const address = taken.address();
  return typeof address === 'object' && address !== null ? String(address.port) : '';
};
const noDatabase = new Uint8Array(8192).fill(0x5a);
const fresh = () => folder.at(`data-${Math.random()}`);

const anyPorts = ['--port', '0', '--box-port', '0'];
const toNobody = ['--manager', '127.0.0.1:1'];

/** What is wrong, and what the one line has to speak of. */
const cases: readonly (readonly [Script, string, () => readonly string[], RegExp])[] = [
  ['start', 'an unknown option', () => ['--colour', 'red'], /--colour/],
  ['start', 'a host that is not loopback', () => ['--host', '0.0.0.0'], /0\.0\.0\.0.*loopback.*npm run manager/],
  ['start', 'the pages’ port in use', () => ['--port', port(), '--box-port', '0', '--data', fresh()], /port/],
  ['start', 'the boxes’ port in use', () => ['--port', '0', '--box-port', port(), '--data', fresh()], /port/],
  ['start', 'a file in the place of its folder', () => [...anyPorts, '--data', file('a', '')], /--data/],
  ['start', 'a folder where nobody may write', () => [...anyPorts, '--data', '/proc/seatmatrix/data'], /--data/],
  [
    'start',
    'a database that is none',
    () => [...anyPorts, '--data', folderWith('bad-start', { 'manager/site.sqlite': noDatabase })],
    /site\.sqlite/,
  ],
  ['manager', 'an unknown option', () => ['--colour', 'red'], /--colour/],
  ['manager', 'a port that is none', () => ['--port', '70000'], /70000/],
  ['manager', 'the pages’ port in use', () => ['--port', port(), '--box-port', '0', '--data', fresh()], /port/],
  ['manager', 'the boxes’ port in use', () => ['--port', '0', '--box-port', port(), '--data', fresh()], /port/],
  ['manager', 'a file in the place of its folder', () => [...anyPorts, '--data', file('b', '')], /--data/],
  ['manager', 'a folder where nobody may write', () => [...anyPorts, '--data', '/proc/seatmatrix/data'], /--data/],
  ['manager', 'a config that is not JSON', () => ['--config', file('c.json', '{"port": 80')], /c\.json.*JSON/],
  ['manager', 'a config with an unknown name', () => ['--config', file('d.json', '{"colour": 1}')], /colour/],
  ['manager', 'a config that is not there', () => ['--config', folder.at('none.json')], /none\.json/],
  [
    'manager',
    'a database that is none',
    () => [...anyPorts, '--data', folderWith('bad-manager', { 'site.sqlite': noDatabase })],
    /site\.sqlite/,
  ],
  ['agent', 'no role', () => [], /receiver or agent transmitter/],
  ['agent', 'an unknown option', () => ['receiver', '--colour', 'red'], /--colour/],
  ['agent', 'a driver that is not there', () => ['receiver', '--display', 'hologram:'], /hologram/],
  ['agent', 'an enrolment code that is none', () => ['receiver', ...toNobody, '--enrol', 'BAD'], /--enrol/],
  ['agent', 'a file in the place of its folder', () => ['receiver', ...toNobody, '--data', file('e', '')], /e\b/],
  [
    'agent',
    'a folder where nobody may write',
    () => ['receiver', ...toNobody, '--data', '/proc/seatmatrix/data'],
    /\/proc/,
  ],
  ['agent', 'a config that is not JSON', () => ['receiver', '--config', file('f.json', '[')], /f\.json.*JSON/],
  ['agent', 'a config with an unknown name', () => ['receiver', '--config', file('g.json', '{"colour": 1}')], /colour/],
  [
    'agent',
    'the peers’ port in use',
    () => ['receiver', ...toNobody, '--peer-host', '127.0.0.1', '--peer-port', port(), '--data', fresh()],
    /port/,
  ],
  ['sim', 'an unknown option', () => ['--colour', 'red'], /--colour/],
  ['sim', 'no manager', () => [], /--manager/],
  ['sim', 'an enrolment code that is none', () => [...toNobody, '--enrol', 'BAD', '--data', fresh()], /enrol/],
  ['sim', 'a file in the place of its folder', () => [...toNobody, '--data', file('h', '')], /h\b/],
  ['sim', 'a folder where nobody may write', () => [...toNobody, '--data', '/proc/seatmatrix/data'], /\/proc/],
];

describe('a start that cannot be', { timeout: 60_000 }, () => {
  it.each(cases)('npm script %s, %s: one clear line, and not exit code 0', async (script, _what, argv, line) => {
    await using program = new NpmProgram({ script, argv: argv() });
    const { code } = await program.ended;
    const complaints = program.complaints();
    expect(complaints.join('\n')).toMatch(line);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).not.toMatch(/^\s+at |node:internal|\bfile:\/\/|\[object/);
    expect(code).not.toBe(0);
  });
});

describe('help', { timeout: 60_000 }, () => {
  it.each(['start', 'manager', 'agent', 'sim', 'manual', 'bench'] as const)('of %s ends with 0', async (script) => {
    await using program = new NpmProgram({ script, argv: ['--help'] });
    expect(await program.ended).toEqual({ code: 0, signal: null });
    expect(program.stdout).toMatch(/npm run|npm start|usage: agent/);
    expect(program.stdout).toMatch(/--help$|--help {2}/m);
    expect(program.complaints()).toEqual([]);
  });
});
