import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export interface DebianPackage {
  readonly name: string;
  /** A file that the package brings: there means installed. */
  readonly brings: string;
}

/** What some tests need beside npm packages. */
export const debianPackages: readonly DebianPackage[] = [
  { name: 'busybox-static', brings: '/bin/busybox' },
  { name: 'chromium', brings: '/usr/bin/chromium' },
  { name: 'gstreamer1.0-libav', brings: '/usr/share/doc/gstreamer1.0-libav' },
  { name: 'gstreamer1.0-plugins-bad', brings: '/usr/share/doc/gstreamer1.0-plugins-bad' },
  { name: 'gstreamer1.0-plugins-base', brings: '/usr/share/doc/gstreamer1.0-plugins-base' },
  { name: 'gstreamer1.0-plugins-good', brings: '/usr/share/doc/gstreamer1.0-plugins-good' },
  { name: 'gstreamer1.0-plugins-ugly', brings: '/usr/share/doc/gstreamer1.0-plugins-ugly' },
  { name: 'gstreamer1.0-tools', brings: '/usr/bin/gst-launch-1.0' },
  { name: 'gstreamer1.0-x', brings: '/usr/share/doc/gstreamer1.0-x' },
  { name: 'iproute2', brings: '/usr/sbin/ip' },
  { name: 'libusb-1.0-0', brings: '/usr/share/doc/libusb-1.0-0' },
  { name: 'libxdamage1', brings: '/usr/share/doc/libxdamage1' },
  { name: 'libxi6', brings: '/usr/share/doc/libxi6' },
  { name: 'libyuv0', brings: '/usr/share/doc/libyuv0' },
  { name: 'nftables', brings: '/usr/sbin/nft' },
  { name: 'openbox', brings: '/usr/bin/openbox' },
  { name: 'qemu-system-x86', brings: '/usr/bin/qemu-system-x86_64' },
  { name: 'tigervnc-viewer', brings: '/usr/bin/xtigervncviewer' },
  { name: 'x11-xserver-utils', brings: '/usr/bin/xrandr' },
  { name: 'x11vnc', brings: '/usr/bin/x11vnc' },
  { name: 'xterm', brings: '/usr/bin/xterm' },
  { name: 'xvfb', brings: '/usr/bin/Xvfb' },
  { name: 'xz-utils', brings: '/usr/bin/xz' },
];

export type Preparation =
  | { readonly type: 'ready' }
  | { readonly type: 'installed'; readonly names: readonly string[] }
  /** Some tests will be skipped by name; `command` brings what they need. */
  | { readonly type: 'missing'; readonly names: readonly string[]; readonly command: string };

/** Installs what is missing when nobody has to be asked: as root, or where sudo wants no password. */
export function prepareDebianPackages(say: (line: string) => void): Preparation {
  const missing = debianPackages.filter((each) => !existsSync(each.brings)).map((each) => each.name);
  if (missing.length === 0) return { type: 'ready' };
  const command = `sudo apt-get install --yes ${missing.join(' ')}`;
  const prefix = silentPrefix();
  if (prefix === null || !existsSync('/usr/bin/apt-get')) return { type: 'missing', names: missing, command };
  say(`Installing ${missing.join(', ')} for the tests …`);
  for (const step of [['update'], ['install', '--yes', '--no-install-recommends', ...missing]]) {
    const [program = '', ...rest] = [...prefix, 'apt-get', '-qq', ...step];
    const run = spawnSync(program, rest, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (run.status !== 0) return { type: 'missing', names: missing, command };
  }
  return { type: 'installed', names: missing };
}

function silentPrefix(): readonly string[] | null {
  if (process.getuid?.() === 0) return [];
  const sudo = spawnSync('sudo', ['--non-interactive', 'true'], { stdio: 'ignore' });
  return sudo.status === 0 ? ['sudo', '--non-interactive'] : null;
}
