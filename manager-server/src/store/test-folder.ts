import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A folder in memory where the machine has one: what these tests show (a killed process, a full or damaged file) is the
 * same there, and nothing waits for the disk of a busy machine.
 */
export function newTestFolder(): Promise<string> {
  const memory = '/dev/shm';
  return mkdtemp(join(existsSync(memory) ? memory : tmpdir(), 'seatmatrix-store-'));
}
