/**
 * When this version was made. A clock that shows an earlier time is wrong: boxes without one of their own start in 1970,
 * and would take every certificate for one of the future. Raised with every release.
 */
export const RELEASED_AT = new Date('2026-11-22T00:00:00Z');

/**
 * From when on the site's certificates are valid: before the first release, so that a box of any version, whose clock is
 * wrong, takes those of a manager of any other.
 */
export const CERTIFICATES_FROM = new Date('2026-01-01T00:00:00Z');
