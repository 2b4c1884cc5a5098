import { join } from 'node:path';
import { type Generation, generation } from '@seatmatrix/protocol/domain';
import { Fault } from '@seatmatrix/protocol/kernel';
import type { AgentMemory, TrustedSite } from '../agent-memory.ts';
import { readDurable, writeDurable } from './durable-file.ts';

/**
 * The box's memory in `memory.json` of its folder. Rejects with `folder-unwritable`, or with `store-corrupt` when the
 * file is not what this program wrote.
 */
export async function openFileMemory(folder: string): Promise<AgentMemory> {
  const path = join(folder, 'memory.json');
  const text = await readDurable(path);
  let kept: Kept = text === null ? { highestGeneration: generation(0), trusted: null } : parse(text, path);
  let writing = Promise.resolve();
  let failed = false;
  const keep = (change: Partial<Kept>): Promise<void> => {
    kept = { ...kept, ...change };
    const next = JSON.stringify({
      generation: kept.highestGeneration,
      ticketKey: kept.trusted === null ? null : Buffer.from(kept.trusted.ticketKey).toString('base64'),
      authority: kept.trusted?.authority ?? null,
    });
    // In order, and a write that failed does not stop the next.
    writing = writing
      .catch(() => undefined)
      .then(() => writeDurable(path, next))
      .then(
        () => {
          failed = false;
        },
        (thrown: unknown) => {
          failed = true;
          throw thrown;
        },
      );
    return writing;
  };
  return {
    get highestGeneration() {
      return kept.highestGeneration;
    },
    keepGeneration(value) {
      if (value > kept.highestGeneration) return keep({ highestGeneration: value });
      return failed ? keep({}) : writing;
    },
    get trusted() {
      return kept.trusted;
    },
    keepTrusted: (trusted) => (sameSite(kept.trusted, trusted) && !failed ? writing : keep({ trusted })),
  };
}

interface Kept {
  readonly highestGeneration: Generation;
  readonly trusted: TrustedSite | null;
}

function parse(text: string, path: string): Kept {
  const corrupt = (cause?: unknown) =>
    new Fault({ code: 'store-corrupt', message: `${path} is damaged`, context: { path }, cause });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (thrown) {
    throw corrupt(thrown);
  }
  if (typeof value !== 'object' || value === null || !('generation' in value)) throw corrupt();
  const { generation: number } = value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 0) throw corrupt();
  const ticketKey = 'ticketKey' in value ? value.ticketKey : null;
  const authority = 'authority' in value ? value.authority : null;
  if (ticketKey === null && authority === null) return { highestGeneration: generation(number), trusted: null };
  if (typeof ticketKey !== 'string' || typeof authority !== 'string') throw corrupt();
  const bytes = new Uint8Array(Buffer.from(ticketKey, 'base64'));
  if (bytes.length !== TICKET_KEY_BYTES) throw corrupt();
  return { highestGeneration: generation(number), trusted: { ticketKey: bytes, authority } };
}

/** Ed25519 (RFC 8032 §5.1.5). */
const TICKET_KEY_BYTES = 32;

const sameSite = (one: TrustedSite | null, other: TrustedSite): boolean =>
  one !== null && one.authority === other.authority && Buffer.from(one.ticketKey).equals(other.ticketKey);
