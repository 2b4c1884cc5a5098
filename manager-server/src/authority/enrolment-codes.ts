import { type DeviceKey, deviceKey, type Fingerprint } from '@seatmatrix/protocol/domain';
import type { Clock } from '@seatmatrix/protocol/kernel';
import { z } from 'zod';
import type { Journal } from '../store/journal.ts';
import { jsonCodec } from '../store/record-codec.ts';
import { type RecordCollection, recordCollection, type StagedWrite } from '../store/record-collection.ts';
import type { StoredRecord } from '../store/store.ts';
import { enrolmentCode, hashOfCode, SECRET_BYTES } from './enrolment-code.ts';

/** A code is typed into a box on the day that it is made. */
export const CODE_VALID_MS = 24 * 60 * 60 * 1000;

/** More boxes than one code can adopt come by several. */
export const CODE_USES_MAX = 10_000;

export interface StoredEnrolmentCode {
  /** The place that the box gets; null gives it the next free ID of its kind. */
  readonly device: DeviceKey | null;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly usesLeft: number;
}

export interface EnrolmentCodesOptions {
  readonly records: ReadonlyMap<string, readonly StoredRecord[]>;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly authority: Fingerprint;
  readonly randomBytes: (count: number) => Uint8Array;
}

/** Codes by the hash of their text: who reads the store cannot enrol a box. */
export class EnrolmentCodes {
  readonly #codes: RecordCollection<StoredEnrolmentCode>;
  readonly #options: EnrolmentCodesOptions;

  constructor(options: EnrolmentCodesOptions) {
    const { records, journal } = options;
    this.#options = options;
    this.#codes = recordCollection({ name: 'enrolment-codes', codec: jsonCodec(codeSchema), records, journal });
  }

  /** Those that could still be used. */
  entries(): readonly (StoredEnrolmentCode & { readonly key: string })[] {
    const now = this.#now();
    return [...this.#codes.entries()]
      .filter(([, { value }]) => value.expiresAt > now)
      .map(([key, { value }]) => ({ key, ...value }));
  }

  /** The code is told here and never again. Codes that are over are swept out with it. */
  create({ device, uses }: { readonly device: DeviceKey | null; readonly uses: number }): {
    readonly code: string;
    readonly key: string;
    readonly stored: StoredEnrolmentCode;
    readonly staged: readonly StagedWrite[];
  } {
    const { randomBytes, authority } = this.#options;
    const code = enrolmentCode(randomBytes(SECRET_BYTES), authority);
    const key = hashOfCode(code) ?? '';
    const now = this.#now();
    const stored = { device, createdAt: now, expiresAt: now + CODE_VALID_MS, usesLeft: uses };
    const over = [...this.#codes.entries()].filter(([, { value }]) => value.expiresAt <= now);
    return {
      code,
      key,
      stored,
      staged: [...over.map(([old]) => this.#codes.stageDelete(old)), this.#codes.stagePut(key, stored)],
    };
  }

  has(key: string): boolean {
    return this.entries().some((code) => code.key === key);
  }

  stageCancel(key: string): StagedWrite {
    return this.#codes.stageDelete(key);
  }

  /** What the code is good for, or null. Nothing is used up by looking. */
  find(code: string): (StoredEnrolmentCode & { readonly key: string }) | null {
    const key = hashOfCode(code);
    const stored = key === null ? undefined : this.#codes.get(key);
    return key === null || stored === undefined || stored.expiresAt <= this.#now() ? null : { key, ...stored };
  }

  /** One use less; the last one ends the code. */
  stageUse(key: string): StagedWrite | null {
    const stored = this.#codes.get(key);
    if (stored === undefined) return null;
    const usesLeft = stored.usesLeft - 1;
    return usesLeft > 0 ? this.#codes.stagePut(key, { ...stored, usesLeft }) : this.#codes.stageDelete(key);
  }

  #now(): number {
    return this.#options.clock.wall().getTime();
  }
}

const codeSchema = z.object({
  device: z.string().transform(deviceKey).nullable(),
  createdAt: z.number(),
  expiresAt: z.number(),
  usesLeft: z.number().int().positive(),
});
