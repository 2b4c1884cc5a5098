import { isDeepStrictEqual } from 'node:util';
import { type DeviceKey, deviceKey, type Fingerprint, fingerprint } from '@seatmatrix/protocol/domain';
import { z } from 'zod';
import type { Journal } from '../store/journal.ts';
import { jsonCodec } from '../store/record-codec.ts';
import { type RecordCollection, recordCollection, type StagedWrite } from '../store/record-collection.ts';
import type { StoredRecord } from '../store/store.ts';

/** A box that the site has adopted: its key stands for its place from then on. */
export interface AdoptedBox {
  readonly device: DeviceKey;
  readonly kind: 'transmitter' | 'receiver';
  /** As it said when it was adopted. */
  readonly model: string;
  readonly firmware: string;
  /** Milliseconds since 1970. */
  readonly adoptedAt: number;
  /** Where its peer link was last known to listen: its neighbours need it while the box is on its way back. */
  readonly peer: { readonly host: string; readonly port: number } | null;
  /** CAs that it said it trusts, the one that its certificate is from first. Left out: it has not said so yet. */
  readonly authorities?: readonly Fingerprint[];
}

/** Adopted boxes, by fingerprint and by place. One box a place, one place a box. */
export class BoxRegister {
  readonly #boxes: RecordCollection<AdoptedBox>;

  constructor({
    records,
    journal,
  }: { readonly records: ReadonlyMap<string, readonly StoredRecord[]>; readonly journal: Journal }) {
    this.#boxes = recordCollection({ name: 'boxes', codec: jsonCodec(adoptedBoxSchema), records, journal });
  }

  get(box: Fingerprint): AdoptedBox | undefined {
    return this.#boxes.get(box);
  }

  /** Looks through all: asked when somebody adopts a box, not when boxes talk. */
  boxOf(device: DeviceKey): Fingerprint | null {
    for (const [key, { value }] of this.#boxes.entries()) if (value.device === device) return fingerprint(key);
    return null;
  }

  *entries(): IterableIterator<readonly [Fingerprint, AdoptedBox]> {
    for (const [key, { value }] of this.#boxes.entries()) yield [fingerprint(key), value];
  }

  stageAdoption(box: Fingerprint, adopted: AdoptedBox): StagedWrite {
    return this.#boxes.stagePut(box, adopted);
  }

  /** Null when it says what it said. */
  stageAuthorities(box: Fingerprint, authorities: readonly Fingerprint[]): StagedWrite | null {
    const adopted = this.#boxes.get(box);
    if (adopted === undefined || isDeepStrictEqual(adopted.authorities ?? [], authorities)) return null;
    return this.#boxes.stagePut(box, { ...adopted, authorities });
  }

  /** Null when it is where it was. */
  stagePeer(box: Fingerprint, peer: NonNullable<AdoptedBox['peer']>): StagedWrite | null {
    const adopted = this.#boxes.get(box);
    if (adopted === undefined || (adopted.peer?.host === peer.host && adopted.peer.port === peer.port)) return null;
    return this.#boxes.stagePut(box, { ...adopted, peer });
  }

  stageForget(box: Fingerprint): StagedWrite {
    return this.#boxes.stageDelete(box);
  }
}

const adoptedBoxSchema = z.object({
  device: z.string().transform(deviceKey),
  kind: z.enum(['transmitter', 'receiver']),
  model: z.string(),
  firmware: z.string(),
  adoptedAt: z.number(),
  peer: z.object({ host: z.string(), port: z.number() }).nullable(),
  authorities: z.array(z.string().transform(fingerprint)).default([]),
});
