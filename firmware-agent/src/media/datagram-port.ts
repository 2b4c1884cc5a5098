/** `host` is an IPv4 address, or in memory a host's name. */
export interface DatagramPlace {
  readonly host: string;
  readonly port: number;
}

/** Called for every datagram; the bytes are the listener's to keep. */
export type DatagramListener = (bytes: Uint8Array, from: DatagramPlace) => void;

/** One UDP socket. What it sends may be lost, doubled or overtaken, and nobody is told. */
export interface DatagramPort extends AsyncDisposable {
  /** As it was opened; the port is the true one. */
  readonly place: DatagramPlace;
  readonly figures: DatagramFigures;
  /** Never throws: what the system refuses is lost as if it had been lost on the way, and counted. */
  send(bytes: Uint8Array, to: DatagramPlace): void;
  /** Called once, synchronously with getting the port: datagrams wait for nobody. */
  listen(listener: DatagramListener): void;
  /** Also takes what is sent to this multicast group and port. Again while joined: nothing happens. */
  join(group: DatagramPlace): Promise<void>;
  leave(group: DatagramPlace): Promise<void>;
}

export interface DatagramFigures {
  readonly sent: number;
  readonly received: number;
  /** Given up by the system: no route, no buffer. */
  readonly unsent: number;
  /** Why the last of them was. */
  readonly unsentReason: string | null;
}

/** `port` 0 takes any free one. Rejects with a Fault: `port-in-use`, `configuration-invalid`. */
export type OpenDatagramPort = (options: DatagramPlace) => Promise<DatagramPort>;
