import { describe, expect, it } from 'vitest';
import { sourceFiles } from './source-files.ts';

describe('the file budget', () => {
  const files = sourceFiles();

  it('sees the whole tree', () => {
    expect(files.length).toBeGreaterThan(50);
  });

  it('has no file over 500 lines', () => {
    expect(files.filter((file) => file.lines > 500).map((file) => `${file.path} ${file.lines}`)).toEqual([]);
  });

  it('keeps 95 of 100 files at 300 lines or below', () => {
    const sorted = files.map((file) => file.lines).sort((a, b) => a - b);
    expect(sorted[Math.ceil(sorted.length * 0.95) - 1]).toBeLessThanOrEqual(300);
  });

  it('names files in kebab-case, and no drawer is called utils, helpers or types', () => {
    const bad = files.filter((file) => {
      const name = file.path.split('/').at(-1) ?? '';
      return !/^[a-z0-9-]+(\.[a-z0-9-]+)*\.tsx?$/.test(name) || /^(utils?|helpers?|types)\.tsx?$/.test(name);
    });
    expect(bad.map((file) => file.path)).toEqual([]);
  });
});
