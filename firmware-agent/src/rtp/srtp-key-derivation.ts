import { createCipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import { type MasterKey, MEDIA_KEY_BYTES, MEDIA_SALT_BYTES } from '@seatmatrix/protocol/domain';

/** RFC 3711 §4.3.2 and §4.3.1: what a session key is for. */
export const KeyLabel = { rtpEncryption: 0, rtpSalt: 2, rtcpEncryption: 3, rtcpSalt: 5 } as const;

export interface SessionKey {
  readonly key: KeyObject;
  /** 12 bytes. */
  readonly salt: Uint8Array;
}

const BLOCK_SIZE = 16;
/** x of §4.3.1 has 112 bits; the label stands left of the 48 bits of the index, which is 0 without a derivation rate. */
const LABEL_AT = 7;

/**
 * The key stream of AES-CM under the master key, `size` bytes of it. A salt of 96 bits (RFC 7714 §11) is used as one of
 * 112 whose last bits are zero, as libsrtp and everybody else does.
 */
export function deriveKey({ masterKey, masterSalt }: MasterKey, label: number, size: number): Uint8Array {
  const counter = new Uint8Array(BLOCK_SIZE);
  counter.set(masterSalt);
  counter[LABEL_AT] = (counter[LABEL_AT] ?? 0) ^ label;
  return createCipheriv('aes-128-ctr', masterKey, counter).update(new Uint8Array(size));
}

export function deriveSessionKeys(master: MasterKey): { readonly rtp: SessionKey; readonly rtcp: SessionKey } {
  return {
    rtp: {
      key: createSecretKey(deriveKey(master, KeyLabel.rtpEncryption, MEDIA_KEY_BYTES)),
      salt: deriveKey(master, KeyLabel.rtpSalt, MEDIA_SALT_BYTES),
    },
    rtcp: {
      key: createSecretKey(deriveKey(master, KeyLabel.rtcpEncryption, MEDIA_KEY_BYTES)),
      salt: deriveKey(master, KeyLabel.rtcpSalt, MEDIA_SALT_BYTES),
    },
  };
}
