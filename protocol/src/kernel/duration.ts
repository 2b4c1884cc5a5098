import type { Brand } from './brand.ts';

/** A length of time in milliseconds. */
export type Duration = Brand<number, 'Duration'>;

/** Milliseconds on a monotonic clock: only differences mean anything, and never across processes. */
export type Instant = Brand<number, 'Instant'>;

export const milliseconds = (value: number): Duration => value as Duration;
export const seconds = (value: number): Duration => (value * 1000) as Duration;
export const minutes = (value: number): Duration => (value * 60_000) as Duration;

export const instant = (value: number): Instant => value as Instant;
export const after = (start: Instant, duration: Duration): Instant => (start + duration) as Instant;
export const between = (start: Instant, end: Instant): Duration => (end - start) as Duration;
