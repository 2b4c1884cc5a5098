import type { DeviceKey, OperatorKey } from '@seatmatrix/protocol/domain';
import { SiteBuilder } from './site-builder.ts';

/** A small site with one of everything, as most tests of the matrix want it. */
export interface ControlRoom {
  readonly builder: SiteBuilder;
  /** Transmitters with one head each. */
  readonly tx: readonly [DeviceKey, DeviceKey, DeviceKey];
  /** The two heads of one computer, 0004 and 0005, the main one first. */
  readonly heads: readonly [DeviceKey, DeviceKey];
  /** 5001–5003: one seat of three. */
  readonly seat: readonly [DeviceKey, DeviceKey, DeviceKey];
  /** 5004, 5005: desks of their own. */
  readonly desk: readonly [DeviceKey, DeviceKey];
  /** 5006, 5007: a spliced wall of two, side by side. */
  readonly wall: readonly [DeviceKey, DeviceKey];
  /** 5008: a display of its own. */
  readonly display: DeviceKey;
  /** Every right. */
  readonly chief: OperatorKey;
  /** May connect to 0001 and fetch from 5001. */
  readonly guest: OperatorKey;
}

export function controlRoom(wall: 'spliced' | 'single' = 'spliced'): ControlRoom {
  const builder = new SiteBuilder();
  const tx = [builder.transmitter('0001'), builder.transmitter('0002'), builder.transmitter('0003')] as const;
  const heads = [builder.transmitter('0004'), builder.transmitter('0005')] as const;
  const seat = [builder.receiver('5001'), builder.receiver('5002'), builder.receiver('5003')] as const;
  const desk = [builder.receiver('5004'), builder.receiver('5005')] as const;
  const tiles = [builder.receiver('5006', { kind: 'display' }), builder.receiver('5007', { kind: 'display' })] as const;
  const display = builder.receiver('5008', { kind: 'display' });
  const chief = builder.operator('hxfj');
  const guest = builder.operator('op2');
  builder.allowEverything(chief);
  builder.allow(guest, 'connect', [tx[0]]);
  builder.allow(guest, 'fetch', [seat[0]]);
  builder.source('two heads', heads);
  builder.seat('dispatch', seat);
  builder.wall('front', { rows: 1, columns: 2, receivers: tiles, state: wall });
  builder.hotkey('mail', [tx[1]]);
  builder.hotkey('pair', [tx[0], tx[1]]);
  builder.hotkey('both', heads);
  builder.hotkey('desks', desk);
  builder.hotkey('front', [tiles[0]]);
  builder.settings({});
  return { builder, tx, heads, seat, desk, wall: tiles, display, chief, guest };
}
