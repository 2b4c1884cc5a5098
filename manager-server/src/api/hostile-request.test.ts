import { expect, test } from 'vitest';
import { startApp } from './sample-app.ts';

// Requests that once were answered with 500, by fuzzing (test/security/fuzz).

test.each(['/assets/%2e%2e%2f', '/assets/%2e%2e%2f?limit=0', '/assets/..%2f..%2fetc%2fpasswd'])(
  '%s, which leads out of the folder of the pages, is missing',
  async (url) => {
    const { asNobody } = await startApp();
    expect((await asNobody('GET', url)).json).toMatchObject({ status: 404, code: 'not-found' });
  },
);
