import { existsSync } from 'node:fs';
import { Fault } from '@seatmatrix/protocol/kernel';

/** What a benchmark needs of Debian, by a file that each package brings. */
const PACKAGES = {
  xvfb: '/usr/bin/Xvfb',
  'gstreamer1.0-plugins-ugly': '/usr/share/doc/gstreamer1.0-plugins-ugly',
  'gstreamer1.0-libav': '/usr/share/doc/gstreamer1.0-libav',
  x11vnc: '/usr/bin/x11vnc',
  'tigervnc-viewer': '/usr/bin/xtigervncviewer',
} as const;

export type ScreenPackage = keyof typeof PACKAGES;

/** Throws `driver-unavailable`, in one line with the command that helps. */
export function requirePackages(bench: string, names: readonly ScreenPackage[]): void {
  const missing = names.filter((name) => !existsSync(PACKAGES[name]));
  if (missing.length === 0) return;
  throw new Fault({
    code: 'driver-unavailable',
    message: `${bench} needs ${missing.join(', ')}: sudo apt-get install --yes ${missing.join(' ')}`,
  });
}
