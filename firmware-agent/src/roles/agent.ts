import type { Clock, Log, Random } from '@seatmatrix/protocol/kernel';
import type { Network } from '@seatmatrix/protocol/link';
import type { AgentMemory } from '../agent-memory.ts';
import type { BoxIdentity } from '../identity/box-identity.ts';

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
  readonly firmware: string;
  /** `XXXXX-XXXXX-XXXXX-XXXXX`, said in the hello until the box is adopted. */
  readonly enrolmentCode: string | null;
}
