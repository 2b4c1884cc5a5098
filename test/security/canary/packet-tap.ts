import koffi from 'koffi';

/** Linux, packet(7): every frame of every device of this network namespace, in and out. */
const AF_PACKET = 17;
const SOCK_RAW = 3;
const SOCK_NONBLOCK = 0o4000;
const ETH_P_ALL = 0x0003;
const SOL_SOCKET = 1;
/** As root, beyond the machine's limit: nothing may be dropped before it is read. */
const SO_RCVBUFFORCE = 33;
const BUFFER = 256 * 1024 * 1024;

const ETHERNET_HEADER = 14;
const TCP = 6;
const UDP = 17;

const libc = koffi.load('libc.so.6');
const socket = libc.func('int socket(int domain, int type, int protocol)');
const setsockopt = libc.func('int setsockopt(int fd, int level, int name, const int *value, int size)');
const recv = libc.func('int recv(int fd, _Out_ uint8_t *buffer, size_t size, int flags)');
const close = libc.func('int close(int fd)');

/** What one side of one connection sent, or all datagrams between two ports, in order and without repetitions. */
export interface TappedFlow {
  readonly name: string;
  readonly protocol: 'tcp' | 'udp';
  readonly bytes: Uint8Array;
}

/** Hears everything that goes over the network of its namespace. Needs root, or a namespace of its own. */
export class PacketTap implements Disposable {
  readonly #fd: number;
  readonly #buffer = Buffer.alloc(70_000);
  readonly #flows = new Map<
    string,
    { readonly protocol: 'tcp' | 'udp'; readonly parts: Uint8Array[]; next: number | null }
  >();
  readonly #timer: NodeJS.Timeout;
  packets = 0;

  constructor() {
    // The protocol is in network order.
    this.#fd = socket(AF_PACKET, SOCK_RAW | SOCK_NONBLOCK, ETH_P_ALL << 8);
    if (this.#fd < 0) throw new Error(`no packet socket: errno ${koffi.errno()}`);
    setsockopt(this.#fd, SOL_SOCKET, SO_RCVBUFFORCE, [BUFFER], 4);
    this.#timer = setInterval(() => this.#drain(), 5);
  }

  flows(): readonly TappedFlow[] {
    this.#drain();
    return [...this.#flows].map(([name, { protocol, parts }]) => ({ name, protocol, bytes: Buffer.concat(parts) }));
  }

  [Symbol.dispose](): void {
    clearInterval(this.#timer);
    close(this.#fd);
  }

  #drain(): void {
    for (;;) {
      const size: number = recv(this.#fd, this.#buffer, this.#buffer.length, 0);
      if (size <= 0) return;
      this.packets += 1;
      this.#take(this.#buffer.subarray(ETHERNET_HEADER, size));
    }
  }

  #take(packet: Buffer): void {
    if (packet[0] === undefined || packet[0] >> 4 !== 4) return;
    const header = (packet[0] & 0x0f) * 4;
    const protocol = packet[9];
    const segment = packet.subarray(header, packet.readUInt16BE(2));
    const [from, to] = [packet.subarray(12, 16).join('.'), packet.subarray(16, 20).join('.')];
    if (protocol !== TCP && protocol !== UDP) return;
    const kind = protocol === TCP ? 'tcp' : 'udp';
    const name = `${kind} ${from}:${segment.readUInt16BE(0)} to ${to}:${segment.readUInt16BE(2)}`;
    const flow = this.#flows.get(name) ?? { protocol: kind, parts: [], next: null };
    this.#flows.set(name, flow);
    if (protocol === UDP) {
      flow.parts.push(Uint8Array.from(segment.subarray(8)));
      return;
    }
    const payload = segment.subarray((segment.readUInt8(12) >> 4) * 4);
    if (payload.length === 0) return;
    // Loopback shows every packet twice, going and coming, and TCP may repeat some: the sequence tells what is new.
    const sequence = segment.readUInt32BE(4);
    const known = flow.next === null ? 0 : (flow.next - sequence) | 0;
    if (known >= payload.length) return;
    flow.parts.push(Uint8Array.from(payload.subarray(Math.max(0, known))));
    flow.next = (sequence + payload.length) >>> 0;
  }
}
