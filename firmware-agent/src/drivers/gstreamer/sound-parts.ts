import { Fault } from '@seatmatrix/protocol/kernel';

/** `pulse:` and `pulse:NAME`, `alsa:NAME`, and for tests `test:` (a tone of 440 Hz) and `test:FILE` (raw samples). */
export interface SoundDevice {
  readonly kind: 'pulse' | 'alsa' | 'test';
  readonly name: string;
}

/** 48 kHz, two channels: what Opus carries without asking. */
const SAMPLES = 'audio/x-raw,rate=48000,channels=2';

/** Microseconds. Larger ones are heard as a delay, smaller ones crackle where a machine is busy. */
const BUFFER = 40_000;
const PERIOD = 10_000;

/** Throws `configuration-invalid`. */
export function parseSoundDevice(url: string): SoundDevice {
  const [, kind = '', name = ''] = /^([a-z]+):([\w:,=./-]*)$/.exec(url) ?? [];
  if (kind === 'pulse' || kind === 'test') return { kind, name };
  if (kind === 'alsa' && name !== '') return { kind, name };
  throw new Fault({
    code: 'configuration-invalid',
    message: `"${url}" is no sound device; there are pulse:, pulse:NAME and alsa:NAME, such as alsa:hw:0,0`,
  });
}

/** Opus packets of 20 ms out of the device. */
export function soundCapturePipeline(device: SoundDevice): string {
  const encode = `audioconvert ! audioresample ! ${SAMPLES} ! opusenc frame-size=20 bitrate=96000`;
  return `${sourceOf(device)} ! ${encode} ! appsink name=out sync=false max-buffers=50 drop=true`;
}

/** Opus packets into the device, each at its time. */
export function soundOutputPipeline(device: SoundDevice): string {
  const packets = 'audio/x-opus,channel-mapping-family=0,channels=2,rate=48000';
  const decode = `opusdec ! audioconvert ! audioresample ! ${SAMPLES}`;
  return `appsrc name=in format=time is-live=true caps="${packets}" ! ${decode} ! ${sinkOf(device)}`;
}

/** What the pipelines of this device are made of, and the Debian package that brings each. */
export const soundElements = (
  { kind }: SoundDevice,
  direction: 'source' | 'sink',
): readonly { readonly element: string; readonly debian: string }[] => {
  const codec = direction === 'source' ? 'opusenc' : 'opusdec';
  const own =
    kind === 'test' ? [] : [{ element: `${kind}${direction === 'source' ? 'src' : 'sink'}`, debian: OWN[kind] }];
  return [{ element: codec, debian: 'gstreamer1.0-plugins-base' }, ...own];
};

const OWN = { pulse: 'gstreamer1.0-pulseaudio', alsa: 'gstreamer1.0-alsa' } as const;

function sourceOf({ kind, name }: SoundDevice): string {
  const times = `buffer-time=${BUFFER} latency-time=${PERIOD}`;
  switch (kind) {
    case 'pulse':
      return `pulsesrc ${deviceOf(name)} ${times}`;
    case 'alsa':
      return `alsasrc ${deviceOf(name)} ${times}`;
    case 'test':
      return 'audiotestsrc is-live=true freq=440 volume=0.5 samplesperbuffer=480';
  }
}

function sinkOf({ kind, name }: SoundDevice): string {
  const times = `buffer-time=${BUFFER} latency-time=${PERIOD}`;
  switch (kind) {
    case 'pulse':
      return `pulsesink ${deviceOf(name)} ${times}`;
    case 'alsa':
      return `alsasink ${deviceOf(name)} ${times}`;
    case 'test':
      return name === ''
        ? 'fakesink sync=true'
        : `audioconvert ! audio/x-raw,format=S16LE ! filesink sync=true location="${name}"`;
  }
}

const deviceOf = (name: string): string => (name === '' ? '' : `device="${name}"`);
