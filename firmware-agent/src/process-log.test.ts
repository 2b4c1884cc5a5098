import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const program = `
  import { processLog } from '${new URL('./process-log.ts', import.meta.url).href}';
  const cause = new Error('the cable is out');
  processLog('info').error('a link broke', { thrown: new Error('no answer', { cause }), password: 'x9-Blaubeere' });
`;

it('a box’s log keeps what was thrown and its cause, and no password', () => {
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });

  expect(JSON.parse(stdout)).toMatchObject({ level: 'error', msg: 'a link broke', thrown: { message: 'no answer' } });
  expect(stdout).toContain('the cable is out');
  expect(stdout).not.toContain('x9-Blaubeere');
});
