/** What Vitest's own `describe` and `test` are in the guest: they note what there is to do, and main.ts does it. */
export interface CollectedTest {
  /** The names of its suites and its own. */
  readonly name: string;
  readonly run: (context: { readonly skip: (reason: string) => never }) => unknown;
}

export const collected: CollectedTest[] = [];

const suites: string[] = [];

export function describe(name: string, body: () => void): void {
  suites.push(name);
  body();
  suites.pop();
}

export function test(name: string, run: CollectedTest['run']): void {
  collected.push({ name: [...suites, name].join(' › '), run });
}

export const it = test;
