import { Worker } from 'node:worker_threads';
import { type Clock, seconds } from '@seatmatrix/protocol/kernel';
import { type FileContent, type FileFormat, problemAt } from './file-table.ts';
import type { SheetName } from './sheet.ts';

export interface FileQuestion {
  readonly collection: SheetName | 'site';
  readonly format: FileFormat;
  readonly text: string;
}

/** Twenty thousand records take two seconds on a small machine. */
const READING_MAX = seconds(20);
const READING_MEGABYTES = 768;

/** Reads what somebody sent, in a thread of its own that has an end. */
export function readFileText(question: FileQuestion, clock: Clock): Promise<FileContent> {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    name: 'import',
    workerData: question,
    resourceLimits: { maxOldGenerationSizeMb: READING_MEGABYTES },
  });
  const answer = new Promise<FileContent>((resolve) => {
    worker.once('message', resolve);
    worker.once('error', (thrown) => resolve(refused(`the file is refused: ${thrown}`)));
    worker.once('exit', () => resolve(refused('reading the file takes too long')));
  });
  const timer = clock.timer({ name: 'reading a file', after: READING_MAX, fire: () => void worker.terminate() });
  return clock.outside(answer).finally(() => {
    timer.cancel();
    void worker.terminate();
  });
}

const refused = (message: string): FileContent => ({
  tables: [],
  problems: [problemAt({}, { code: 'unreadable', message })],
});
