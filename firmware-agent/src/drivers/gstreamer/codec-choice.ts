import type { Chroma } from '@seatmatrix/protocol/domain';

/** What of GStreamer's elements this machine has: `opens` tries the chip behind a hardware codec. */
export interface ElementProbe {
  exists(element: string): boolean;
  opens(element: string): boolean;
}

export interface CodecChoice {
  readonly element: string;
  /** For people: the element, and why not a better one. */
  readonly engine: string;
}

interface Candidate {
  readonly element: string;
  readonly hardware: boolean;
  readonly chromas: readonly Chroma[];
}

const hardware = (element: string): Candidate => ({ element, hardware: true, chromas: ['4:2:0'] });
const software = (element: string, chromas: readonly Chroma[] = ['4:2:0']): Candidate => ({
  element,
  hardware: false,
  chromas,
});

const BOTH: readonly Chroma[] = ['4:2:0', '4:4:4'];

/** Best first: VA-API by its new and its old plugin, Rockchip's, V4L2's, then software. */
const ENCODERS: readonly Candidate[] = [
  hardware('vah264lpenc'),
  hardware('vah264enc'),
  hardware('vaapih264enc'),
  hardware('mpph264enc'),
  hardware('v4l2h264enc'),
  software('x264enc', BOTH),
  software('openh264enc'),
];

const DECODERS: readonly Candidate[] = [
  hardware('vah264dec'),
  hardware('vaapih264dec'),
  hardware('mppvideodec'),
  hardware('v4l2slh264dec'),
  hardware('v4l2h264dec'),
  software('avdec_h264', BOTH),
  software('openh264dec'),
];

/** Which encoder for this chroma; null when the machine has none at all. */
export const chooseEncoder = (probe: ElementProbe, chroma: Chroma): CodecChoice | null =>
  choose(ENCODERS, { probe, chroma, work: 'encoder' });

/** Hardware mostly lacks 4:4:4: a stream that has it gets a decoder of its own. */
export const chooseDecoder = (probe: ElementProbe, chroma: Chroma): CodecChoice | null =>
  choose(DECODERS, { probe, chroma, work: 'decoder' });

function choose(
  candidates: readonly Candidate[],
  { probe, chroma, work }: { readonly probe: ElementProbe; readonly chroma: Chroma; readonly work: string },
): CodecChoice | null {
  const passed: string[] = [];
  for (const candidate of candidates) {
    const { element } = candidate;
    if (!probe.exists(element)) continue;
    if (!candidate.chromas.includes(chroma)) passed.push(`${element} has no ${chroma}`);
    else if (!probe.opens(element)) passed.push(`${element} does not open`);
    else return { element, engine: `${element}: ${reason(candidate, { passed, work })}` };
  }
  return null;
}

function reason(
  { hardware: chip }: Candidate,
  { passed, work }: { readonly passed: readonly string[]; readonly work: string },
): string {
  if (passed.length > 0) return passed.join(', ');
  return chip ? `a hardware ${work}` : `no hardware ${work} was found`;
}
