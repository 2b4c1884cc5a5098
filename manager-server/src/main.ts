import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { endWanted, Fault, milliseconds, systemClock } from '@seatmatrix/protocol/kernel';
import { buildWeb } from '../web/build.ts';
import { nextSeed } from './demo-seed.ts';
import { type AuditQuestion, type FolderRestore, HELP, type ProgramOptions, parseProgram } from './options.ts';
import { type RunningSite, runSite } from './run-site.ts';
import { siteText } from './site-text.ts';
import { passphraseOf } from './transfer/passphrase.ts';
import { restoreFolder } from './transfer/restore-folder.ts';
import { answerAuditQuestion } from './verify-audit.ts';

/** A wrong option; anything else that ends the program. */
const EXIT = { usage: 2, failed: 1 } as const;

/** Whoever stops a manager waits five seconds at most. */
const STOP_LIMIT = milliseconds(4500);

try {
  const readFile = (path: string) => readFileSync(path, 'utf8');
  const command = parseProgram({ argv: process.argv.slice(2), env: process.env, readFile });
  if (command.type === 'help') console.log(HELP);
  else if (command.type === 'run') await run(command.options);
  else if (command.type === 'restore') await restore(command.restore);
  else await verify(command.question);
} catch (thrown) {
  if (!(thrown instanceof Fault)) throw thrown;
  process.send?.({ type: 'failed', message: thrown.message });
  console.error(`manager: ${thrown.message}`);
  const usage = thrown.code === 'option-unknown' || thrown.code === 'configuration-invalid';
  // Not process.exitCode: what was opened before the failure would keep the process.
  process.exit(usage ? EXIT.usage : EXIT.failed);
}

async function verify(question: AuditQuestion): Promise<void> {
  const { ok, words } = await answerAuditQuestion(question);
  console.log(words);
  process.exitCode = ok ? 0 : EXIT.failed;
}

async function restore(wish: FolderRestore): Promise<void> {
  const say = (line: string) => console.log(line);
  const readPassphrase = () => passphraseOf(wish.passphraseFile, { input: process.stdin, output: process.stderr });
  await restoreFolder(wish, { say, readPassphrase, clock: systemClock });
}

async function run(options: ProgramOptions): Promise<void> {
  const ended = endWanted(process, systemClock).then(() => null);
  const starting = start(options);
  const site = await Promise.race([starting, ended]);
  if (site !== null) await ended;
  systemClock.timer({ name: 'leaving', after: STOP_LIMIT, fire: () => process.exit(EXIT.failed) });
  // An end that came during the start waits for it: half a start cannot be stopped in order.
  await (site ?? (await starting))[Symbol.asyncDispose]();
  process.exit(0);
}

async function start(options: ProgramOptions): Promise<RunningSite> {
  const seed = options.demo ? await nextSeed(process) : null;
  try {
    await buildWeb();
  } catch (cause) {
    throw new Fault({ code: 'configuration-invalid', message: `the pages cannot be built: ${cause}`, cause });
  }
  const site = await runSite(options, seed);
  process.send?.({ type: 'ready', pages: site.pages, boxes: site.boxes });
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  console.log(
    siteText(
      site,
      addresses.filter(({ internal, family }) => !internal && family === 'IPv4').map(({ address }) => address),
    ),
  );
  return site;
}
