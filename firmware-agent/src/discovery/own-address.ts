import { createSocket } from 'node:dgram';

interface Place {
  readonly host: string;
  readonly port: number;
}

/** What other boxes of the manager's network can dial. */
export interface OwnAddress {
  /** Looks towards the place that is about to be dialled: the network may be another one than at the last dial. */
  look(place: Place): void;
  /** As last found; null before that. */
  readonly address: string | null;
}

export function createOwnAddress(): OwnAddress {
  let address: string | null = null;
  return {
    look(place) {
      void ownAddressTowards(place).then((found) => {
        address = found ?? address;
      });
    },
    get address() {
      return address;
    },
  };
}

/** The address that this box has towards the host; null when there is no way or no such host. Never rejects. */
export function ownAddressTowards(place: Place): Promise<string | null> {
  return new Promise((resolve) => {
    // Connecting a datagram socket sends nothing: the kernel only picks the route and with it the source address.
    const socket = createSocket(place.host.includes(':') ? 'udp6' : 'udp4');
    const finish = (address: string | null): void => {
      socket.close();
      resolve(address);
    };
    // A failure is told to a callback that is given to connect, so the two events are taken instead.
    socket.once('error', () => finish(null));
    socket.once('connect', () => finish(socket.address().address));
    socket.connect(place.port, place.host);
  });
}
