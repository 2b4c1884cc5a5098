import { hash, verify } from '@node-rs/argon2';

/** Turns passwords into what may be stored. Slow on purpose; runs on libuv's threads, never on the event loop. */
export interface PasswordHash {
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
}

export interface Argon2Cost {
  /** KiB. */
  readonly memoryCost: number;
  readonly timeCost: number;
  readonly parallelism: number;
}

/** OWASP Password Storage Cheat Sheet, first choice for argon2id: about 30 ms on one core of a small server. */
export const PRODUCTION_COST: Argon2Cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The library's default algorithm is argon2id; its enum cannot be imported by a program that only strips types. */
export function argon2id(cost: Argon2Cost): PasswordHash {
  return {
    hash: (password) => hash(canonical(password), { ...cost }),
    verify: (stored, password) => verify(stored, canonical(password)),
  };
}

// NIST SP 800-63B-4 §3.1.1.2: the same characters typed on two systems may arrive composed or decomposed.
function canonical(password: string): string {
  return password.normalize('NFC');
}
