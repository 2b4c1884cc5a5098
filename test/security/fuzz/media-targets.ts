import { H264Assembler } from '../../../firmware-agent/src/rtp/h264-assembler.ts';
import { packetiseH264 } from '../../../firmware-agent/src/rtp/h264-packetiser.ts';
import { decodeRtcp } from '../../../firmware-agent/src/rtp/rtcp-decoder.ts';
import { encodeRtcp } from '../../../firmware-agent/src/rtp/rtcp-encoder.ts';
import { RtpUnframer } from '../../../firmware-agent/src/rtp/rtp-framing.ts';
import { decodeRtp, encodeRtp } from '../../../firmware-agent/src/rtp/rtp-packet.ts';
import { deriveSessionKeys } from '../../../firmware-agent/src/rtp/srtp-key-derivation.ts';
import { SrtcpReceiver, SrtpReceiver } from '../../../firmware-agent/src/rtp/srtp-receiver.ts';
import { SrtcpSender, SrtpSender } from '../../../firmware-agent/src/rtp/srtp-sender.ts';
import { bytesTarget } from './bytes-target.ts';
import type { FuzzShare } from './fuzz-target.ts';

const SSRC = 0x1234_5678;
const keys = deriveSessionKeys({
  masterKey: new Uint8Array(16).fill(7),
  masterSalt: new Uint8Array(12).fill(9),
});

/** A key unit: parameter sets, a small slice, and one that takes several fragments. */
const annexB = Uint8Array.from(
  [
    [0x67, 0x42, 0xc0, 0x1e, 0xd9],
    [0x68, 0xce, 0x3c, 0x80],
    [0x65, ...Array.from({ length: 3000 }, (_, index) => (index % 200) + 1)],
    [0x41, 1, 2, 3],
  ].flatMap((nal) => [0, 0, 0, 1, ...nal]),
);

const payloads = packetiseH264(annexB);
const rtp = payloads.map((payload, index) =>
  encodeRtp({
    payloadType: 96,
    marker: index === payloads.length - 1,
    sequence: index,
    timestamp: 9,
    ssrc: SSRC,
    payload,
  }),
);

const block = { ssrc: SSRC, fractionLost: 3, lost: -1, highestSequence: 9, jitter: 2, lastReport: 1, delay: 4 };
const ntp = { seconds: 1, fraction: 2 };
const rtcp = [
  encodeRtcp([
    { type: 'sender-report', ssrc: SSRC, ntp, timestamp: 3, packets: 4, octets: 5, blocks: [block] },
    { type: 'source-description', ssrc: SSRC, canonicalName: 'seatmatrix' },
  ]),
  encodeRtcp([
    { type: 'receiver-report', ssrc: SSRC, blocks: [block, block] },
    { type: 'picture-loss', sender: SSRC, media: 1 },
  ]),
  encodeRtcp([
    { type: 'reference-time', ssrc: SSRC, ntp },
    { type: 'missing-packets', sender: SSRC, media: 1, sequences: [1, 2, 3, 700] },
  ]),
  encodeRtcp([
    { type: 'reference-answer', ssrc: SSRC, answers: [{ ssrc: 1, lastReference: 2, delay: 3 }] },
    { type: 'goodbye', ssrcs: [SSRC, 1] },
  ]),
];

const sender = new SrtpSender({ key: keys.rtp, ssrc: SSRC, sequence: 1 });
const srtp = payloads.map((payload) => sender.protect({ payloadType: 96, marker: true, timestamp: 5, payload }));
const controlSender = new SrtcpSender(keys.rtcp);
const srtcp = rtcp.map((compound) => controlSender.protect(compound));

/** What comes in by UDP, and what the media process writes: both may be anybody's. */
export const mediaTargets: readonly FuzzShare[] = [
  bytesTarget({ name: 'RTP', weight: 6, samples: rtp, decode: decodeRtp, faults: ['rtp-malformed'] }),
  bytesTarget({ name: 'RTCP', weight: 8, samples: rtcp, decode: decodeRtcp, faults: ['rtp-malformed'] }),
  bytesTarget({
    name: 'SRTP',
    weight: 6,
    samples: srtp,
    decode: (bytes) =>
      new SrtpReceiver({ key: keys.rtp, place: { ssrc: SSRC, rolloverCounter: 0, sequence: 0 } }).open(bytes),
    faults: [],
  }),
  bytesTarget({
    name: 'SRTCP',
    weight: 4,
    samples: srtcp,
    decode: (bytes) => new SrtcpReceiver({ key: keys.rtcp, ssrc: SSRC }).open(bytes),
    faults: [],
  }),
  // As if whoever has the keys were hostile: the payloads of three packets, after they were opened.
  bytesTarget({
    name: 'H.264 payloads',
    weight: 4,
    samples: payloads,
    decode: (bytes) => {
      const assembler = new H264Assembler();
      for (const [index, payload] of [bytes, ...payloads.slice(0, 2)].entries()) {
        assembler.push({ payloadType: 96, marker: index === 2, sequence: index, timestamp: 1, ssrc: SSRC, payload });
      }
    },
    faults: [],
  }),
  bytesTarget({
    name: 'framed RTP',
    weight: 2,
    samples: rtp.map((packet) => Uint8Array.from([packet.length >> 8, packet.length & 0xff, ...packet])),
    decode: (bytes) => {
      const unframer = new RtpUnframer();
      unframer.push(bytes.subarray(0, bytes.length >> 1));
      unframer.push(bytes.subarray(bytes.length >> 1));
    },
    faults: [],
  }),
];
