import type { VideoMode } from '@seatmatrix/protocol/domain';
import { Fault } from '@seatmatrix/protocol/kernel';
import type { X11Connection, XExtensions } from './x11-connection.ts';

/** A monitor of the desktop, and where its picture lies on the X screen. */
export interface DeskMonitor {
  /** RandR's name of the output, such as `HDMI-1`. */
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly mode: VideoMode;
  /** As the monitor gave it; empty where the server knows none (virtual screens). */
  readonly edid: Uint8Array;
}

/** Virtual screens and some projectors tell no rate. */
const RATE_UNTOLD = 60;

/** All that are on, the primary first; the whole screen as one where the server has no RandR. */
export async function readMonitors(connection: X11Connection): Promise<readonly DeskMonitor[]> {
  const randr = await connection.extension('randr');
  if (randr === null) return [wholeScreen(connection)];
  const { root } = connection.screen;
  const resources = await connection.ask<ScreenResources>((reply) => randr.GetScreenResourcesCurrent(root, reply));
  const primary = await connection.ask<number>((reply) => randr.GetOutputPrimary(root, reply));
  const outputs = [...resources.outputs].sort((one, other) => Number(other === primary) - Number(one === primary));
  const monitors: DeskMonitor[] = [];
  for (const output of outputs) {
    const monitor = await readMonitor(connection, { randr, output, resources });
    if (monitor !== null) monitors.push(monitor);
  }
  return monitors;
}

/** The one that most of the area is on; null where there is none at all. */
export function monitorAt(monitors: readonly DeskMonitor[], area: Area): DeskMonitor | null {
  const [first = null, ...others] = monitors;
  return others.reduce(
    (best, monitor) => (best === null || shared(monitor, area) > shared(best, area) ? monitor : best),
    first,
  );
}

/** Throws `device-absent` with the names that there are. */
export function monitorNamed(monitors: readonly DeskMonitor[], name: string): DeskMonitor {
  const found = monitors.find((monitor) => monitor.name === name);
  if (found !== undefined) return found;
  const names = monitors.map((monitor) => monitor.name).join(', ');
  throw new Fault({ code: 'device-absent', message: `no monitor "${name}" is on; there are: ${names || 'none'}` });
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface ScreenResources {
  readonly outputs: readonly number[];
  readonly modeinfos: readonly {
    readonly id: number;
    readonly dot_clock: number;
    readonly h_total: number;
    readonly v_total: number;
  }[];
}

interface OutputInfo {
  readonly crtc: number;
  readonly connection: number;
  readonly name: string;
}

interface CrtcInfo extends Area {
  readonly mode: number;
}

async function readMonitor(
  connection: X11Connection,
  at: { readonly randr: XExtensions['randr']; readonly output: number; readonly resources: ScreenResources },
): Promise<DeskMonitor | null> {
  const { randr, output, resources } = at;
  const info = await connection.ask<OutputInfo>((reply) => randr.GetOutputInfo(output, 0, reply));
  // 1 is disconnected; a connected output without a CRTC is off.
  if (info.connection === 1 || info.crtc === 0) return null;
  const { mode, ...area } = await connection.ask<CrtcInfo>((reply) => randr.GetCrtcInfo(info.crtc, 0, reply));
  if (area.width === 0 || area.height === 0) return null;
  const timing = resources.modeinfos.find(({ id }) => id === mode);
  const rate =
    timing === undefined || timing.dot_clock === 0 ? RATE_UNTOLD : timing.dot_clock / (timing.h_total * timing.v_total);
  return {
    name: info.name,
    x: area.x,
    y: area.y,
    mode: { width: area.width, height: area.height, rate: Math.round(rate) },
    edid: await readEdid(connection, { randr, output }),
  };
}

async function readEdid(
  connection: X11Connection,
  { randr, output }: { readonly randr: XExtensions['randr']; readonly output: number },
): Promise<Uint8Array> {
  const property = await connection.atom('EDID');
  const blocksOf = 256;
  const { format, data } = await connection.ask<{ readonly format: number; readonly data: Buffer }>((reply) =>
    randr.GetOutputProperty(output, property, 0, 0, (128 * blocksOf) / 4, 0, 0, reply),
  );
  const whole = format === 8 && data.length % 128 === 0;
  return whole ? new Uint8Array(data) : new Uint8Array();
}

function wholeScreen({ screen, name }: X11Connection): DeskMonitor {
  const mode = { width: screen.width, height: screen.height, rate: RATE_UNTOLD };
  return { name, x: 0, y: 0, mode, edid: new Uint8Array() };
}

function shared({ x, y, mode }: DeskMonitor, area: Area): number {
  const width = Math.min(x + mode.width, area.x + area.width) - Math.max(x, area.x);
  const height = Math.min(y + mode.height, area.y + area.height) - Math.max(y, area.y);
  return Math.max(0, width) * Math.max(0, height);
}
