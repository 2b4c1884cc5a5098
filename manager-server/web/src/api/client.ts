import createClient from 'openapi-fetch';
import { setReachable } from '../live/connection.ts';
import type { paths } from './generated/openapi.ts';
import { ProblemError, problemOf, UnreachableError } from './problem.ts';

/** The manager's API, typed by its own OpenAPI document. */
export const api = createClient<paths>({ credentials: 'same-origin', fetch: reach });

/** Milliseconds. */
const PROBE_AFTER = 2000;

interface Asked<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** The answer's body; throws `ProblemError` for what the manager refused, `UnreachableError` when it did not answer. */
export async function answerOf<Data>(asked: Promise<Asked<Data>>): Promise<NonNullable<Data>> {
  const { data, error, response } = await asked;
  if (response.ok && data !== undefined && data !== null) return data;
  const problem = problemOf(response, error);
  if (problem.code === 'not-signed-in') onSignedOut();
  throw problem;
}

/** As `answerOf`, where success has no body. */
export async function doneOf(asked: Promise<Asked<unknown>>): Promise<void> {
  const { error, response } = await asked;
  if (response.ok) return;
  const problem = problemOf(response, error);
  if (problem.code === 'not-signed-in') onSignedOut();
  throw problem;
}

let onSignedOut: () => void = () => undefined;

/** Called whenever the manager says that nobody is signed in any more. */
export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

async function reach(request: Request): Promise<Response> {
  try {
    const response = await fetch(request);
    setReachable(true);
    return response;
  } catch (cause) {
    setReachable(false);
    probeLater();
    throw new UnreachableError('the manager does not answer', { cause });
  }
}

let probe = 0;

/** Until the manager answers anything: what a person did is not repeated by itself, and the page says when it can be. */
function probeLater(): void {
  window.clearTimeout(probe);
  probe = window.setTimeout(() => void api.GET('/api/claim').catch(() => undefined), PROBE_AFTER);
}

/** Worth asking again by itself: the manager was away, or could not just then. */
export const isPassing = (error: unknown): boolean =>
  error instanceof UnreachableError || (error instanceof ProblemError && error.status >= 500);
