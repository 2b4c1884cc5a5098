/** An answer of the manager that is not success, in its own words (RFC 9457). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly code: string;

  constructor(problem: { readonly status: number; readonly code: string; readonly message: string }) {
    super(problem.message);
    this.status = problem.status;
    this.code = problem.code;
  }
}

/** One request to the manager's API. The body and the answer are JSON; 204 answers undefined. */
export async function request(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  });
  if (response.ok) return response.status === 204 ? undefined : await response.json();
  throw await problemOf(response);
}

async function problemOf(response: Response): Promise<ProblemError> {
  const type = response.headers.get('content-type') ?? '';
  const fields: unknown = type.includes('json') ? await response.json() : null;
  const text = (name: string) => (isRecord(fields) && typeof fields[name] === 'string' ? fields[name] : '');
  return new ProblemError({
    status: response.status,
    code: text('code'),
    message: text('detail') || text('title') || `${response.status} ${response.statusText}`,
  });
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Field of an answer as text; empty when it is missing or of another type. */
export const textOf = (value: unknown, field: string): string =>
  isRecord(value) && typeof value[field] === 'string' ? value[field] : '';

export const listOf = (value: unknown, field: string): readonly unknown[] =>
  isRecord(value) && Array.isArray(value[field]) ? value[field] : [];
