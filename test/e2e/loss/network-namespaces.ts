import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The wire's two ends. TEST-NET-2 (RFC 5737): nobody has these addresses. */
export const TRANSMITTER = '198.51.100.1';
export const RECEIVER = '198.51.100.2';

const TABLE = 'seatmatrix_loss';

/** Why this machine has no network namespaces for us; null when it has. */
export function namespacesMissing(): string | null {
  if (process.getuid?.() !== 0) return 'not root';
  for (const program of ['/usr/sbin/ip', '/usr/sbin/nft']) if (!existsSync(program)) return `no ${program}`;
  const name = `smprobe${process.pid}`;
  const made = spawnSync('ip', ['netns', 'add', name], { encoding: 'utf8' });
  spawnSync('ip', ['netns', 'delete', name]);
  return made.status === 0 ? null : made.stderr.trim();
}

/** Two namespaces with a wire between them, and nftables that drop a part of what arrives at either. */
export class NetworkNamespaces implements Disposable {
  readonly transmitter = `smtx${process.pid}`;
  readonly receiver = `smrx${process.pid}`;

  constructor() {
    const [tx, rx] = [this.transmitter, this.receiver];
    const [here, there] = [`smt${process.pid}`, `smr${process.pid}`];
    run('ip', ['netns', 'add', tx]);
    run('ip', ['netns', 'add', rx]);
    run('ip', ['link', 'add', here, 'netns', tx, 'type', 'veth', 'peer', 'name', there, 'netns', rx]);
    for (const [namespace, link, address] of [
      [tx, here, TRANSMITTER],
      [rx, there, RECEIVER],
    ] as const) {
      run('ip', ['-n', namespace, 'address', 'add', `${address}/24`, 'dev', link]);
      run('ip', ['-n', namespace, 'link', 'set', link, 'up']);
      run('ip', ['-n', namespace, 'link', 'set', 'lo', 'up']);
    }
  }

  /** Both ways; 0 ends it. */
  lose(percent: number): void {
    for (const namespace of [this.transmitter, this.receiver]) {
      // Declared and deleted, so that it is gone whether it was there or not.
      const rules = [`table ip ${TABLE} {}`, `delete table ip ${TABLE}`];
      if (percent > 0) {
        const drop = `iifname != "lo" meta l4proto udp numgen random mod 1000 < ${Math.round(percent * 10)} counter drop`;
        rules.push(`table ip ${TABLE} { chain input { type filter hook input priority 0; ${drop}; }; }`);
      }
      run('ip', ['netns', 'exec', namespace, 'nft', rules.join('\n')]);
    }
  }

  [Symbol.dispose](): void {
    for (const namespace of [this.transmitter, this.receiver]) spawnSync('ip', ['netns', 'delete', namespace]);
  }
}

function run(program: string, parameters: readonly string[]): void {
  const { status, stderr } = spawnSync(program, parameters, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${parameters.join(' ')}: ${stderr}`);
}
