import { describe, expect, it } from 'vitest';
import { parseSoundDevice, soundCapturePipeline, soundElements, soundOutputPipeline } from './sound-parts.ts';

describe('sound devices', () => {
  it.each([
    ['pulse:', { kind: 'pulse', name: '' }],
    ['pulse:alsa_output.usb-0d8c', { kind: 'pulse', name: 'alsa_output.usb-0d8c' }],
    ['alsa:hw:0,0', { kind: 'alsa', name: 'hw:0,0' }],
    ['test:', { kind: 'test', name: '' }],
  ])('are named as in %s', (url, device) => {
    expect(parseSoundDevice(url)).toEqual(device);
  });

  it.each(['alsa:', 'oss:', 'pulse', 'alsa:hw:0" ! filesink location=/etc/x "', 'pulse:a b'])('are not %s', (url) => {
    expect(() => parseSoundDevice(url)).toThrow(expect.objectContaining({ code: 'configuration-invalid' }));
  });

  it('become pipelines of 48 kHz and packets of 20 ms', () => {
    const device = parseSoundDevice('alsa:hw:0,0');
    expect(soundCapturePipeline(device)).toMatch(
      /^alsasrc device="hw:0,0" .*rate=48000,channels=2 ! opusenc frame-size=20 /,
    );
    expect(soundOutputPipeline(device)).toMatch(/ ! opusdec ! .* ! alsasink device="hw:0,0" /);
  });

  it('name the packages of what they are made of', () => {
    expect(soundElements(parseSoundDevice('alsa:hw:0'), 'sink')).toEqual([
      { element: 'opusdec', debian: 'gstreamer1.0-plugins-base' },
      { element: 'alsasink', debian: 'gstreamer1.0-alsa' },
    ]);
  });
});
