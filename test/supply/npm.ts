import { spawnSync } from 'node:child_process';

export const root = new URL('../../', import.meta.url).pathname;

/** What an npm command printed. Its warnings go nowhere: they are about npm's own settings. */
export function npm(parameters: readonly string[]): {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
} {
  const { status, stdout, stderr } = spawnSync('npm', parameters, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}
