import { Fault } from '@seatmatrix/protocol/kernel';
import { z } from 'zod';
import { type CollectionName, type Collections, collectionSchemas, type Versioned } from '../../directory/index.ts';

/** Fields that a client may leave out: then they stay what they are, or begin as what they are by themselves. */
type Optional = 'settings' | 'role' | 'secondFactor' | 'pushesOfDisabled';

const OPTIONAL: readonly Optional[] = ['settings', 'role', 'secondFactor', 'pushesOfDisabled'];

type Input<Value> = Value extends unknown
  ? Omit<Value, 'key' | Optional> & { readonly [Field in Extract<keyof Value, Optional>]?: Value[Field] | undefined }
  : never;

/** A record as a client creates it: the manager gives it its key. */
export type ResourceInput<Name extends CollectionName> = Input<Collections[Name]>;

/** A client may send back what it got: the key must be the path's, the version is If-Match's to say. */
export type ResourceUpdate<Name extends CollectionName> = ResourceInput<Name> & {
  readonly key?: string | undefined;
  readonly version?: number | undefined;
};

export type Representation<Name extends CollectionName> = Collections[Name] & { readonly version: number };

/** One collection's schemas from outside, made of the directory's own: what a record is, is said once. */
export interface ResourceSchemas<Name extends CollectionName> {
  readonly create: z.ZodType<ResourceInput<Name>>;
  readonly update: z.ZodType<ResourceUpdate<Name>>;
  readonly representation: z.ZodType<Representation<Name>>;
}

const version = z.int().positive().meta({ description: 'rises with every change; the ETag' });
const echoed = { key: z.string().optional(), version: z.int().optional() };

/** `component` is its name in the OpenAPI document. */
export function resourceSchemas<Name extends CollectionName>(
  collection: Name,
  component: string,
): ResourceSchemas<Name> {
  const schema: z.ZodType = collectionSchemas[collection];
  const create = reshape(schema, ({ key: _, ...shape }) => withOptional(shape));
  const update = reshape(create, (shape) => ({ ...shape, ...echoed }));
  const representation = reshape(schema, (shape) => ({ ...shape, version })).meta({ id: component });
  // The shapes follow the types above field by field; that a schema made at run time has them, only its maker can say.
  return { create, update, representation } as unknown as ResourceSchemas<Name>;
}

export const etag = (of: number): string => `"${of}"`;

export function represent<Name extends CollectionName>(held: Versioned<Collections[Name]>): Representation<Name> {
  return { ...held.value, version: held.version };
}

/** The directory's value of what a client sent. `absent` has what he may leave out, where the record has it. */
export function resourceValue<Name extends CollectionName>(
  key: string,
  input: ResourceInput<Name> | ResourceUpdate<Name>,
  absent: Readonly<Record<string, unknown>> = {},
): Collections[Name] {
  const { version: _, ...fields } = { version: null, ...absent, ...input, key };
  // The resource's schema has given the fields their types, and the key is the path's or new.
  return fields as unknown as Collections[Name];
}

function withOptional(shape: Shape): Shape {
  const optional = OPTIONAL.flatMap((name) => (shape[name] === undefined ? [] : [[name, z.optional(shape[name])]]));
  return { ...shape, ...Object.fromEntries(optional) };
}

type Shape = Readonly<Record<string, z.core.$ZodType>>;

function reshape(schema: z.core.$ZodType, change: (shape: Shape) => Shape): z.ZodObject | z.ZodDiscriminatedUnion {
  if (schema instanceof z.ZodObject) return z.strictObject(change(schema.shape));
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const [first, ...rest] = schema.options.map((option) => reshape(option, change));
    if (first !== undefined) return z.discriminatedUnion(schema.def.discriminator, [first, ...rest]);
  }
  throw new Fault({ code: 'invariant-broken', message: 'a record of the directory is no object' });
}
