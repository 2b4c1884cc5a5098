/** What one field of a request has to do with its refusal: a JSON pointer (RFC 6901) and the manager's words. */
export interface ProblemField {
  readonly pointer: string;
  readonly detail: string;
}

/** An answer of the manager that is not success (RFC 9457). */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly code: string;
  readonly fields: readonly ProblemField[];
  /** The record as it is now, of a change that came too late. */
  readonly current: unknown;
  /** Seconds until it is worth trying again. */
  readonly retryAfter: number | null;

  constructor(problem: {
    readonly status: number;
    readonly code: string;
    readonly message: string;
    readonly fields?: readonly ProblemField[];
    readonly current?: unknown;
    readonly retryAfter?: number | null;
  }) {
    super(problem.message);
    this.status = problem.status;
    this.code = problem.code;
    this.fields = problem.fields ?? [];
    this.current = problem.current;
    this.retryAfter = problem.retryAfter ?? null;
  }
}

/** The manager was not reached at all: whoever asked may ask again. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** Reads what a response that is not success says; anything that is no problem document gets its status line. */
export function problemOf(response: Response, body: unknown): ProblemError {
  const fields = isRecord(body) ? body : {};
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  return new ProblemError({
    status: response.status,
    code: text('code'),
    message: text('detail') || text('title') || `${response.status} ${response.statusText}`,
    fields: (Array.isArray(fields.errors) ? fields.errors : []).flatMap(fieldOf),
    current: fields.current,
    retryAfter: Number.isFinite(retryAfter) ? retryAfter : null,
  });
}

function fieldOf(value: unknown): readonly ProblemField[] {
  if (!isRecord(value)) return [];
  const { pointer, detail } = value;
  return typeof pointer === 'string' && typeof detail === 'string' ? [{ pointer, detail }] : [];
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
