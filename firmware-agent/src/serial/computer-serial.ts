import type { AccessMode, SerialSettings } from '@seatmatrix/protocol/domain';
import { type Stepped, unreachable } from '@seatmatrix/protocol/kernel';
import type { LinkName } from '../key-safety/session-input.ts';

/** The RS-232 of a computer: everybody who is connected hears it, and those who may type may write. */
export interface ComputerSerial {
  /** Null until the first plan: nothing goes either way at a rate that nobody chose. */
  readonly settings: SerialSettings | null;
  readonly sessions: ReadonlyMap<LinkName, AccessMode>;
  /** Whose bytes may still wait for the line: of who wrote since it was emptied. */
  readonly writers: ReadonlySet<LinkName>;
}

export type ComputerSerialInput =
  | { readonly type: 'settings'; readonly settings: SerialSettings }
  | { readonly type: 'join'; readonly link: LinkName; readonly mode: AccessMode }
  | { readonly type: 'mode'; readonly link: LinkName; readonly mode: AccessMode }
  | { readonly type: 'leave'; readonly link: LinkName }
  /** From a desk. */
  | { readonly type: 'written'; readonly link: LinkName; readonly bytes: Uint8Array }
  /** From the computer. */
  | { readonly type: 'heard'; readonly bytes: Uint8Array };

export type ComputerSerialOut =
  /** Sets the line and drops what waits for it. */
  | { readonly type: 'configure'; readonly settings: SerialSettings }
  | { readonly type: 'write'; readonly bytes: Uint8Array }
  | { readonly type: 'tell-settings'; readonly link: LinkName; readonly settings: SerialSettings }
  | { readonly type: 'tell'; readonly link: LinkName; readonly bytes: Uint8Array }
  /** Written by who may only look; a desk may not have heard yet that it may. */
  | { readonly type: 'refused'; readonly link: LinkName };

export const NO_COMPUTER_SERIAL: ComputerSerial = { settings: null, sessions: new Map(), writers: new Set() };

export function computerSerialStep(
  serial: ComputerSerial,
  input: ComputerSerialInput,
): Stepped<ComputerSerial, ComputerSerialOut> {
  const { settings, sessions } = serial;
  switch (input.type) {
    case 'settings': {
      if (settings !== null && sameSerialSettings(settings, input.settings)) return { state: serial, out: [] };
      const told = [...sessions.keys()].map(
        (link): ComputerSerialOut => ({ type: 'tell-settings', link, settings: input.settings }),
      );
      return {
        state: { ...serial, settings: input.settings, writers: new Set() },
        out: [{ type: 'configure', settings: input.settings }, ...told],
      };
    }
    case 'join':
      return {
        state: { ...serial, sessions: new Map([...sessions, [input.link, input.mode]]) },
        out: settings === null ? [] : [{ type: 'tell-settings', link: input.link, settings }],
      };
    case 'mode': {
      if (!sessions.has(input.link)) return { state: serial, out: [] };
      const state = { ...serial, sessions: new Map([...sessions, [input.link, input.mode]]) };
      return input.mode === 'view' ? silence(state, input.link) : { state, out: [] };
    }
    case 'leave': {
      const left = new Map(sessions);
      left.delete(input.link);
      return silence({ ...serial, sessions: left }, input.link);
    }
    case 'written': {
      if (sessions.get(input.link) !== 'shared') return { state: serial, out: [{ type: 'refused', link: input.link }] };
      if (settings === null) return { state: serial, out: [] };
      return {
        state: { ...serial, writers: new Set([...serial.writers, input.link]) },
        out: [{ type: 'write', bytes: input.bytes }],
      };
    }
    case 'heard': {
      if (settings === null) return { state: serial, out: [] };
      const told = [...sessions.keys()].map((link): ComputerSerialOut => ({ type: 'tell', link, bytes: input.bytes }));
      return { state: serial, out: told };
    }
    default:
      return unreachable(input);
  }
}

/**
 * What a desk that no longer controls had written and the line had not taken never arrives. Another's bytes that wait go
 * with it: the line cannot tell them apart, and two who write at once are writing into each other's words anyway.
 */
function silence(serial: ComputerSerial, link: LinkName): Stepped<ComputerSerial, ComputerSerialOut> {
  if (!serial.writers.has(link) || serial.settings === null) return { state: serial, out: [] };
  return { state: { ...serial, writers: new Set() }, out: [{ type: 'configure', settings: serial.settings }] };
}

export const sameSerialSettings = (one: SerialSettings, other: SerialSettings): boolean =>
  one.baud === other.baud &&
  one.dataBits === other.dataBits &&
  one.parity === other.parity &&
  one.stopBits === other.stopBits &&
  one.flowControl === other.flowControl;
