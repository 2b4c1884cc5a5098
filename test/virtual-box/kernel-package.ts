import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { unpackKernel } from './vmlinux.ts';

/** Debian's kernel, unpacked: nothing of it is installed. */
export interface KernelPackage {
  /** An ELF image that QEMU boots by PVH. */
  readonly image: string;
  /** Where its modules are. */
  readonly modules: string;
}

/** Kept from run to run and outside the tree: 70 MB to download, 300 MB unpacked. */
const CACHE = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'seatmatrix', 'virtual-box');

/**
 * Finds or fetches the distribution's newest kernel. Needs apt-get, dpkg and xz, and no rights. Throws an error of
 * one line that says what is missing.
 */
export function kernelPackage(): KernelPackage {
  const name = newestKernel() ?? newestCached();
  if (name === null)
    throw new Error('apt-cache knows no package linux-image-amd64 (apt-get update), and none is cached');
  const folder = join(CACHE, name);
  if (!existsSync(folder)) fetchKernel(name, folder);
  const version = name.slice('linux-image-'.length);
  return { image: join(folder, 'vmlinux'), modules: join(folder, 'lib/modules', version, 'kernel') };
}

function newestKernel(): string | null {
  const { stdout } = spawnSync('apt-cache', ['depends', 'linux-image-amd64'], { encoding: 'utf8' });
  return /Depends: (linux-image-\S+)/.exec(stdout ?? '')?.[1] ?? null;
}

function newestCached(): string | null {
  if (!existsSync(CACHE)) return null;
  return (
    readdirSync(CACHE)
      .filter((name) => name.startsWith('linux-image-') && !name.endsWith('.part'))
      .sort()
      .at(-1) ?? null
  );
}

/** Made beside its place and moved there whole: a run that is killed leaves nothing half made. */
function fetchKernel(name: string, folder: string): void {
  const part = `${folder}.${process.pid}.part`;
  mkdirSync(part, { recursive: true });
  try {
    run('apt-get', { args: ['download', '-qq', name], cwd: part });
    const archive = readdirSync(part).find((file) => file.endsWith('.deb'));
    if (archive === undefined) throw new Error(`apt-get download ${name} brought no package`);
    run('dpkg', { args: ['-x', archive, '.'], cwd: part });
    rmSync(join(part, archive));
    const boot = join(part, 'boot');
    const image = readdirSync(boot).find((file) => file.startsWith('vmlinuz-'));
    if (image === undefined) throw new Error(`the package ${name} has no kernel image`);
    writeFileSync(join(part, 'vmlinux'), unpackKernel(readFileSync(join(boot, image))));
    rmSync(boot, { recursive: true });
    renameSync(part, folder);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

function run(program: string, { args, cwd }: { readonly args: readonly string[]; readonly cwd: string }): void {
  const { status, error, stderr } = spawnSync(program, args, { cwd, encoding: 'utf8' });
  if (status === 0) return;
  const reason = error?.message ?? stderr.trim().split('\n').at(-1) ?? '';
  throw new Error(`${program} ${args.join(' ')}: ${reason}`);
}
