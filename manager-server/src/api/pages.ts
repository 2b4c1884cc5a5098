import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fastifyStatic } from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { problem, sendProblem } from './problem.ts';

/** The one document; what it shows, it takes from its address. */
const DOCUMENT = 'index.html';

/** Everything that a person may open or come back to by an address of its own. */
const pagePaths = [
  '/',
  '/sign-in',
  '/claim',
  '/console/*',
  '/devices',
  '/people',
  '/hotkeys',
  '/places',
  '/sessions',
  '/audit',
  '/settings',
  '/matrix',
  '/account',
  '/security',
] as const;

/** A year: what is under /assets has its content's hash in its name. */
const FOREVER = 31_536_000_000;

/** Serves the built pages. Until the site is claimed every path leads to the claim page. */
export async function addPages(
  app: FastifyInstance,
  { folder, claimed }: { readonly folder: string; readonly claimed: () => boolean },
): Promise<void> {
  await app.register(fastifyStatic, { root: folder, serve: false, preCompressed: true });
  for (const path of pagePaths) {
    app.get(path, { schema: { hide: true } }, (_request, reply) => {
      if (!claimed() && path !== '/claim') return reply.redirect('/claim');
      if (claimed() && path === '/claim') return reply.redirect('/');
      if (!existsSync(join(folder, DOCUMENT))) {
        return sendProblem(reply, problem('not-found', { detail: 'the pages are not built' }));
      }
      // A document names its assets by hash: an old one would ask for files that are gone.
      return reply.header('cache-control', 'no-cache').sendFile(DOCUMENT, { cacheControl: false });
    });
  }
  app.get('/icon.svg', { schema: { hide: true } }, (_request, reply) => reply.sendFile('icon.svg'));
  app.get('/assets/*', { schema: { hide: true } }, (request, reply) => {
    const { '*': path } = request.params as { readonly '*': string };
    return reply.sendFile(path, join(folder, 'assets'), { immutable: true, maxAge: FOREVER });
  });
}
