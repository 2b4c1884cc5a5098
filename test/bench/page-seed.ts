import { join } from 'node:path';
import type { FileIdentity } from '@seatmatrix/firmware-agent';
import { SiteBuilder, type SiteSeed } from '@seatmatrix/manager-server/testing';
import { identities } from './light-site.ts';

export interface PageSiteSize {
  readonly transmitters: number;
  readonly receivers: number;
  readonly operators: number;
  readonly grants: number;
  readonly hotkeys: number;
  readonly seats: number;
}

/** A site to look at: its seed, and the keys of its boxes in the order of the devices' IDs. */
export interface SeededSite {
  readonly seed: SiteSeed & { readonly administrator: typeof benchAdministrator };
  readonly transmitters: readonly FileIdentity[];
  readonly receivers: readonly FileIdentity[];
}

export const benchAdministrator = { name: 'admin', password: 'a page is looked at' } as const;
export const DESK_PASSWORD = 'bench';
/** So many operators can sign in: hashing a password takes a tenth of a second. */
export const WITH_PASSWORD = 10;
export const DISPLAYS_OF_A_SEAT = 3;

const PLACES = ['一楼机房', '二楼机房', '指挥大厅', '会商室', 'North hall', 'Server room 2'] as const;
const ROLES = ['电力调度', '交通监控', '消防指挥', '气象', 'City operations', 'Traffic', 'Weather', 'Radar'] as const;

export const operatorName = (index: number): string => `operator-${index + 1}`;

/** `boxes: false`: devices without boxes, which costs no keys. */
export async function seedPageSite(
  size: PageSiteSize,
  { boxes, folder }: { readonly boxes: boolean; readonly folder: string },
): Promise<SeededSite> {
  const made = {
    transmitters: boxes ? await identities(size.transmitters, join(folder, 'tx')) : [],
    receivers: boxes ? await identities(size.receivers, join(folder, 'rx')) : [],
  };
  const builder = new SiteBuilder();
  const wish = (index: number, box: FileIdentity | undefined) => ({
    name: `${at(ROLES, index)} ${index + 1}`,
    location: at(PLACES, index >> 3),
    ...(box === undefined ? {} : { box: box.fingerprint }),
  });
  const transmitters = count(size.transmitters, (index) =>
    builder.transmitter(String(index + 1).padStart(4, '0'), wish(index, made.transmitters[index])),
  );
  const receivers = count(size.receivers, (index) =>
    builder.receiver(String(5001 + index), wish(index, made.receivers[index])),
  );
  const group = builder.group('Dispatch');
  const operators = count(size.operators, (index) =>
    builder.operator(operatorName(index), {
      groups: [group],
      ...(index < WITH_PASSWORD ? { password: DESK_PASSWORD } : {}),
    }),
  );
  const all = builder.deviceGroup('Computers', transmitters);
  builder.grant('connect', { type: 'group', key: group }, { type: 'device-group', key: all });
  for (let index = 1; index < size.grants; index++) {
    const [operator, round] = [index % operators.length, Math.floor(index / operators.length)];
    const device = (operator * 7 + round) % transmitters.length;
    builder.grant(
      'connect',
      { type: 'operator', key: at(operators, operator) },
      { type: 'device', key: at(transmitters, device) },
    );
  }
  for (let index = 0; index < size.hotkeys; index++) builder.hotkey(`k${index}x`, [at(transmitters, index)]);
  for (let index = 0; index < size.seats; index++) {
    const first = index * DISPLAYS_OF_A_SEAT;
    builder.seat(`坐席 ${index + 1}`, receivers.slice(first, first + DISPLAYS_OF_A_SEAT));
  }
  return { ...made, seed: { ...builder.seed(), administrator: benchAdministrator } };
}

const count = <Made>(many: number, make: (index: number) => Made): readonly Made[] =>
  Array.from({ length: many }, (_, index) => make(index));

function at<Value>(values: readonly Value[], index: number): Value {
  const value = values[index % values.length];
  if (value === undefined) throw new RangeError('there is nothing to choose from');
  return value;
}
