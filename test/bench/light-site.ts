import { join } from 'node:path';
import { type FileIdentity, openFileIdentity } from '@seatmatrix/firmware-agent';
import { SiteBuilder, type SiteSeed } from '@seatmatrix/manager-server/testing';
import type { DeviceKind } from '@seatmatrix/protocol/domain';
import { LightBox } from './light-box.ts';

export interface SiteSize {
  readonly receivers: number;
  readonly transmitters: number;
}

/** Boxes that exist and have not connected yet. */
export interface MadeSite {
  readonly receivers: readonly FileIdentity[];
  readonly transmitters: readonly FileIdentity[];
  readonly seed: SiteSeed;
}

/** Boxes that are online, each receiver with somebody signed in. */
export interface LightSite extends AsyncDisposable {
  readonly receivers: readonly LightBox[];
}

/** So many operators share the desks; what each may do is one grant on all transmitters. */
const OPERATORS = 20;
const PASSWORD = 'bench';

/** A handshake costs milliseconds on both sides and may take five seconds: no more than so many at once. */
const AT_ONCE = 32;

/** Every box with a key of its own, and a directory that knows them. */
export async function makeSite({ receivers, transmitters }: SiteSize, folder: string): Promise<MadeSite> {
  const made = {
    receivers: await identities(receivers, join(folder, 'rx')),
    transmitters: await identities(transmitters, join(folder, 'tx')),
  };
  const builder = new SiteBuilder();
  const sources = made.transmitters.map(({ fingerprint: box }, index) => builder.transmitter(idOf(index + 1), { box }));
  for (const [index, { fingerprint: box }] of made.receivers.entries()) builder.receiver(idOf(5001 + index), { box });
  const group = builder.group('operators');
  for (let index = 0; index < OPERATORS; index++) {
    builder.operator(operatorName(index), { password: PASSWORD, groups: [group] });
  }
  const all = builder.deviceGroup('transmitters', sources);
  builder.grant('connect', { type: 'group', key: group }, { type: 'device-group', key: all });
  builder.settings({});
  return { ...made, seed: builder.seed() };
}

/** Connects every box (it gets its certificate of the site on the way) and signs in at every receiver. */
export async function startSite(
  made: MadeSite,
  manager: { readonly host: string; readonly port: number },
): Promise<LightSite> {
  const box = (kind: DeviceKind) => (identity: FileIdentity) => new LightBox({ identity, kind, manager });
  const transmitters = made.transmitters.map(box('transmitter'));
  const receivers = made.receivers.map(box('receiver'));
  const boxes = [...transmitters, ...receivers];
  await using opened = new AsyncDisposableStack();
  opened.defer(async () => void (await Promise.all(boxes.map((each) => each.stop()))));
  await forEach(boxes, (each) => each.start());
  await forEach(receivers, (each, index) => each.signIn({ name: operatorName(index % OPERATORS), password: PASSWORD }));
  const all = opened.move();
  return { receivers, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

/** Does it for each, a few at once. */
export async function forEach<Each>(
  all: readonly Each[],
  work: (each: Each, index: number) => Promise<unknown>,
): Promise<void> {
  const left = all.entries();
  const worker = async () => {
    for (const [index, each] of left) await work(each, index);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, all.length) }, worker));
}

/** Keys of so many boxes, each in a folder of its own. */
export async function identities(count: number, folder: string): Promise<readonly FileIdentity[]> {
  const made: FileIdentity[] = [];
  await forEach([...new Array(count).keys()], async (index) => {
    made[index] = await openFileIdentity(join(folder, String(index)));
  });
  return made;
}

const idOf = (number: number): string => String(number).padStart(4, '0');
const operatorName = (index: number): string => `operator-${index + 1}`;
