import { z } from 'zod';
import type { CollectionName, Collections, Versioned } from '../../directory/collection.ts';

type Keyless<Value> = Value extends unknown ? Omit<Value, 'key'> : never;
export type ResourceInput<Name extends CollectionName> = Keyless<Collections[Name]>;
/** A client may send back what it got: the key must be the path's, the version is If-Match's to say. */
export type ResourceUpdate<Name extends CollectionName> = ResourceInput<Name> & {
  readonly key?: string | undefined;
  readonly version?: number | undefined;
};
export type Representation<Name extends CollectionName> = Collections[Name] & { readonly version: number };

/** How one collection of the directory looks from outside. */
export interface Resource<Name extends CollectionName> {
  readonly collection: Name;
  readonly tag: string;
  readonly create: z.ZodType<ResourceInput<Name>>;
  readonly update: z.ZodType<ResourceUpdate<Name>>;
  readonly representation: z.ZodType<Representation<Name>>;
  /** Lists are in this order, then in that of the keys. */
  readonly sortText: (value: Collections[Name]) => string;
  /** What `q` looks into. */
  readonly searchText: (value: Collections[Name]) => string;
  readonly filters: Readonly<Record<string, (value: Collections[Name], wanted: string) => boolean>>;
}

export const versionSchema = z.int().positive().meta({ description: 'rises with every change; the ETag' });

/** What a client may add to an update, see ResourceUpdate. */
export const echoedFields = { key: z.string().optional(), version: z.int().optional() };

export const etag = (version: number): string => `"${version}"`;

export function represent<Name extends CollectionName>({
  value,
  version,
}: Versioned<Collections[Name]>): Representation<Name> {
  return { ...value, version };
}

/** The directory's value of what a client sent. */
export function resourceValue<Name extends CollectionName>(
  key: string,
  input: ResourceInput<Name> | ResourceUpdate<Name>,
): Collections[Name] {
  const { version: _, ...fields } = { version: null, ...input, key };
  // The resource's schema has given the fields their types, and the key is the path's or new.
  return fields as unknown as Collections[Name];
}
