import { existsSync } from 'node:fs';
import { Fault } from '@seatmatrix/protocol/kernel';

/** Debian packages, by a file that each brings. */
type Packages = Readonly<Record<string, string>>;

/** What a site with real screens needs. */
export const SCREENS: Packages = {
  xvfb: '/usr/bin/Xvfb',
  libxdamage1: '/usr/share/doc/libxdamage1',
  libyuv0: '/usr/share/doc/libyuv0',
  'gstreamer1.0-plugins-base': '/usr/share/doc/gstreamer1.0-plugins-base',
  'gstreamer1.0-plugins-good': '/usr/share/doc/gstreamer1.0-plugins-good',
  'gstreamer1.0-plugins-ugly': '/usr/share/doc/gstreamer1.0-plugins-ugly',
  'gstreamer1.0-libav': '/usr/share/doc/gstreamer1.0-libav',
};

export const RIVAL: Packages = {
  x11vnc: '/usr/bin/x11vnc',
  'tigervnc-viewer': '/usr/bin/xtigervncviewer',
};

export const isInstalled = (packages: Packages): boolean => Object.values(packages).every((path) => existsSync(path));

/** Throws `driver-unavailable`, in one line with the command that helps. */
export function requirePackages(bench: string, packages: Packages): void {
  const missing = Object.entries(packages).flatMap(([name, path]) => (existsSync(path) ? [] : [name]));
  if (missing.length === 0) return;
  throw new Fault({
    code: 'driver-unavailable',
    message: `${bench} needs ${missing.join(', ')}: sudo apt-get install --yes ${missing.join(' ')}`,
  });
}
