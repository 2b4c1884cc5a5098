import type { SerialSettings } from '@seatmatrix/protocol/domain';
import { type Stepped, unreachable } from '@seatmatrix/protocol/kernel';
import { sameSerialSettings } from './computer-serial.ts';

/** The RS-232 of a desk, which belongs to the computer that the desk controls or looks at, and to no other. */
export interface DeskSerial<Link> {
  readonly steered: { readonly link: Link; readonly control: boolean } | null;
  /** What each open link said of its computer's line, steered to or not yet. */
  readonly settings: ReadonlyMap<Link, SerialSettings>;
}

export type DeskSerialInput<Link> =
  | { readonly type: 'steered'; readonly steered: { readonly link: Link; readonly control: boolean } | null }
  | { readonly type: 'settings'; readonly link: Link; readonly settings: SerialSettings }
  | { readonly type: 'closed'; readonly link: Link }
  /** From a computer. */
  | { readonly type: 'heard'; readonly link: Link; readonly bytes: Uint8Array }
  /** From the desk's device. */
  | { readonly type: 'written'; readonly bytes: Uint8Array };

export type DeskSerialOut<Link> =
  /** Sets the line and drops what waits for it. Null: as it is. */
  | { readonly type: 'configure'; readonly settings: SerialSettings | null }
  | { readonly type: 'write'; readonly bytes: Uint8Array }
  | { readonly type: 'send'; readonly link: Link; readonly bytes: Uint8Array };

export const noDeskSerial = <Link>(): DeskSerial<Link> => ({ steered: null, settings: new Map() });

export function deskSerialStep<Link>(
  serial: DeskSerial<Link>,
  input: DeskSerialInput<Link>,
): Stepped<DeskSerial<Link>, DeskSerialOut<Link>> {
  const { steered, settings } = serial;
  switch (input.type) {
    case 'steered': {
      const state = { ...serial, steered: input.steered };
      if (input.steered?.link === steered?.link) return { state, out: [] };
      // What the last computer had said and the line had not taken is not said under the next one's name.
      const next = input.steered === null ? null : (settings.get(input.steered.link) ?? null);
      return { state, out: [{ type: 'configure', settings: next }] };
    }
    case 'settings': {
      const before = settings.get(input.link);
      const state = { ...serial, settings: new Map([...settings, [input.link, input.settings]]) };
      const same = before !== undefined && sameSerialSettings(before, input.settings);
      if (steered?.link !== input.link || same) return { state, out: [] };
      return { state, out: [{ type: 'configure', settings: input.settings }] };
    }
    case 'closed': {
      const left = new Map(settings);
      left.delete(input.link);
      return { state: { ...serial, settings: left }, out: [] };
    }
    case 'heard':
      if (steered?.link !== input.link) return { state: serial, out: [] };
      return { state: serial, out: [{ type: 'write', bytes: input.bytes }] };
    case 'written':
      // Before the settings came, the line may run at another rate than its device.
      if (steered === null || !steered.control || !settings.has(steered.link)) return { state: serial, out: [] };
      return { state: serial, out: [{ type: 'send', link: steered.link, bytes: input.bytes }] };
    default:
      return unreachable(input);
  }
}
