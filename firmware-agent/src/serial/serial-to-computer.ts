import type { AccessMode, SerialSettings } from '@seatmatrix/protocol/domain';
import { type Log, unreachable } from '@seatmatrix/protocol/kernel';
import type { SerialPort } from '../drivers/index.ts';
import type { LinkName } from '../key-safety/session-input.ts';
import {
  type ComputerSerial,
  type ComputerSerialInput,
  type ComputerSerialOut,
  computerSerialStep,
  NO_COMPUTER_SERIAL,
} from './computer-serial.ts';
import { type SerialBytes, type SerialSettingsMessage, sendSerial } from './serial-door.ts';

/** A desk's link, from the transmitter's side. */
export interface DeskDoor {
  readonly buffered: number;
  send(message: SerialBytes | SerialSettingsMessage): void;
}

export interface SerialToComputerOptions {
  /** Null: the transmitter has no RS-232, and nothing is said of it. */
  readonly port: SerialPort | null;
  /** One that limits its warnings. */
  readonly log: Log;
}

/** A transmitter's RS-232 socket and the desks that are connected to it. */
export class SerialToComputer {
  readonly #options: SerialToComputerOptions;
  readonly #doors = new Map<LinkName, DeskDoor>();
  #state: ComputerSerial = NO_COMPUTER_SERIAL;
  #dropped = 0;
  #refused = 0;

  constructor(options: SerialToComputerOptions) {
    this.#options = options;
  }

  /** Pieces that a link or the line was too slow for. */
  get dropped(): number {
    return this.#dropped + (this.#options.port?.dropped ?? 0);
  }

  /** Writes of those who may not. */
  get refused(): number {
    return this.#refused;
  }

  start(): void {
    this.#options.port?.listen((event) => {
      if (event.type === 'bytes') this.#take({ type: 'heard', bytes: event.bytes });
      else this.#options.log.info(event.plugged ? 'the RS-232 device is there' : 'the RS-232 device is gone');
    });
  }

  /** As the plan says. */
  settings(settings: SerialSettings): void {
    this.#take({ type: 'settings', settings });
  }

  join(link: LinkName, { door, mode }: { readonly door: DeskDoor; readonly mode: AccessMode }): void {
    this.#doors.set(link, door);
    this.#take({ type: 'join', link, mode });
  }

  mode(link: LinkName, mode: AccessMode): void {
    this.#take({ type: 'mode', link, mode });
  }

  leave(link: LinkName): void {
    this.#doors.delete(link);
    this.#take({ type: 'leave', link });
  }

  written(link: LinkName, bytes: Uint8Array): void {
    this.#take({ type: 'written', link, bytes });
  }

  #take(input: ComputerSerialInput): void {
    if (this.#options.port === null) return;
    const { state, out } = computerSerialStep(this.#state, input);
    this.#state = state;
    for (const each of out) this.#act(each, this.#options.port);
  }

  #act(out: ComputerSerialOut, port: SerialPort): void {
    const { log } = this.#options;
    switch (out.type) {
      case 'configure':
        port.configure(out.settings);
        return;
      case 'write':
        port.write(out.bytes);
        return;
      case 'tell-settings':
        this.#doors.get(out.link)?.send({ type: 'serial-settings', settings: out.settings });
        return;
      case 'tell': {
        const door = this.#doors.get(out.link);
        if (door === undefined || sendSerial(door, out.bytes)) return;
        if (this.#dropped++ === 0) log.warn('a link is too slow for the computer’s RS-232', { link: out.link });
        return;
      }
      case 'refused':
        if (this.#refused++ === 0) log.warn('a desk that may only look wrote to RS-232', { link: out.link });
        return;
      default:
        unreachable(out);
    }
  }
}
