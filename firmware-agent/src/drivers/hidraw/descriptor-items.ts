import { Fault } from '@seatmatrix/protocol/kernel';

/** One short item of a report descriptor (HID 1.11 §6.2.2.2). */
export interface DescriptorItem {
  readonly type: 'main' | 'global' | 'local';
  readonly tag: number;
  /** Little-endian, unsigned. */
  readonly value: number;
  /** The same bytes, as a signed number of their own width. */
  readonly signed: number;
  /** Bytes of data: 0, 1, 2 or 4. */
  readonly size: number;
}

/** Linux takes no more (HID_MAX_DESCRIPTOR_SIZE): what is longer has no hidraw node. */
export const DESCRIPTOR_MAX = 4096;

const LONG_ITEM = 0xfe;
const TYPES = ['main', 'global', 'local'] as const;

/** Throws `hid-malformed` for an item that is cut off, of a reserved type, or a descriptor that is too long. */
export function descriptorItems(bytes: Uint8Array): readonly DescriptorItem[] {
  if (bytes.length > DESCRIPTOR_MAX) throw malformed(`a report descriptor of ${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const items: DescriptorItem[] = [];
  for (let at = 0; at < bytes.length; ) {
    const prefix = view.getUint8(at);
    if (prefix === LONG_ITEM) {
      // Nobody has defined one yet; it carries its own length.
      if (at + 1 >= bytes.length) throw cutOff(at);
      at += 3 + view.getUint8(at + 1);
      continue;
    }
    const size = (prefix & 3) === 3 ? 4 : prefix & 3;
    if (at + 1 + size > bytes.length) throw cutOff(at);
    const type = TYPES[(prefix >> 2) & 3];
    if (type === undefined) throw malformed(`an item of the reserved type at byte ${at}`);
    items.push({ type, tag: prefix >> 4, size, ...dataOf(view, { at: at + 1, size }) });
    at += 1 + size;
  }
  return items;
}

export const malformed = (what: string): Fault => new Fault({ code: 'hid-malformed', message: what });

const cutOff = (at: number): Fault => malformed(`the item at byte ${at} of a report descriptor is cut off`);

function dataOf(
  view: DataView,
  { at, size }: { readonly at: number; readonly size: number },
): Pick<DescriptorItem, 'value' | 'signed'> {
  switch (size) {
    case 1:
      return { value: view.getUint8(at), signed: view.getInt8(at) };
    case 2:
      return { value: view.getUint16(at, true), signed: view.getInt16(at, true) };
    case 4:
      return { value: view.getUint32(at, true), signed: view.getInt32(at, true) };
    default:
      return { value: 0, signed: 0 };
  }
}
