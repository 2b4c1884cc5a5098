import type { FastifySchemaCompiler } from 'fastify';
import type { z } from 'zod';
import type { ProblemField } from './problem.ts';

/** A part of a request that its schema does not take. Fastify hands it to the error handler, which makes a problem. */
export class InputRefused extends Error {
  override readonly name = 'InputRefused';
  readonly statusCode = 400;
  readonly fields: readonly ProblemField[];

  constructor(fields: readonly ProblemField[]) {
    super('the request has values that are not allowed');
    this.fields = fields;
  }
}

/** Checks requests by their zod schemas, and says of every wrong value where it stands. */
export const compileValidator: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const part = partNames[httpPart ?? 'body'] ?? 'body';
  return (data: unknown) => {
    const result = schema.safeParse(data);
    if (result.success) return { value: result.data };
    return { error: new InputRefused(result.error.issues.map((issue) => fieldOf(part, issue))) };
  };
};

const partNames: Readonly<Record<string, ProblemField['in']>> = {
  querystring: 'query',
  params: 'path',
  headers: 'header',
  body: 'body',
};

function fieldOf(part: ProblemField['in'], issue: z.core.$ZodIssue): ProblemField {
  return { in: part, pointer: pointerTo(issue.path), detail: issue.message };
}

/** RFC 6901: ~ and / in a name are written ~0 and ~1. */
function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
