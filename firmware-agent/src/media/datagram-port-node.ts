import { createSocket, type Socket } from 'node:dgram';
import { lookup as resolve } from 'node:dns';
import { once } from 'node:events';
import { isIPv4 } from 'node:net';
import { Fault } from '@seatmatrix/protocol/kernel';
import type { DatagramFigures, DatagramListener, DatagramPlace, DatagramPort } from './datagram-port.ts';

/**
 * A key picture of 4K comes as a thousand packets at once, and the event loop may be busy for some milliseconds. The
 * system gives at most net.core.rmem_max of it (often 208 KiB, which it doubles): docs/box-builders.md says how to raise it.
 */
const RECEIVE_BUFFER = 4 * 1024 * 1024;
const SEND_BUFFER = 4 * 1024 * 1024;

/**
 * What may wait behind the system's own buffer, which a network that is too slow never empties: without a limit the queue
 * grows until the memory ends, and the pictures in it are of the past. A key picture of 4K for sixteen desks, or an eighth
 * of a second of a gigabit.
 */
const UNSENT_MAX = 16 * 1024 * 1024;

/** Far enough for a building with routers between its floors; site-local groups (239.0.0.0/8) go no further than those. */
const MULTICAST_HOPS = 8;

const ANY = '0.0.0.0';

/** A UDP socket of IPv4, for unicast and multicast. `host` is one of this machine's addresses or 0.0.0.0. */
export async function openDatagramPort({ host, port }: DatagramPlace): Promise<DatagramPort> {
  if (!isIPv4(host)) {
    throw new Fault({ code: 'configuration-invalid', message: `media port: "${host}" is no IPv4 address` });
  }
  const socket = await bind({ host, port, shared: false });
  socket.setMulticastTTL(MULTICAST_HOPS);
  socket.setMulticastLoopback(true);
  if (host !== ANY) socket.setMulticastInterface(host);
  return new NodeDatagramPort(socket, { host, port: socket.address().port });
}

class NodeDatagramPort implements DatagramPort {
  readonly place: DatagramPlace;
  readonly #socket: Socket;
  readonly #groups = new Map<string, Promise<Socket | null>>();
  #listener: DatagramListener | null = null;
  #sent = 0;
  #received = 0;
  #unsent = 0;
  #unsentReason: string | null = null;
  #closed = false;

  constructor(socket: Socket, place: DatagramPlace) {
    this.#socket = socket;
    this.place = place;
    this.#hear(socket);
  }

  get figures(): DatagramFigures {
    return {
      sent: this.#sent,
      received: this.#received,
      unsent: this.#unsent,
      unsentReason: this.#unsentReason,
    };
  }

  send(bytes: Uint8Array, to: DatagramPlace): void {
    if (this.#closed) return;
    this.#sent++;
    if (this.#socket.getSendQueueSize() > UNSENT_MAX) {
      this.#unsent++;
      this.#unsentReason = 'the network is too slow';
      return;
    }
    // With a callback it never emits an error event. A port out of range is thrown, as a caller's mistake.
    this.#socket.send(bytes, 0, bytes.length, to.port, to.host, this.#answered);
  }

  listen(listener: DatagramListener): void {
    this.#listener = listener;
  }

  async join(group: DatagramPlace): Promise<void> {
    const key = `${group.host}:${group.port}`;
    const joining = this.#groups.get(key) ?? this.#open(group);
    this.#groups.set(key, joining);
    try {
      await joining;
    } catch (error) {
      this.#groups.delete(key);
      throw error;
    }
  }

  async leave(group: DatagramPlace): Promise<void> {
    const key = `${group.host}:${group.port}`;
    const joined = this.#groups.get(key);
    if (joined === undefined) return;
    this.#groups.delete(key);
    const socket = await joined;
    if (socket !== null) await close(socket);
    else if (!this.#closed) this.#socket.dropMembership(group.host, this.#interface());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    const groups = [...this.#groups.values()];
    this.#groups.clear();
    for (const joined of await Promise.allSettled(groups)) {
      if (joined.status === 'fulfilled' && joined.value !== null) await close(joined.value);
    }
    await close(this.#socket);
  }

  readonly #answered = (error: Error | null): void => {
    if (error === null || this.#closed) return;
    this.#unsent++;
    this.#unsentReason = error.message;
  };

  /**
   * Null: the own socket takes the group's datagrams. A socket that is bound to an address of the machine never gets
   * any, so such a group has one of its own, bound to the group; several agents of one machine can then have it.
   */
  async #open(group: DatagramPlace): Promise<Socket | null> {
    if (this.place.host === ANY && this.place.port === group.port) {
      this.#socket.addMembership(group.host);
      return null;
    }
    const socket = await bind({ ...group, shared: true });
    try {
      socket.addMembership(group.host, this.#interface());
    } catch (error) {
      await close(socket);
      throw new Fault({ code: 'configuration-invalid', message: `cannot join ${group.host}`, cause: error });
    }
    this.#hear(socket);
    return socket;
  }

  #interface(): string | undefined {
    return this.place.host === ANY ? undefined : this.place.host;
  }

  #hear(socket: Socket): void {
    socket.on('message', (bytes, from) => {
      this.#received++;
      this.#listener?.(bytes, { host: from.address, port: from.port });
    });
    // ICMP's port unreachable of an earlier datagram: the other side is not there, and its link tells us so.
    socket.on('error', this.#answered);
  }
}

async function bind(options: DatagramPlace & { readonly shared: boolean }): Promise<Socket> {
  const { host, port, shared } = options;
  const socket = createSocket({
    type: 'udp4',
    reuseAddr: shared,
    recvBufferSize: RECEIVE_BUFFER,
    sendBufferSize: SEND_BUFFER,
    // Node asks its resolver for every datagram otherwise, and addresses come back a tick later.
    lookup: (name, _options, callback) =>
      isIPv4(name) ? callback(null, name, 4) : resolve(name, { family: 4 }, callback),
  });
  // Before the call: with this lookup it may be listening within it.
  const listening = once(socket, 'listening');
  socket.bind({ address: host, port });
  try {
    await listening;
  } catch (error) {
    socket.close();
    const inUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    throw new Fault({
      code: inUse ? 'port-in-use' : 'configuration-invalid',
      message: inUse ? `UDP port ${port} of ${host} is in use` : `cannot listen on ${host}, UDP port ${port}`,
      context: { host, port },
      cause: error,
    });
  }
  return socket;
}

async function close(socket: Socket): Promise<void> {
  const closed = once(socket, 'close');
  socket.close();
  await closed;
}
