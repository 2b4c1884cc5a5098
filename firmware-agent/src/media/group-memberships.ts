import type { Log } from '@seatmatrix/protocol/kernel';
import type { DatagramPlace, DatagramPort } from './datagram-port.ts';

export interface GroupMembershipsOptions {
  readonly port: Pick<DatagramPort, 'join' | 'leave'>;
  readonly log: Log;
}

/**
 * The multicast groups of a port. Two routes to one transmitter have the same group for a while, and the port is in it or
 * not: it leaves when the last of them does.
 */
export class GroupMemberships {
  readonly #options: GroupMembershipsOptions;
  readonly #streams = new Map<string, number>();

  constructor(options: GroupMembershipsOptions) {
    this.#options = options;
  }

  join(group: DatagramPlace): void {
    const streams = this.#streams.get(keyOf(group)) ?? 0;
    this.#streams.set(keyOf(group), streams + 1);
    if (streams === 0) this.#options.port.join(group).catch(this.#failed);
  }

  /** As often as `join`. */
  leave(group: DatagramPlace): void {
    const streams = this.#streams.get(keyOf(group)) ?? 0;
    if (streams > 1) {
      this.#streams.set(keyOf(group), streams - 1);
      return;
    }
    this.#streams.delete(keyOf(group));
    this.#options.port.leave(group).catch(this.#failed);
  }

  /** Then no picture comes, which is said as that; the reason is for whoever looks for it. */
  readonly #failed = (cause: unknown): void => {
    this.#options.log.warn('a multicast group cannot be joined or left', { cause });
  };
}

const keyOf = ({ host, port }: DatagramPlace): string => `${host}:${port}`;
