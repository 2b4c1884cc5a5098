import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly lines: number;
}

export const root = new URL('../../', import.meta.url).pathname;

/** Every TypeScript file that git knows or would add, without what a generator wrote. */
export function sourceFiles(): readonly SourceFile[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx'], {
    cwd: root,
    encoding: 'utf8',
  });
  const paths = listed.split('\n').filter((path) => path !== '' && !path.includes('/generated/'));
  return paths.flatMap((path) => {
    const text = readOrNull(`${root}${path}`);
    return text === null ? [] : [{ path, text, lines: text.split('\n').length - 1 }];
  });
}

/** Module specifiers of static, dynamic, type and re-export imports. */
export function importsOf(file: SourceFile): readonly string[] {
  const pattern = /(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"]+)['"]/g;
  return [...file.text.matchAll(pattern)].flatMap((match) => (match[1] === undefined ? [] : [match[1]]));
}

/** A file deleted from the tree and not yet from the index has no text. */
function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
