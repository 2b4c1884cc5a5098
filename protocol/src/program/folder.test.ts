import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder, makeWritableFolder } from './folder.ts';

describe('a program’s folder', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'seatmatrix-folder-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('is made with those above it, for its owner alone', () => {
    makeFolder(join(root, 'a/b/c'));

    for (const made of ['a', 'a/b', 'a/b/c']) expect(statSync(join(root, made)).mode & 0o777).toBe(0o700);
  });

  it('may be there already', () => {
    makeWritableFolder(root, '--data');
    makeWritableFolder(root, '--data');
  });

  it('is refused in one line where a file stands in the way', () => {
    writeFileSync(join(root, 'file'), '');

    for (const path of ['file', 'file/below']) {
      expect(() => makeWritableFolder(join(root, path), '--data')).toThrow(
        expect.objectContaining({ code: 'folder-unwritable', message: `--data ${join(root, path)} cannot be written` }),
      );
    }
  });

  it.runIf(process.platform === 'linux')('is refused, and not waited for, where the system takes no folders', () => {
    expect(() => makeWritableFolder('/proc/seatmatrix/below', '--data')).toThrow(
      expect.objectContaining({ code: 'folder-unwritable' }),
    );
  });
});
