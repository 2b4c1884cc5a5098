import { DEFAULT_SOURCE_SETTINGS, type SerialSettings } from '@seatmatrix/protocol/domain';
import { type Log, unreachable } from '@seatmatrix/protocol/kernel';
import type { SerialPort } from '../drivers/index.ts';
import {
  type DeskSerial,
  type DeskSerialInput,
  type DeskSerialOut,
  deskSerialStep,
  noDeskSerial,
} from './desk-serial.ts';
import { type SerialDoor, sendSerial } from './serial-door.ts';

export interface SerialToDeskOptions {
  /** Null: the receiver has no RS-232. */
  readonly port: SerialPort | null;
  /** One that limits its warnings. */
  readonly log: Log;
}

/** A receiver's RS-232 socket: the connected computer's, as if a cable ran there. */
export class SerialToDesk {
  readonly #options: SerialToDeskOptions;
  #state: DeskSerial<SerialDoor> = noDeskSerial();
  /** Until a computer says its own. */
  #set: SerialSettings = DEFAULT_SOURCE_SETTINGS.serial;
  #dropped = 0;

  constructor(options: SerialToDeskOptions) {
    this.#options = options;
  }

  /** Pieces that a link or the line was too slow for. */
  get dropped(): number {
    return this.#dropped + (this.#options.port?.dropped ?? 0);
  }

  start(): void {
    this.#options.port?.listen((event) => {
      if (event.type === 'bytes') this.#take({ type: 'written', bytes: event.bytes });
      else this.#options.log.info(event.plugged ? 'the RS-232 device is there' : 'the RS-232 device is gone');
    });
  }

  /** Which computer the desk has now, by its open link, and whether its keys reach it; null for none. */
  steered(steered: { readonly link: SerialDoor; readonly control: boolean } | null): void {
    this.#take({ type: 'steered', steered });
  }

  /** The computer at the other end of this link has its line set so. */
  settings(link: SerialDoor, settings: SerialSettings): void {
    this.#take({ type: 'settings', link, settings });
  }

  heard(link: SerialDoor, bytes: Uint8Array): void {
    this.#take({ type: 'heard', link, bytes });
  }

  closed(link: SerialDoor): void {
    this.#take({ type: 'closed', link });
  }

  #take(input: DeskSerialInput<SerialDoor>): void {
    if (this.#options.port === null) return;
    const { state, out } = deskSerialStep(this.#state, input);
    this.#state = state;
    for (const each of out) this.#act(each, this.#options.port);
  }

  #act(out: DeskSerialOut<SerialDoor>, port: SerialPort): void {
    switch (out.type) {
      case 'configure':
        this.#set = out.settings ?? this.#set;
        port.configure(this.#set);
        return;
      case 'write':
        port.write(out.bytes);
        return;
      case 'send':
        if (sendSerial(out.link, out.bytes)) return;
        if (this.#dropped++ === 0) this.#options.log.warn('the link is too slow for the desk’s RS-232');
        return;
      default:
        unreachable(out);
    }
  }
}
