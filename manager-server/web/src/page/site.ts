import { isRecord, listOf, request, textOf } from './api.ts';
import { items } from './place.ts';

export interface SiteDevice {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly online: boolean;
  /** What a receiver shows; null for nothing. */
  readonly shows: string | null;
}

export interface SitePlace {
  readonly type: 'seat' | 'desk' | 'wall';
  readonly name: string;
  readonly path: string;
  readonly operator: string | null;
  readonly receivers: readonly SiteDevice[];
}

export interface PendingBox {
  readonly fingerprint: string;
  readonly kind: string;
  readonly address: string;
}

/** A device that has no box yet: where a waiting box may go. */
export interface FreePlace {
  readonly key: string;
  readonly label: string;
  readonly kind: string;
}

export interface Site {
  readonly free: readonly FreePlace[];
  readonly places: readonly SitePlace[];
  readonly transmitters: readonly SiteDevice[];
  readonly pending: readonly PendingBox[];
}

/** The whole site as the first page shows it. */
export async function loadSite(): Promise<Site> {
  const [devices, seats, walls, boxes, routes, sessions, operators] = await Promise.all(
    ['devices', 'seats', 'walls', 'boxes', 'routes', 'sessions', 'operators'].map((name) => items(`/api/${name}`)),
  );
  const online = new Set(
    (boxes ?? []).filter((box) => isRecord(box) && box.online === true).map((box) => textOf(box, 'device')),
  );
  const boxed = new Set((boxes ?? []).map((box) => textOf(box, 'device')));
  const nameOf = new Map(
    (devices ?? []).map((each) => [textOf(each, 'key'), `${textOf(each, 'id')} ${textOf(each, 'name')}`]),
  );
  const shown = new Map((routes ?? []).map((route) => [textOf(route, 'receiver'), textOf(route, 'transmitter')]));
  const all = (devices ?? []).map((each): SiteDevice => {
    const key = textOf(each, 'key');
    return {
      key,
      id: textOf(each, 'id'),
      name: textOf(each, 'name'),
      kind: textOf(each, 'kind'),
      online: online.has(key),
      shows: nameOf.get(shown.get(key) ?? '') ?? null,
    };
  });
  const operatorAt = new Map<string, string>();
  for (const session of sessions ?? []) {
    const operator = (operators ?? []).find((each) => textOf(each, 'key') === textOf(session, 'operator'));
    for (const receiver of listOf(session, 'receivers')) operatorAt.set(String(receiver), textOf(operator, 'name'));
  }
  const receivers = (container: unknown) =>
    listOf(container, 'receivers').flatMap((key) => all.find((device) => device.key === key) ?? []);
  const inPlace = new Set(
    [...(seats ?? []), ...(walls ?? [])].flatMap((each) => listOf(each, 'receivers').map(String)),
  );
  const place = (
    type: SitePlace['type'],
    of: { name: string; path: string; receivers: readonly SiteDevice[] },
  ): SitePlace => ({
    type,
    ...of,
    operator: operatorAt.get(of.receivers[0]?.key ?? '') ?? null,
  });
  return {
    places: [
      ...(seats ?? []).map((seat) =>
        place('seat', {
          name: textOf(seat, 'name'),
          path: `/console/seat/${encodeURIComponent(textOf(seat, 'name'))}`,
          receivers: receivers(seat),
        }),
      ),
      ...all
        .filter((device) => device.kind === 'receiver' && !inPlace.has(device.key))
        .map((device) => place('desk', { name: device.name, path: `/console/${device.id}`, receivers: [device] })),
      ...(walls ?? []).map((wall) =>
        place('wall', {
          name: textOf(wall, 'name'),
          path: `/console/wall/${encodeURIComponent(textOf(wall, 'name'))}`,
          receivers: receivers(wall),
        }),
      ),
    ],
    free: all
      .filter((device) => !boxed.has(device.key))
      .map(({ key, id, name, kind }) => ({ key, label: `${id} ${name}`, kind })),
    transmitters: all.filter((device) => device.kind === 'transmitter'),
    pending: (boxes ?? [])
      .filter((box) => textOf(box, 'state') === 'pending')
      .map((box) => ({
        fingerprint: textOf(box, 'fingerprint'),
        kind: textOf(box, 'kind'),
        address: textOf(box, 'address'),
      })),
  };
}

/** Gives a waiting box its place; null makes a new device with the next free ID. */
export async function adopt(box: PendingBox, place: string | null): Promise<void> {
  const device = place ?? (await createDevice(box.kind));
  await request('POST', `/api/boxes/${box.fingerprint}/adoption`, { device });
}

async function createDevice(kind: string): Promise<string> {
  const taken = new Set((await items('/api/devices')).map((device) => Number(textOf(device, 'id'))));
  let number = kind === 'receiver' ? 5001 : 1;
  while (taken.has(number)) number++;
  const id = String(number).padStart(4, '0');
  const receiver = { receiverKind: 'desk', viewWhileSignedOut: false };
  return textOf(
    await request('POST', '/api/devices', {
      kind,
      id,
      name: `${kind === 'receiver' ? 'Rx' : 'Tx'} ${id}`,
      location: '',
      ...(kind === 'receiver' ? receiver : {}),
    }),
    'key',
  );
}

/** A code for so many boxes' `--enrol`, and the port at which they find the manager. */
export async function createEnrolmentCode(uses: number): Promise<{ readonly code: string; readonly boxPort: number }> {
  const made = await request('POST', '/api/enrolment-codes', { uses });
  return { code: textOf(made, 'code'), boxPort: isRecord(made) ? Number(made.boxPort) : 0 };
}
