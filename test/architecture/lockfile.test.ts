import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { root } from './source-files.ts';

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Manifest {
  readonly allowScripts?: Readonly<Record<string, boolean>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly workspaces?: readonly string[];
}

const readJson = <Shape>(path: string): Shape => JSON.parse(readFileSync(`${root}${path}`, 'utf8')) as Shape;
const lock = readJson<{ packages: Readonly<Record<string, LockedPackage>> }>('package-lock.json');
const manifest = readJson<Manifest>('package.json');

describe('the lock file', () => {
  const locked = Object.entries(lock.packages).filter(
    ([path, entry]) => path.startsWith('node_modules/') && !entry.link,
  );

  it('holds a version and a hash for every package, those of other platforms among them', () => {
    const bad = locked.filter(([, entry]) => !entry.version || !entry.integrity).map(([path]) => path);
    expect(locked.length).toBeGreaterThan(100);
    expect(bad).toEqual([]);
  });

  // npm ci refuses the lock file otherwise, on every platform.
  it('holds every platform package of what the root itself names', () => {
    const own = Object.keys({ ...manifest.devDependencies, ...manifest.optionalDependencies });
    const platforms = own.flatMap((name) =>
      Object.keys(lock.packages[`node_modules/${name}`]?.optionalDependencies ?? {}),
    );
    expect(platforms.length).toBeGreaterThan(5);
    expect(platforms.filter((name) => lock.packages[`node_modules/${name}`] === undefined)).toEqual([]);
  });

  it('says of every package with an install script whether it may run', () => {
    const scripted = locked
      .filter(([, entry]) => entry.hasInstallScript)
      .map(([path]) => path.split('node_modules/').at(-1) ?? path);
    expect(scripted.filter((name) => manifest.allowScripts?.[name] === undefined)).toEqual([]);
  });

  it('pins exact versions in every workspace', () => {
    const manifests = ['package.json', ...(manifest.workspaces ?? []).map((folder) => `${folder}/package.json`)];
    const loose = manifests.flatMap((path) => {
      const { dependencies, devDependencies, optionalDependencies } = readJson<Manifest>(path);
      return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
        .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
        .map(([name, version]) => `${path}: ${name}@${version}`);
    });
    expect(loose).toEqual([]);
  });

  it('names no host of a package registry', () => {
    expect(readFileSync(`${root}package-lock.json`, 'utf8')).not.toMatch(/https?:\/\/registry/);
  });
});
