import type { NtpTime } from './ntp-time.ts';

/** RFC 3550 §6.4.1: how one sender's packets arrive. */
export interface ReportBlock {
  /** Of the sender that is reported on. */
  readonly ssrc: number;
  /** 0–255: of 256 packets, since the last report. */
  readonly fractionLost: number;
  /** Since the beginning; negative when more were received than sent. 24 bits with sign. */
  readonly lost: number;
  /** Sequence number with its counter above it, 32 bits. */
  readonly highestSequence: number;
  /** In ticks of the RTP time. */
  readonly jitter: number;
  /** Middle 32 bits of the last sender report's time; 0 when there was none. */
  readonly lastReport: number;
  /** Since that report, in 1/65536 s. */
  readonly delay: number;
}

/** RFC 3611 §4.5: the answer to a `reference-time`. */
export interface ReferenceAnswer {
  /** Who asked. */
  readonly ssrc: number;
  /** Middle 32 bits of the time that was said. */
  readonly lastReference: number;
  /** Since then, in 1/65536 s. */
  readonly delay: number;
}

export type RtcpPacket =
  | {
      readonly type: 'sender-report';
      readonly ssrc: number;
      readonly ntp: NtpTime;
      readonly timestamp: number;
      readonly packets: number;
      readonly octets: number;
      readonly blocks: readonly ReportBlock[];
    }
  | { readonly type: 'receiver-report'; readonly ssrc: number; readonly blocks: readonly ReportBlock[] }
  | { readonly type: 'source-description'; readonly ssrc: number; readonly canonicalName: string }
  | { readonly type: 'goodbye'; readonly ssrcs: readonly number[] }
  /** RFC 4585 §6.3.1: a key frame is needed. */
  | { readonly type: 'picture-loss'; readonly sender: number; readonly media: number }
  /** RFC 4585 §6.2.1: these are missing. 16 bits each. */
  | {
      readonly type: 'missing-packets';
      readonly sender: number;
      readonly media: number;
      readonly sequences: readonly number[];
    }
  /** RFC 3611 §4.4: lets a receiver, which sends no sender reports, measure the round trip. */
  | { readonly type: 'reference-time'; readonly ssrc: number; readonly ntp: NtpTime }
  | { readonly type: 'reference-answer'; readonly ssrc: number; readonly answers: readonly ReferenceAnswer[] };

export const RtcpType = {
  senderReport: 200,
  receiverReport: 201,
  sourceDescription: 202,
  goodbye: 203,
  transportFeedback: 205,
  payloadFeedback: 206,
  extendedReport: 207,
} as const;

/** Feedback formats of RFC 4585, block types of RFC 3611, items of RFC 3550. */
export const RtcpFormat = { missingPackets: 1, pictureLoss: 1 } as const;
export const ExtendedBlock = { referenceTime: 4, referenceAnswer: 5 } as const;
export const CANONICAL_NAME = 1;
export const REPORT_BLOCK_SIZE = 24;

/** A compound must fit a datagram; with a longer one somebody tries something. */
export const RTCP_MAX = 1500;
