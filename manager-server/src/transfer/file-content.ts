import { readCsv } from './csv-file.ts';
import { type FileContent, type FileFormat, problemAt } from './file-table.ts';
import type { SheetName } from './sheet.ts';
import { readYaml } from './yaml-file.ts';

export interface FileQuestion {
  readonly collection: SheetName | 'site';
  readonly format: FileFormat;
  readonly text: string;
}

/** The file's tables, or what is wrong with it. Takes as long as it takes. */
export function fileContent({ collection, format, text }: FileQuestion): FileContent {
  try {
    if (format === 'csv' && collection !== 'site') return readCsv(text, collection);
    return readYaml(text);
  } catch (thrown) {
    // A file that is nested ten thousand deep ends the reader's stack.
    return { tables: [], problems: [problemAt({}, { code: 'unreadable', message: `the file is refused: ${thrown}` })] };
  }
}
