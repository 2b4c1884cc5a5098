import { BlockList, isIPv4 } from 'node:net';
import type { MediaKey } from '@seatmatrix/protocol/domain';
import { z } from 'zod';

/** Of H.264 in our RTP (RFC 3551 §6: dynamic). */
const PAYLOAD_TYPE = 96;
const CLOCK_RATE = 90_000;

/** Whoever needs the picture for longer asks again; a stream that somebody forgot ends by itself. */
export const FOREIGN_VIEWER_SECONDS_MAX = 3600;

const NOBODY = new BlockList();
NOBODY.addSubnet('0.0.0.0', 8);
NOBODY.addAddress('255.255.255.255');
const MULTICAST = new BlockList();
MULTICAST.addSubnet('224.0.0.0', 4);

/** No name: nothing here is looked up. Transmitters send SRTP over IPv4. */
const isAddress = (text: string): boolean => isIPv4(text) && !NOBODY.check(text);

export const foreignViewerInput = z.strictObject({
  host: z.string().refine(isAddress, { error: 'the IPv4 address of whoever receives, not a name' }),
  port: z.int().min(1).max(65_535),
  seconds: z.int().min(1).max(FOREIGN_VIEWER_SECONDS_MAX),
});

export const foreignViewerSchema = z
  .object({
    ssrc: z.int(),
    payloadType: z.int(),
    clockRate: z.int(),
    cipher: z.literal('AEAD_AES_128_GCM').meta({ description: 'RFC 7714, SRTP and SRTCP, on one port' }),
    key: z.string().meta({ description: 'master key (16 bytes), then master salt (12 bytes), hexadecimal' }),
    rolloverCounter: z.int(),
    sequence: z.int().meta({ description: 'of the first packet' }),
    gstreamer: z.string().meta({ description: 'a command that shows the picture, for a shell at the receiver' }),
  })
  .meta({ id: 'ForeignViewer' });

/** What a receiver of somebody else needs to read the stream. */
export function foreignViewerOf(key: MediaKey, at: { readonly host: string; readonly port: number }) {
  const { ssrc, rolloverCounter, sequence } = key.video;
  const hex = Buffer.concat([key.masterKey, key.masterSalt]).toString('hex');
  return {
    ssrc,
    payloadType: PAYLOAD_TYPE,
    clockRate: CLOCK_RATE,
    cipher: 'AEAD_AES_128_GCM' as const,
    key: hex,
    rolloverCounter,
    sequence,
    gstreamer: gstreamerLine({ ...at, ssrc, hex, rolloverCounter }),
  };
}

/**
 * For GStreamer 1.22, whose srtpdec takes the keys from its caps. It ends with "not-linked" at the first SRTCP packet,
 * which comes on the same port, unless somebody takes what it makes of it.
 */
function gstreamerLine(viewer: {
  readonly host: string;
  readonly port: number;
  readonly ssrc: number;
  readonly hex: string;
  readonly rolloverCounter: number;
}): string {
  const { host, port, ssrc, hex, rolloverCounter } = viewer;
  const caps = [
    'application/x-srtp',
    'media=(string)video',
    'encoding-name=(string)H264',
    `payload=(int)${PAYLOAD_TYPE}`,
    `clock-rate=(int)${CLOCK_RATE}`,
    `ssrc=(uint)${ssrc}`,
    `roc=(uint)${rolloverCounter}`,
    `srtp-key=(buffer)${hex}`,
    'srtp-cipher=(string)aes-128-gcm',
    'srtp-auth=(string)null',
    'srtcp-cipher=(string)aes-128-gcm',
    'srtcp-auth=(string)null',
  ].join(', ');
  const source = `udpsrc address=${listening(host)} port=${port} caps='${caps}'`;
  const picture = 'rtph264depay ! h264parse ! avdec_h264 ! videoconvert ! autovideosink';
  return `gst-launch-1.0 ${source} ! srtpdec name=srtp srtp.rtcp_src ! fakesink async=false srtp.rtp_src ! ${picture}`;
}

/** A group is joined by its address; a single receiver's may be translated on the way and not be its own. */
const listening = (host: string): string => (MULTICAST.check(host) ? host : '0.0.0.0');
