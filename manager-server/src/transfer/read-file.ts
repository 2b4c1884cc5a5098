import { Worker } from 'node:worker_threads';
import { type Clock, seconds } from '@seatmatrix/protocol/kernel';
import { type FileQuestion, fileContent } from './file-content.ts';
import { type FileContent, problemAt } from './file-table.ts';

/** Twenty thousand records take five seconds on a small machine that has other work too. */
const READING_MAX = seconds(60);
const READING_MEGABYTES = 768;

/** Read within a few milliseconds, sooner than a thread starts. */
const AT_ONCE_MAX = 16_384;

/** Reads what somebody sent: what is long, in a thread of its own that has an end. */
export async function readFileText(question: FileQuestion, clock: Clock): Promise<FileContent> {
  return question.text.length <= AT_ONCE_MAX ? fileContent(question) : readInThread(question, clock);
}

function readInThread(question: FileQuestion, clock: Clock): Promise<FileContent> {
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
