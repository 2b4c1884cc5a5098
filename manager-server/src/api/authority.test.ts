import { expect, test } from 'vitest';
import { startApp } from './sample-app.ts';

test('an administrator sees the site’s CA and takes the steps of its change in their order; a token cannot', async () => {
  const { request } = await startApp();
  expect((await request('GET', '/api/certificate-authority')).json).toMatchObject({ phase: 'settled', waiting: [] });
  const path = '/api/certificate-authority/rotation';
  expect((await request('POST', path, { body: { step: 'prepare' } })).status).toBe(204);
  expect((await request('POST', path, { body: { step: 'drop' } })).json).toMatchObject({
    status: 409,
    code: 'conflict',
  });
  expect((await request('POST', path, { body: { step: 'restart' } })).status).toBe(400);
});
