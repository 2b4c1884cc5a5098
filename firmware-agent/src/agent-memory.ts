import type { Generation } from '@seatmatrix/protocol/domain';

/** What the manager said in its Welcome that a box must still know when it starts without a manager. */
export interface TrustedSite {
  /** Raw 32-byte Ed25519 key that signs tickets. */
  readonly ticketKey: Uint8Array;
  /** PEM of the site's CA. */
  readonly authority: string;
}

/** What a box keeps through a power cut. Each `keep` resolves when the new value is durable. */
export interface AgentMemory {
  readonly highestGeneration: Generation;
  /** Durable before the box obeys what carries this generation. Lower ones than the kept are ignored. */
  keepGeneration(generation: Generation): Promise<void>;
  readonly trusted: TrustedSite | null;
  keepTrusted(trusted: TrustedSite): Promise<void>;
}
