import { silentLog, systemClock } from '../kernel/index.ts';
import { makeTestAuthority } from '../testing/test-authority.ts';
import { fingerprintOfCertificate } from './certificate.ts';
import { createTlsNetwork } from './tls-network.ts';
import { transportContract } from './transport.contract.ts';

const authority = await makeTestAuthority();
const manager = await authority.issue({ role: 'manager' });
const box = await authority.issue({ role: 'box' });

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

// Real sockets on loopback: this is the edge, and the one place where time is real.
transportContract('the TLS network', async () => ({
  server: createTlsNetwork({ identity: () => manager, clock: systemClock, log: silentLog }),
  client: createTlsNetwork({ identity: () => box, clock: systemClock, log: silentLog }),
  serverFingerprint: fingerprintOfCertificate(manager.certificate),
  clientFingerprint: fingerprintOfCertificate(box.certificate),
  host: '127.0.0.1',
  deadPort: 9,
  async until(condition) {
    for (let tries = 0; !condition(); tries++) {
      if (tries > 500) throw new Error('the condition did not come to hold');
      await wait(5);
    }
  },
  quiet: () => wait(50),
  stop: async () => undefined,
}));
