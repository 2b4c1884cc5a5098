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

/** A master key and salt of AEAD_AES_128_GCM (RFC 7714 §12). */
export interface MasterKey {
  /** MEDIA_KEY_BYTES. Never in a log. */
  readonly masterKey: Uint8Array;
  /** MEDIA_SALT_BYTES. */
  readonly masterSalt: Uint8Array;
}

export const MEDIA_KEY_BYTES = 16;
export const MEDIA_SALT_BYTES = 12;

/** Where one stream is, for somebody who joins now. */
export interface StreamPlace {
  /** 32 bits. */
  readonly ssrc: number;
  /** Of the next packet: 32 bits and 16 bits. Without the counter nobody could join once the sequence has wrapped. */
  readonly rolloverCounter: number;
  readonly sequence: number;
  /** The RTP time (32 bits) that stands for `time`, in microseconds of the transmitter's monotonic clock. */
  readonly timestamp: number;
  readonly time: number;
}

/**
 * What a member of a viewer group needs to read one key epoch. Every change of the members begins a new epoch with new
 * keys and new SSRCs, so that who left reads nothing more and who comes reads nothing older.
 */
export interface MediaKey extends MasterKey {
  /** Rises by one with every change of keys of the group. */
  readonly epoch: number;
  readonly video: StreamPlace;
  readonly sound: StreamPlace;
  /** What this member's own SRTCP is protected with: nobody else's, or one viewer could speak for another. */
  readonly feedback: MasterKey & { readonly ssrc: number };
  /** Where the group's packets go; null: to each member by itself. */
  readonly group: { readonly host: string; readonly port: number } | null;
}
