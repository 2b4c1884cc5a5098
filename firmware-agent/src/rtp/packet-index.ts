/** What 16 bits of sequence number count to. */
export const SEQUENCE_SPAN = 0x1_0000;
const HALF = SEQUENCE_SPAN / 2;

export const rolloverCounterOf = (index: number): number => Math.floor(index / SEQUENCE_SPAN);
export const sequenceOf = (index: number): number => index % SEQUENCE_SPAN;

/**
 * RFC 3711 §3.3.1 and appendix A: the packet's 48-bit index from its sequence number and the highest index so far.
 * Negative for a packet from before the stream's beginning.
 */
export function estimateIndex(sequence: number, highest: number): number {
  const counter = rolloverCounterOf(highest);
  const last = sequenceOf(highest);
  if (last < HALF) return (sequence - last > HALF ? counter - 1 : counter) * SEQUENCE_SPAN + sequence;
  return (last - HALF > sequence ? counter + 1 : counter) * SEQUENCE_SPAN + sequence;
}
