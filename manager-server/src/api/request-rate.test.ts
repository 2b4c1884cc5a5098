import { milliseconds } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { describe, expect, test } from 'vitest';
import { REQUESTS_A_SECOND, RequestRate } from './request-rate.ts';
import { startApp } from './sample-app.ts';

describe('who asks too often', () => {
  test('waits, and nobody else does', async () => {
    const clock = new VirtualClock();
    const rate = new RequestRate(clock);
    const asked = (address: string, count: number) =>
      Array.from({ length: count }, () => rate.mayAsk(address)).filter((may) => may).length;
    expect(asked('10.0.0.9', REQUESTS_A_SECOND + 50)).toBe(REQUESTS_A_SECOND);
    expect(asked('10.0.0.10', 1)).toBe(1);
    expect(asked('127.0.0.1', 10 * REQUESTS_A_SECOND)).toBe(10 * REQUESTS_A_SECOND);
    await clock.advance(milliseconds(100));
    expect(asked('10.0.0.9', 500)).toBe(REQUESTS_A_SECOND / 10);
  });

  test('is told so, with the time to wait', async () => {
    const { app } = await startApp();
    const ask = () => app.server.inject({ url: '/healthz', remoteAddress: '10.0.0.9' });
    const answers = await Promise.all(Array.from({ length: 3 * REQUESTS_A_SECOND }, ask));
    const refused = answers.filter(({ statusCode }) => statusCode === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.headers['retry-after']).toBe('1');
    expect(refused[0]?.json().code).toBe('throttled');
    expect((await app.server.inject({ url: '/healthz', remoteAddress: '10.0.0.10' })).statusCode).toBe(200);
  });
});
