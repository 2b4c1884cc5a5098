import { readdirSync, readFileSync } from 'node:fs';
import { Fault } from '@seatmatrix/protocol/kernel';

/** A box's program and the media processes that it started. npm, which only started it, is none of them. */
export interface AgentProcesses {
  readonly agent: number;
  readonly media: readonly number[];
}

const PROGRAM = 'firmware-agent/src/main.ts';

/** Those of the agent whose screen this is; no two agents have the same. */
export function agentProcesses(display: string): AgentProcesses {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const agent = all.find((pid) => {
    const words = read(pid, 'cmdline').split('\0');
    return (
      words[0]?.endsWith('node') === true &&
      words.some((word) => word.endsWith(PROGRAM)) &&
      words.includes(`x11://${display}`)
    );
  });
  if (agent === undefined) {
    throw new Fault({ code: 'invariant-broken', message: `no agent has the screen ${display}` });
  }
  const media = all.filter((pid) => parentOf(pid) === agent);
  return { agent: Number(agent), media: media.map(Number) };
}

/** Processor time so far, in milliseconds, of all threads. */
export function processorTime(pid: number): number {
  // Behind the name, which may have blanks in it: the 12th and 13th fields are user's and system's, in hundredths.
  const fields = read(String(pid), 'stat')
    .replace(/^.*\) /s, '')
    .split(' ');
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

/** Megabytes (2^20): resident, and the share of it that nobody else has (pages of several processes count in parts). */
export function memoryOf(pid: number): { readonly resident: number; readonly share: number } {
  const rollup = read(String(pid), 'smaps_rollup');
  const megabytes = (name: string): number => Number(new RegExp(`^${name}: +(\\d+) kB`, 'm').exec(rollup)?.[1]) / 1024;
  return { resident: megabytes('Rss'), share: megabytes('Pss') };
}

const parentOf = (pid: string): string | undefined =>
  read(pid, 'stat')
    .replace(/^.*\) /s, '')
    .split(' ')[1];

/** Empty for a process that is gone. */
function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return '';
    throw error;
  }
}
