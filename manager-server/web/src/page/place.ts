import { listOf, request, textOf } from './api.ts';

export interface ConsolePlace {
  readonly title: string;
  readonly receivers: readonly { readonly id: string; readonly name: string }[];
  /** Of a wall's grid; null for displays side by side. */
  readonly columns: number | null;
}

/**
 * What a path shows: `/console/5004` one receiver, `/console/seat/NAME` a seat's displays, `/console/wall/NAME` a
 * wall's. Null when there is no such place.
 */
export async function findPlace(path: string): Promise<ConsolePlace | null> {
  const [, , first = '', second] = path.split('/').map(decodeURIComponent);
  const devices = await items('/api/devices');
  const named = (key: string) => {
    const device = devices.find((each) => textOf(each, 'key') === key);
    return { id: textOf(device, 'id'), name: textOf(device, 'name') };
  };
  if (first === 'seat' && second !== undefined) {
    const seat = (await items('/api/seats')).find((each) => textOf(each, 'name') === second);
    return seat === undefined
      ? null
      : { title: second, receivers: listOf(seat, 'receivers').map((key) => named(String(key))), columns: null };
  }
  if (first === 'wall' && second !== undefined) {
    const wall = (await items('/api/walls')).find((each) => textOf(each, 'name') === second);
    return wall === undefined
      ? null
      : {
          title: second,
          receivers: listOf(wall, 'receivers').map((key) => named(String(key))),
          columns: Number((wall as { columns: unknown }).columns),
        };
  }
  const device = devices.find((each) => textOf(each, 'id') === first && textOf(each, 'kind') === 'receiver');
  if (device === undefined) return null;
  const receiver = { id: first, name: textOf(device, 'name') };
  return { title: `${receiver.id} ${receiver.name}`, receivers: [receiver], columns: null };
}

/** Every resource of a collection, page after page. */
export async function items(path: string): Promise<readonly unknown[]> {
  const all: unknown[] = [];
  let next = '';
  do {
    const page = await request('GET', next === '' ? path : `${path}?after=${encodeURIComponent(next)}`);
    all.push(...listOf(page, 'items'));
    next = textOf(page, 'next');
  } while (next !== '');
  return all;
}
