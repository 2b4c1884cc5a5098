import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type {
  ChangeRefusal,
  CollectionName,
  Collections,
  Directory,
  DirectoryChange,
  Versioned,
} from '../../directory/index.ts';
import { type Answer, addEndpoint, done, ok } from '../endpoint.ts';
import { pageOf, pageQuery } from '../page.ts';
import { expectedVersion, isKnown } from '../precondition.ts';
import { isProblem, type Problem, type ProblemCode, problem } from '../problem.ts';
import { etag, type Representation, represent, resourceValue } from '../schema/resource.ts';
import {
  deviceGroupResource,
  deviceResource,
  grantResource,
  groupResource,
  hotkeyResource,
  operatorResource,
  type Resource,
  seatResource,
  settingsResource,
  sourceResource,
  wallResource,
} from '../schema/resources.ts';

export interface ResourceRoutesOptions {
  readonly directory: Directory;
  readonly newKey: () => string;
}

/** List, get, create, replace and delete for every collection of the directory; the settings are one resource. */
export function addResourceRoutes(app: FastifyInstance, options: ResourceRoutesOptions): void {
  addResource(app, { ...options, resource: deviceResource });
  addResource(app, { ...options, resource: deviceGroupResource });
  addResource(app, { ...options, resource: operatorResource });
  addResource(app, { ...options, resource: groupResource });
  addResource(app, { ...options, resource: grantResource });
  addResource(app, { ...options, resource: hotkeyResource });
  addResource(app, { ...options, resource: seatResource });
  addResource(app, { ...options, resource: wallResource });
  addResource(app, { ...options, resource: sourceResource });
  addSettings(app, options);
}

type ListedName = Exclude<CollectionName, 'settings'>;

const keyParams = z.object({ key: z.string().min(1).max(64) });
const MAY_NOT_CHANGE = ['not-found', 'version-conflict', 'precondition-required', 'conflict'] as const;
/** What else keeps one of a collection from being changed or deleted. */
const ALSO: Partial<Record<CollectionName, readonly ProblemCode[]>> = { operators: ['last-administrator'] };

function addResource<Name extends ListedName>(
  app: FastifyInstance,
  { directory, newKey, resource }: ResourceRoutesOptions & { readonly resource: Resource<Name> },
): void {
  const { collection, tag } = resource;
  const path = `/api/${collection}`;
  const held = () => heldIn<Name>(directory, collection);

  addEndpoint(app, {
    method: 'GET',
    path,
    summary: `List ${words(collection)}`,
    tag,
    query: z.strictObject({ ...pageQuery, ...filterQuery(resource) }),
    result: z.object({ items: z.array(resource.representation), total: z.int(), next: z.string().nullable() }),
    handle({ query }) {
      const { limit, after, q, ...filters } = query;
      const page = pageOf(held(), { resource, wish: { limit, after, q, filters: given(filters) } });
      if (isProblem(page)) return page;
      return ok({ items: page.items.map((item) => represent(item)), total: page.total, next: page.next });
    },
  });

  addEndpoint(app, {
    method: 'POST',
    path,
    summary: `Add to ${words(collection)}`,
    tag,
    body: resource.create,
    result: resource.representation,
    created: true,
    problems: ['conflict', 'already-exists'],
    async handle({ body, actor, signedIn }) {
      if (signedIn?.by.type === 'token' && resource.himself?.(body, null)) return problem('forbidden');
      const key = newKey();
      const value = resourceValue<Name>(key, body, resource.absent?.(body, null));
      const changed = await put(directory, { collection, value, expected: null, actor });
      if (isProblem(changed)) return changed;
      const headers = { location: `${path}/${key}`, etag: etag(changed.version) };
      return { status: 201, body: represent(changed), headers };
    },
  });

  addEndpoint(app, {
    method: 'GET',
    path: `${path}/:key`,
    summary: `One of ${words(collection)}`,
    tag,
    params: keyParams,
    result: resource.representation,
    problems: ['not-found'],
    handle({ params, headers }): Problem | Answer<Representation<Name> | null> {
      const current = held().get(params.key);
      if (current === undefined) return problem('not-found');
      const tagged = { etag: etag(current.version) };
      if (isKnown(headers['if-none-match'], current.version)) return { status: 304, body: null, headers: tagged };
      return ok(represent(current), tagged);
    },
  });

  addEndpoint(app, {
    method: 'PUT',
    path: `${path}/:key`,
    summary: `Replace one of ${words(collection)}`,
    tag,
    params: keyParams,
    body: resource.update,
    result: resource.representation,
    conditional: true,
    problems: [...MAY_NOT_CHANGE, ...(ALSO[collection] ?? [])],
    async handle({ params, headers, body, actor, signedIn }) {
      if (body.key !== undefined && body.key !== params.key) return otherKey();
      const current = held().get(params.key);
      if (current === undefined) return problem('not-found');
      if (signedIn?.by.type === 'token' && resource.himself?.(body, current.value)) return problem('forbidden');
      const expected = expectedVersion(headers['if-match'], seen(current));
      if (isProblem(expected)) return expected;
      const value = resourceValue<Name>(params.key, body, resource.absent?.(body, current.value));
      const changed = await put(directory, { collection, value, expected, actor });
      return isProblem(changed) ? changed : ok(represent(changed), { etag: etag(changed.version) });
    },
  });

  addEndpoint(app, {
    method: 'DELETE',
    path: `${path}/:key`,
    summary: `Delete one of ${words(collection)}`,
    tag,
    params: keyParams,
    result: null,
    conditional: true,
    problems: [...MAY_NOT_CHANGE, ...(ALSO[collection] ?? [])],
    async handle({ params, headers, actor }) {
      const current = held().get(params.key);
      if (current === undefined) return problem('not-found');
      const expected = expectedVersion(headers['if-match'], seen(current));
      if (isProblem(expected)) return expected;
      const changed = await directory.change([{ type: 'delete', collection, key: params.key, expected }], actor);
      return changed.done ? done() : refusalProblem(changed.refusal);
    },
  });
}

