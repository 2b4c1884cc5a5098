import type { SiteDescription } from '@seatmatrix/hw-sim/site';
import { namedFingerprint } from '@seatmatrix/hw-sim/site';
import { SiteBuilder, type SiteSeed } from '@seatmatrix/manager-server/testing';

/** The smallest screen that the OSD is made for. */
const MODE = { width: 1280, height: 720, rate: 60 } as const;

/** Every key that a computer gets is a picture more: small enough to encode in a blink, large enough to read the code. */
const COMPUTER_MODE = { width: 640, height: 360, rate: 60 } as const;

const receivers = ['5001', '5002', '5003', '5004', '5005', '5006', '5007'] as const;

/** Boxes are named by their IDs: eight computers with one head, and one with two (0009, 0010). */
export const scenarioHardware: SiteDescription = {
  mode: MODE,
  computers: Array.from({ length: 9 }, (_, index) => ({
    mode: COMPUTER_MODE,
    number: index + 1,
    name: `计算机 ${index + 1}`,
    role: index === 8 ? '双屏工作站' : '工作站',
    host: `pc-${index + 1}`,
    transmitters: index === 8 ? ['0009', '0010'] : [`000${index + 1}`],
  })),
  places: [
    { name: 'dispatch', receivers: receivers.slice(0, 3), keyboard: true },
    { name: 'desk-4', receivers: ['5004'], keyboard: true },
    { name: 'desk-5', receivers: ['5005'], keyboard: true },
    { name: 'wall', receivers: receivers.slice(5), keyboard: false },
  ],
};

export const transmitterIds: readonly string[] = scenarioHardware.computers.flatMap(
  (computer) => computer.transmitters,
);

/** A desk of one receiver, besides what the site has. */
export const placeOf = (receiver: string): SiteDescription => ({
  mode: MODE,
  computers: [],
  places: [{ name: `desk of ${receiver}`, receivers: [receiver], keyboard: true }],
});

/**
 * hxfj / 123456 may do everything; op2 / kvm-op-2 may connect to 0001 and 0002, push to 5005 and fetch from it. 5001–5003
 * are a seat, 5004 and 5005 desks, 5006 and 5007 a spliced wall.
 */
export function scenarioSeed(): SiteSeed {
  const builder = new SiteBuilder();
  const made = new Map<string, ReturnType<SiteBuilder['transmitter']>>();
  const device = (id: string) => {
    const key = made.get(id);
    if (key === undefined) throw new RangeError(`the scenario's site has no ${id}`);
    return key;
  };
  for (const id of transmitterIds)
    made.set(id, builder.transmitter(id, { name: `计算机 ${id}`, box: namedFingerprint(id) }));
  for (const id of receivers) {
    made.set(
      id,
      builder.receiver(id, { name: `席位 ${id}`, box: namedFingerprint(id), kind: id > '5005' ? 'display' : 'desk' }),
    );
  }
  builder.source('双屏工作站', ['0009', '0010'].map(device));
  builder.seat('dispatch', ['5001', '5002', '5003'].map(device));
  builder.wall('wall', { rows: 1, columns: 2, receivers: ['5006', '5007'].map(device), state: 'spliced' });
  const chief = builder.operator('hxfj', { password: '123456' });
  const second = builder.operator('op2', { password: 'kvm-op-2' });
  builder.allowEverything(chief);
  builder.allow(second, 'connect', ['0001', '0002'].map(device));
  builder.allow(second, 'push', [device('5005')]);
  builder.allow(second, 'fetch', [device('5005')]);
  builder.hotkey('dd1', [device('0005')]);
  builder.hotkey('team', ['5005', '5002'].map(device));
  builder.hotkey('desk5', [device('5005')]);
  builder.settings({});
  return builder.seed();
}
