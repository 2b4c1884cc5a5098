import { registerHooks } from 'node:module';

/** Every file that was loaded: what the guest has to have of this tree and of node_modules. */
export const loaded = new Set<string>();

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'vitest' ? next(new URL('./vitest.ts', import.meta.url).href, context) : next(specifier, context),
  load(url, context, next) {
    loaded.add(url);
    return next(url, context);
  },
});
