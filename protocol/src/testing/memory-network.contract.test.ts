import { fingerprint } from '../domain/index.ts';
import { transportContract } from '../link/transport.contract.ts';
import { MemoryNetwork } from './memory-network.ts';
import { VirtualClock } from './virtual-clock.ts';

transportContract('the memory network', async () => {
  const clock = new VirtualClock();
  const network = new MemoryNetwork(clock);
  const serverFingerprint = fingerprint('aa'.repeat(32));
  const clientFingerprint = fingerprint('bb'.repeat(32));
  return {
    server: network.host({
      name: 'manager',
      identity: () => ({ fingerprint: serverFingerprint, standing: 'site', role: 'manager' }),
    }),
    client: network.host({
      name: 'box',
      identity: () => ({ fingerprint: clientFingerprint, standing: 'site', role: 'box' }),
    }),
    serverFingerprint,
    clientFingerprint,
    host: 'manager',
    deadPort: 9,
    async until(condition) {
      await clock.settle();
      if (!condition()) throw new Error('the condition does not hold once everything has settled');
    },
    quiet: () => clock.settle(),
    stop: async () => undefined,
  };
});