function addSettings(app: FastifyInstance, { directory }: ResourceRoutesOptions): void {
  const path = '/api/settings';
  addEndpoint(app, {
    method: 'GET',
    path,
    summary: 'The site’s settings',
    tag: 'Settings',
    result: settingsResource.representation,
    problems: ['not-found'],
    handle() {
      const current = directory.snapshot.settings.get('site');
      return current === undefined
        ? problem('not-found')
        : ok(represent<'settings'>(current), { etag: etag(current.version) });
    },
  });
  addEndpoint(app, {
    method: 'PUT',
    path,
    summary: 'Replace the site’s settings',
    tag: 'Settings',
    body: settingsResource.update,
    result: settingsResource.representation,
    conditional: true,
    problems: MAY_NOT_CHANGE,
    async handle({ headers, body, actor }) {
      if (body.key !== undefined && body.key !== 'site') return otherKey();
      const current = directory.snapshot.settings.get('site');
      if (current === undefined) return problem('not-found');
      const expected = expectedVersion(headers['if-match'], seen<'settings'>(current));
      if (isProblem(expected)) return expected;
      const { secondFactor, pushesOfDisabled } = current.value;
      const value = resourceValue<'settings'>('site', body, { secondFactor, pushesOfDisabled });
      const changed = await put(directory, { collection: 'settings', value, expected, actor });
      return isProblem(changed) ? changed : ok(represent<'settings'>(changed), { etag: etag(changed.version) });
    },
  });
}

async function put<Name extends CollectionName>(
  directory: Directory,
  wish: {
    readonly collection: Name;
    readonly value: Collections[Name];
    readonly expected: number | null;
    readonly actor: Parameters<Directory['change']>[1];
  },
): Promise<Problem | Versioned<Collections[Name]>> {
  const { collection, value, expected, actor } = wish;
  // Name and value belong together by this function's own type, which the union of changes cannot say of a variable.
  const change = { type: 'put', collection, value, expected } as unknown as DirectoryChange;
  const changed = await directory.change([change], actor);
  if (!changed.done) return refusalProblem(changed.refusal);
  return { value, version: changed.value?.version ?? 1 };
}

function refusalProblem(refusal: ChangeRefusal): Problem {
  switch (refusal.type) {
    case 'not-found':
    case 'already-exists':
    case 'last-administrator':
      return problem(refusal.type);
    case 'version-conflict': {
      const { value, version } = refusal.current;
      return problem('version-conflict', { current: { ...Object(value), version } });
    }
    case 'invalid':
    case 'conflict':
      return problem(refusal.type, {
        errors: [{ in: 'body', pointer: refusal.pointer, detail: refusal.message }],
      });
  }
}

function otherKey(): Problem {
  return problem('invalid', { errors: [{ in: 'body', pointer: '/key', detail: 'is another one than the path’s' }] });
}

function seen<Name extends CollectionName>(current: Versioned<Collections[Name]>) {
  return { version: current.version, representation: represent<Name>(current) };
}

function heldIn<Name extends CollectionName>(
  directory: Directory,
  collection: Name,
): ReadonlyMap<string, Versioned<Collections[Name]>> {
  return directory.snapshot[collection];
}

function filterQuery<Name extends CollectionName>(
  resource: Resource<Name>,
): Record<string, z.ZodOptional<z.ZodString>> {
  return Object.fromEntries(Object.keys(resource.filters).map((name) => [name, z.string().max(64).optional()]));
}

function given(filters: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(filters).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])),
  );
}

const words = (collection: string): string => collection.replace('-', ' ');
