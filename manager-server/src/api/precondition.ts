import { type Problem, problem } from './problem.ts';
import { etag } from './schema/resource.ts';

/**
 * The version that the client saw, by If-Match; a problem when it says none, or one that is not `current`. `*` takes
 * whatever is there. Weak tags never match (RFC 9110 §13.1.1).
 */
export function expectedVersion(
  ifMatch: string | undefined,
  current: { readonly version: number; readonly representation: unknown },
): number | Problem {
  if (ifMatch === undefined || ifMatch.trim() === '') return problem('precondition-required');
  const tags = ifMatch.split(',').map((tag) => tag.trim());
  if (tags.includes('*') || tags.includes(etag(current.version))) return current.version;
  return problem('version-conflict', { current: current.representation });
}

/** Whether the client already has this version, by If-None-Match; weak comparison. */
export function isKnown(ifNoneMatch: string | undefined, version: number): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(etag(version));
}

/** The same for what has a revision and no representation: null when it was seen. */
export function missedRevision(ifMatch: string | undefined, revision: string): Problem | null {
  if (ifMatch === undefined || ifMatch.trim() === '') return problem('precondition-required');
  const tags = ifMatch.split(',').map((tag) => tag.trim());
  return tags.includes(`"${revision}"`) ? null : movedMeanwhile();
}

export const movedMeanwhile = (): Problem =>
  problem('version-conflict', {
    detail: 'the site is another than the dry run saw; run it dry once more and look what would change now',
  });
