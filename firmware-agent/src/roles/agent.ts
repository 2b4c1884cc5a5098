import type { Clock, Log, Random } from '@seatmatrix/protocol/kernel';
import type { Network } from '@seatmatrix/protocol/link';
import type { AgentMemory } from '../agent-memory.ts';
import type { BoxIdentity } from '../identity/box-identity.ts';
import type { DatagramPlace, DatagramPort } from '../media/datagram-port.ts';
import type { RandomBytes } from '../rtp/sending-epoch.ts';

/** A box's program in one of its two roles. */
export interface Agent {
  /**
   * Opens the peer listener and begins to look for the manager; does not wait to find it. Rejects with a Fault
   * (`port-in-use`, …) when the listener cannot open. Call once.
   */
  start(): Promise<void>;
  /** Ends with every key up, every link closed and every driver disposed. */
  stop(): Promise<void>;
}

/** What picture and sound go over as SRTP. */
export interface AgentMedia {
  /** Rejects with a Fault (`port-in-use`, …). */
  readonly open: () => Promise<DatagramPort>;
  /** Of the system's cryptographic generator: keys are made of it. */
  readonly randomBytes: RandomBytes;
  /** Where a transmitter sends for all its receivers at once; null sends to each by itself. */
  readonly group: DatagramPlace | null;
}

export interface AgentOptions {
  readonly identity: BoxIdentity;
  readonly memory: AgentMemory;
  readonly network: Network;
  /** Where the manager's box listener is. Asked before every dial: discovery may have found another place. */
  readonly manager: () => { readonly host: string; readonly port: number };
  /** Where the peer listener opens (port 0: any), and the host that other boxes are told; null tells `host`. */
  readonly peer: { readonly host: string; readonly port: number; readonly advertise: string | null };
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** Null: picture and sound go over TLS alone. */
  readonly media: AgentMedia | null;
  readonly firmware: string;
  /** `XXXXX-XXXXX-XXXXX-XXXXX`, said in the hello until the box is adopted. */
  readonly enrolmentCode: string | null;
}
