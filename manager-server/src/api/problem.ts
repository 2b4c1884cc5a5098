import type { FastifyReply } from 'fastify';
import { z } from 'zod';

/** Everything that the API answers instead of success (RFC 9457), by code. Codes are never reused. */
export const problemCatalogue = {
  malformed: { status: 400, title: 'The request cannot be read' },
  invalid: { status: 400, title: 'The request has values that are not allowed' },
  'password-too-short': { status: 400, title: 'The password is too short' },
  'password-too-common': { status: 400, title: 'The password is too easy to guess' },
  'not-signed-in': { status: 401, title: 'Nobody is signed in' },
  'wrong-credentials': { status: 401, title: 'Name and password do not match' },
  'code-wanted': { status: 401, title: 'The code of the second factor is wanted as well' },
  'wrong-code': { status: 401, title: 'The code of the second factor is wrong or used up' },
  'wrong-password': { status: 403, title: 'The current password is another one' },
  forbidden: { status: 403, title: 'This is not for you' },
  'second-factor-missing': { status: 403, title: 'This site wants a second factor of you; enrol one first' },
  'password-replaced-first': {
    status: 403,
    title: 'Your password is too short for the pages; change it or enrol a second factor first',
  },
  'confirmation-wanted': { status: 403, title: 'Type your password once more for this' },
  'foreign-origin': { status: 403, title: 'Another site asked for this' },
  'claim-code-wrong': { status: 403, title: 'The claim code is another one' },
  'claim-code-expired': { status: 403, title: 'The claim code has ended; restart the manager for a new one' },
  'not-found': { status: 404, title: 'There is nothing here' },
  conflict: { status: 409, title: 'Something else is in the way' },
  'already-exists': { status: 409, title: 'It exists already' },
  'already-claimed': { status: 409, title: 'The site has an administrator' },
  'last-administrator': { status: 409, title: 'The last administrator stays' },
  'second-factor-required': { status: 409, title: 'This site wants a second factor of you' },
  'none-begun': { status: 409, title: 'No enrolment is under way; begin one' },
  'too-many': { status: 409, title: 'There are too many' },
  'boxes-waiting': { status: 409, title: 'Some boxes do not know the next CA, or still need the former one' },
  'box-offline': { status: 409, title: 'The box is not connected' },
  'viewer-refused': { status: 409, title: 'The picture cannot be sent there' },
  'wrong-kind': { status: 409, title: 'The box is of another kind than the device' },
  'device-taken': { status: 409, title: 'Another box has this place' },
  'import-refused': { status: 409, title: 'The file cannot be taken as it is' },
  'restore-refused': { status: 409, title: 'This backup cannot be restored here' },
  'version-conflict': { status: 412, title: 'Somebody else changed it meanwhile' },
  'too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'The body is not JSON' },
  'precondition-required': { status: 428, title: 'Say which version you saw, in If-Match' },
  throttled: { status: 429, title: 'Too many attempts; wait a moment' },
  internal: { status: 500, title: 'The manager made a mistake; its log says which' },
  'not-claimed': { status: 503, title: 'The site has no administrator yet' },
  'store-failed': { status: 503, title: 'The store takes no changes' },
} as const;

export type ProblemCode = keyof typeof problemCatalogue;

/** What one field of the request has to do with it. */
export interface ProblemField {
  readonly in: 'body' | 'query' | 'path' | 'header';
  /** JSON pointer (RFC 6901) into that part. */
  readonly pointer: string;
  readonly detail: string;
}

export interface Problem {
  readonly problem: ProblemCode;
  /** Words for people, beyond the title. */
  readonly detail?: string;
  readonly errors?: readonly ProblemField[];
  /** The resource as it is now, for `version-conflict`. */
  readonly current?: unknown;
  /** Seconds until it is worth trying again. */
  readonly retryAfter?: number;
}

export const PROBLEM_TYPE = 'application/problem+json';

export const problemSchema = z
  .object({
    type: z.string().meta({ description: 'urn:seatmatrix:problem: and the code' }),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string().optional(),
    errors: z
      .array(z.object({ in: z.enum(['body', 'query', 'path', 'header']), pointer: z.string(), detail: z.string() }))
      .optional(),
    current: z.unknown().optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' });

export function problem(code: ProblemCode, more: Omit<Problem, 'problem'> = {}): Problem {
  return { problem: code, ...more };
}

export function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'problem' in value;
}

/** What goes over the wire. */
export function problemBody({ problem: code, detail, errors, current }: Problem): z.output<typeof problemSchema> {
  const { status, title } = problemCatalogue[code];
  return {
    type: `urn:seatmatrix:problem:${code}`,
    title,
    status,
    code,
    ...(detail === undefined ? {} : { detail }),
    ...(errors === undefined ? {} : { errors: [...errors] }),
    ...(current === undefined ? {} : { current }),
  };
}

export function sendProblem(reply: FastifyReply, refused: Problem): FastifyReply {
  if (refused.retryAfter !== undefined) reply.header('retry-after', Math.ceil(refused.retryAfter));
  return reply
    .code(problemCatalogue[refused.problem].status)
    .type(PROBLEM_TYPE)
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problemBody(refused));
}
