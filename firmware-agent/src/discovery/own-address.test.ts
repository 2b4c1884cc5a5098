import { describe, expect, it } from 'vitest';
import { ownAddressTowards } from './own-address.ts';

describe('the address that a box tells others', () => {
  it('is the one it has towards the manager', async () => {
    expect(await ownAddressTowards({ host: '127.0.0.1', port: 8443 })).toBe('127.0.0.1');
  });

  it('is unknown, and not every address, while the manager’s name leads nowhere', async () => {
    expect(await ownAddressTowards({ host: '..', port: 8443 })).toBeNull();
  });
});
