import { fingerprint } from '@seatmatrix/protocol/domain';
import { describe, expect, it } from 'vitest';
import { mediaPlace, multicastGroup } from './media-place.ts';

const box = { fingerprint: fingerprint('aa'.repeat(32)), port: 8444 };

describe('the place of a box for SRTP', () => {
  it("is the peer listener's address, where that is IPv4", () => {
    expect(mediaPlace({ peerHost: '10.0.0.5', mediaPort: 9 })).toEqual({ host: '10.0.0.5', port: 9 });
    expect(mediaPlace({ peerHost: '::', mediaPort: 9 })).toEqual({ host: '0.0.0.0', port: 9 });
  });

  it('has no group with unicast, and the one that was chosen with multicast', () => {
    expect(multicastGroup({ type: 'unicast' }, box)).toBeNull();
    expect(multicastGroup({ type: 'multicast', group: '239.1.2.3' }, box)).toEqual({ host: '239.1.2.3', port: 8444 });
  });

  it('has a group of its own otherwise, the same every time', () => {
    const one = multicastGroup({ type: 'multicast', group: null }, box);
    const other = multicastGroup(
      { type: 'multicast', group: null },
      { ...box, fingerprint: fingerprint('bb'.repeat(32)) },
    );
    expect(one?.host).toMatch(/^239\.19[2-5]\.\d+\.\d+$/);
    expect(one).toEqual(multicastGroup({ type: 'multicast', group: null }, box));
    expect(one).not.toEqual(other);
  });
});
