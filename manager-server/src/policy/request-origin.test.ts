import { describe, expect, test } from 'vitest';
import { isLocal, isOwnRequest, isOwnSocket } from './request-origin.ts';

const host = 'kvm.example:8080';

describe('a WebSocket', () => {
  test.each([
    ['https://kvm.example:8080', true],
    ['http://kvm.example:8080', false],
    ['https://kvm.example', false],
    ['https://kvm.example:8443', false],
    ['https://sub.kvm.example:8080', false],
    ['https://kvm.example:8080.evil.example', false],
    ['https://evil.example', false],
    ['null', false],
    ['', false],
    [undefined, false],
  ])('from %s is our own page’s: %s', (origin, own) => {
    expect(isOwnSocket({ host, ...(origin === undefined ? {} : { origin }) }, 'https')).toBe(own);
  });

  test('knows the default port left out', () => {
    expect(isOwnSocket({ host: 'kvm.example:443', origin: 'https://kvm.example' }, 'https')).toBe(true);
  });
});

describe('a request that changes something', () => {
  test.each([
    [{}, true],
    [{ origin: 'https://kvm.example:8080' }, true],
    [{ origin: 'https://kvm.example:8080', 'sec-fetch-site': 'same-origin' }, true],
    [{ origin: 'https://evil.example' }, false],
    [{ origin: 'null' }, false],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': 'same-site' }, false],
  ])('with %j may go on: %s', (headers, own) => {
    expect(isOwnRequest({ host, ...headers }, 'https')).toBe(own);
  });
});

describe('a program on this machine', () => {
  test.each([
    ['127.0.0.1', { host: '127.0.0.1:8080' }, true],
    ['::1', { host: '[::1]:8080' }, true],
    ['::ffff:127.0.0.1', { host: 'localhost:8080' }, true],
    ['192.0.2.7', { host: '127.0.0.1:8080' }, false],
    ['127.0.0.1', { host: 'rebound.evil.example:8080' }, false],
    ['127.0.0.1', { host: 'localhost', 'x-forwarded-for': '127.0.0.1' }, false],
    ['127.0.0.1', { host: 'localhost', forwarded: 'for=127.0.0.1' }, false],
    ['127.0.0.1', {}, false],
  ])('at %s with %j is one: %s', (address, headers, local) => {
    expect(isLocal(address, headers)).toBe(local);
  });
});
