import type { VideoMode } from '@seatmatrix/protocol/domain';
import type { ComputerOptions } from '../physical/computer.ts';

/** A computer and the boxes at its heads. */
export interface ComputerDescription extends Omit<ComputerOptions, 'heads' | 'mode'> {
  /** Names of the transmitters, one a head, the main picture's first. */
  readonly transmitters: readonly string[];
  /** Of its heads, where it is another than the site's. */
  readonly mode?: VideoMode;
}

/** Receivers that stand together: a desk, a seat with several displays, a wall. */
export interface PlaceDescription {
  readonly name: string;
  /** Names of the receivers from left to right, a wall's row by row. */
  readonly receivers: readonly string[];
  /** A keyboard and a mouse on the first receiver; a wall has none. */
  readonly keyboard: boolean;
}

export interface SiteDescription {
  /** Of every computer and monitor that says no other. */
  readonly mode: VideoMode;
  readonly computers: readonly ComputerDescription[];
  readonly places: readonly PlaceDescription[];
}

/** All boxes, transmitters first. */
export const boxNames = ({ computers, places }: SiteDescription): readonly string[] => [
  ...computers.flatMap(({ transmitters }) => transmitters),
  ...places.flatMap(({ receivers }) => receivers),
];

/** So many computers with a transmitter each (`tx-1` …) and so many desks (`rx-1` …). */
export function plainSite({
  transmitters,
  receivers,
  mode,
}: {
  readonly transmitters: number;
  readonly receivers: number;
  readonly mode: VideoMode;
}): SiteDescription {
  const count = (length: number) => Array.from({ length }, (_, index) => index + 1);
  return {
    mode,
    computers: count(transmitters).map((number) => ({
      number,
      name: `主机 ${number}`,
      role: `Computer ${number}`,
      host: `pc-${number}`,
      transmitters: [`tx-${number}`],
    })),
    places: count(receivers).map((number) => ({ name: `desk-${number}`, receivers: [`rx-${number}`], keyboard: true })),
  };
}
