import type { Brand } from '@seatmatrix/protocol/kernel';
import { z } from 'zod';
import { administratorActor } from '../audit/index.ts';
import { jsonCodec } from '../store/index.ts';

export type AdministratorKey = Brand<string, 'AdministratorKey'>;

/** A person who signs in to the pages. */
export interface Administrator {
  readonly key: AdministratorKey;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
}

export const administratorKey = (text: string): AdministratorKey => text as AdministratorKey;

export interface StoredAdministrator extends Administrator {
  readonly hash: string;
}

export const administratorCodec = jsonCodec<StoredAdministrator>(
  z.object({
    key: z.string().transform(administratorKey),
    name: z.string(),
    createdAt: z.number(),
    hash: z.string(),
  }),
);

/** As the audit names him. */
export const actorName = (administrator: Pick<Administrator, 'name'>): string => administratorActor(administrator.name);
