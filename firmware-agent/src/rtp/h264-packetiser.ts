import { splitAnnexB } from './annex-b.ts';
import { RTP_HEADER_SIZE } from './rtp-packet.ts';

/**
 * Bytes of a datagram. 1,280 bytes pass every IPv6 link, and every tunnel and VPN that people put between two
 * sites; 40 of them are the IPv6 header and 8 UDP's. Fewer, larger packets would save little: 1,440 cost the sender 15 %
 * less, and one oversized packet on a path that drops fragments costs every picture.
 */
export const PACKET_MAX = 1200;

/** Room for the authentication tag of AES-GCM. */
const PROTECTION_SIZE = 16;

/** Of a packet that fits a datagram when it is protected. */
export const PAYLOAD_MAX = PACKET_MAX - RTP_HEADER_SIZE - PROTECTION_SIZE;

/** RFC 6184 §5.2. */
export const StructureType = { stapA: 24, fuA: 28 } as const;

const FU_START = 0x80;
const FU_END = 0x40;
const FU_HEADER_SIZE = 2;
const STAP_SIZE_FIELD = 2;

/**
 * RTP payloads of one access unit (Annex B) in packetization-mode 1: small NAL units together (STAP-A), large ones in
 * fragments (FU-A), the rest alone. The last payload's packet carries the marker. Empty when there is no NAL unit.
 */
export function packetiseH264(unit: Uint8Array, payloadMax: number = PAYLOAD_MAX): readonly Uint8Array[] {
  const payloads: Uint8Array[] = [];
  let together: Uint8Array[] = [];
  let size = 1;
  const flush = () => {
    const [first] = together;
    if (first !== undefined) payloads.push(together.length === 1 ? first : aggregate(together, size));
    together = [];
    size = 1;
  };
  for (const nal of splitAnnexB(unit)) {
    if (size + STAP_SIZE_FIELD + nal.length > payloadMax) flush();
    if (nal.length > payloadMax) {
      fragment(nal, payloadMax, payloads);
    } else {
      together.push(nal);
      size += STAP_SIZE_FIELD + nal.length;
    }
  }
  flush();
  return payloads;
}

function aggregate(nals: readonly Uint8Array[], size: number): Uint8Array {
  const payload = new Uint8Array(size);
  let forbidden = 0;
  let importance = 0;
  let at = 1;
  for (const nal of nals) {
    const header = nal[0] ?? 0;
    forbidden |= header & 0x80;
    importance = Math.max(importance, header & 0x60);
    payload[at] = nal.length >> 8;
    payload[at + 1] = nal.length & 0xff;
    payload.set(nal, at + STAP_SIZE_FIELD);
    at += STAP_SIZE_FIELD + nal.length;
  }
  payload[0] = forbidden | importance | StructureType.stapA;
  return payload;
}

function fragment(nal: Uint8Array, payloadMax: number, payloads: Uint8Array[]): void {
  const header = nal[0] ?? 0;
  const room = payloadMax - FU_HEADER_SIZE;
  const body = nal.length - 1;
  // Of even size, so that no unit ends in a packet with three bytes.
  const step = Math.ceil(body / Math.ceil(body / room));
  for (let at = 0; at < body; at += step) {
    const part = nal.subarray(1 + at, 1 + Math.min(at + step, body));
    const payload = new Uint8Array(FU_HEADER_SIZE + part.length);
    payload[0] = (header & 0xe0) | StructureType.fuA;
    payload[1] = (at === 0 ? FU_START : 0) | (at + step >= body ? FU_END : 0) | (header & 0x1f);
    payload.set(part, FU_HEADER_SIZE);
    payloads.push(payload);
  }
}
