import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { BoxSide, ForeignViewerRefusal } from '../box-side.ts';
import { addEndpoint, ok } from '../endpoint.ts';
import { foreignViewerInput, foreignViewerOf, foreignViewerSchema } from '../foreign-viewer.ts';
import { type Problem, problem } from '../problem.ts';
import { deviceKeySchema } from '../schema/key.ts';

/** For tests with a receiver of somebody else. The answer has the stream's keys: an administrator's alone, told once. */
export function addForeignViewerRoutes(app: FastifyInstance, boxSide: BoxSide): void {
  addEndpoint(app, {
    method: 'POST',
    path: '/api/devices/:key/foreign-viewer',
    summary: 'Send a transmitter’s picture to a receiver of somebody else for a while, as SRTP',
    tag: 'Devices',
    params: z.object({ key: deviceKeySchema }),
    body: foreignViewerInput,
    result: foreignViewerSchema,
    problems: ['not-found', 'box-offline', 'viewer-refused'],
    async handle({ params, body, actor }) {
      const answer = await boxSide.foreignViewer({ device: params.key, ...body, actor });
      return typeof answer === 'string' ? refused(answer) : ok(foreignViewerOf(answer, body));
    },
  });
}

function refused(refusal: ForeignViewerRefusal): Problem {
  switch (refusal) {
    case 'unknown-device':
      return problem('not-found');
    case 'offline':
      return problem('box-offline');
    case 'no-transmitter':
      return problem('viewer-refused', { detail: 'only a transmitter has a picture to send' });
    case 'cannot':
      return problem('viewer-refused', { detail: 'the transmitter cannot send its picture as SRTP now' });
    case 'no-answer':
      return problem('viewer-refused', { detail: 'the transmitter does not answer' });
  }
}
