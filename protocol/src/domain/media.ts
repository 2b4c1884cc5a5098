/** Colour at half the resolution, or at the whole: coloured text blurs in 4:2:0. */
export type Chroma = '4:2:0' | '4:4:4';

/** Where a receiver takes SRTP, and what it can decode. Null in an offer: units on the media socket alone. */
export interface MediaOffer {
  /** UDP port at the address that the peer link comes from. */
  readonly port: number;
  readonly chromas: readonly Chroma[];
  readonly sound: boolean;
}

/** How units travel on a route: on the `/media` socket, or as SRTP, whose SRTCP the transmitter takes on `port`. */
export type MediaPath = { readonly type: 'socket' } | { readonly type: 'rtp'; readonly port: number };

/** The master key and salt of AEAD_AES_128_GCM (RFC 7714 §12). */
export const MEDIA_KEY_BYTES = 16;
export const MEDIA_SALT_BYTES = 12;

/**
 * What a member of a viewer group needs to read one key epoch. Every change of the members begins a new epoch with new
 * keys and new SSRCs, so that who left reads nothing more and who comes reads nothing older.
 */
export interface MediaKey {
  /** Rises by one with every change of keys of the group. */
  readonly epoch: number;
  readonly masterKey: Uint8Array;
  readonly masterSalt: Uint8Array;
  readonly ssrc: number;
  /** The sound's, protected with the same keys; null when the source sends none. */
  readonly soundSsrc: number | null;
  /** Of the SRTCP that this receiver sends. No two members share one: the keys are one (RFC 7714 §8.1). */
  readonly receiverSsrc: number;
  /** The picture's roll-over counter and sequence number at the first packet of this epoch. */
  readonly rolloverCounter: number;
  readonly sequence: number;
  /** Where the group's packets go; null: to each member by itself. */
  readonly group: { readonly host: string; readonly port: number } | null;
}
