import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { Fault } from '@seatmatrix/protocol/kernel';
import { readCsv } from './csv-file.ts';
import { type FileContent, problemAt } from './file-table.ts';
import type { FileQuestion } from './read-file.ts';
import { readYaml } from './yaml-file.ts';

// The thread's entry: five megabytes of YAML take a second, and a file may be made to take longer.

if (parentPort === null) throw new Fault({ code: 'invariant-broken', message: 'files are read in a thread' });
answer(parentPort, workerData);

function answer(port: MessagePort, question: FileQuestion): void {
  port.postMessage(contentOf(question));
  port.close();
}

function contentOf({ collection, format, text }: FileQuestion): FileContent {
  try {
    if (format === 'csv' && collection !== 'site') return readCsv(text, collection);
    return readYaml(text);
  } catch (thrown) {
    // A file that is nested ten thousand deep ends the reader's stack.
    return { tables: [], problems: [problemAt({}, { code: 'unreadable', message: `the file is refused: ${thrown}` })] };
  }
}
