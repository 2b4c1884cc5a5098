import openapiTypes, { astToString } from 'openapi-typescript';
import { startApp } from '../../src/api/sample-app.ts';

/** Where the page has what it knows of the API. */
export const clientTypesPath = new URL('../../web/src/api/generated/openapi.ts', import.meta.url).pathname;

/** The types of the page's client, made of the OpenAPI document that the manager itself gives. */
export async function clientTypes(): Promise<string> {
  const { request } = await startApp();
  const { json } = await request('GET', '/openapi.json');
  // Not `immutable`: openapi-fetch 0.17 takes a read-only list for an object and maps its methods away.
  const types = await openapiTypes(json, { alphabetize: true, rootTypes: false });
  return `// Made by npm run generate:client of the manager's OpenAPI document.\n\n${astToString(types)}`;
}
