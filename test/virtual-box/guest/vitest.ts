import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export { describe, it, test } from './test-collector.ts';

/*
 * What `import … from 'vitest'` is in the guest (see hooks.ts). Vitest itself wants Vite and a pool of processes, which
 * take half a minute to start under emulation; its `expect` does well alone.
 */
const vitest = join(dirname(fileURLToPath(import.meta.resolve('vitest/package.json'))), 'dist/index.js');

export const { expect }: { readonly expect: unknown } = await import(pathToFileURL(vitest).href);
