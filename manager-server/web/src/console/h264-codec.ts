/** NAL unit type of a sequence parameter set (H.264 table 7-1). */
const SEQUENCE_PARAMETERS = 7;

/**
 * The codec string of an access unit in Annex B (RFC 6381 §3.3: profile, constraints and level of its sequence parameter
 * set); null where it has none.
 */
export function h264Codec(unit: Uint8Array): string | null {
  for (let at = 0; at + 6 < unit.length; at++) {
    const starts = unit[at] === 0 && unit[at + 1] === 0 && unit[at + 2] === 1;
    if (!starts || ((unit[at + 3] ?? 0) & 0x1f) !== SEQUENCE_PARAMETERS) continue;
    const parts = [...unit.subarray(at + 4, at + 7)].map((byte) => byte.toString(16).padStart(2, '0'));
    return `avc1.${parts.join('')}`;
  }
  return null;
}
