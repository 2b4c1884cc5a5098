import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Fault } from '@seatmatrix/protocol/kernel';

export interface Terminal {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
}

/** From a file, the standard input, or a person who types it unseen. Never from the command line: others see that. */
export async function passphraseOf(file: string | null, { input, output }: Terminal): Promise<string> {
  if (file !== null && file !== '-') return firstLine(readFile(file));
  if (file === '-' || !input.isTTY) return firstLine(await text(input));
  output.write('passphrase: ');
  const typed = await typedUnseen(input);
  output.write('\n');
  return typed;
}

function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const message = `the passphrase file ${path} cannot be read`;
    throw new Fault({ code: 'configuration-invalid', message, cause });
  }
}

const firstLine = (whole: string): string => whole.split(/\r?\n/, 1)[0] ?? '';

/** What readline would echo goes nowhere. */
function typedUnseen(input: NodeJS.ReadStream): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input, output: nowhere, terminal: true });
  return new Promise((resolve, reject) => {
    lines.once('line', (line) => {
      resolve(line);
      lines.close();
    });
    lines.once('close', () => reject(new Fault({ code: 'backup-refused', message: 'no passphrase was given' })));
  });
}
