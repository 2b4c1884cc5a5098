import { type CaptureState, generation, streamId } from '@seatmatrix/protocol/domain';
import { milliseconds, seconds } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { describe, expect, it } from 'vitest';
import { SimVideoOutput } from '../drivers/sim-video-output.ts';
import { testPicture } from '../drivers/test-picture.ts';
import { Cable } from '../physical/cable.ts';
import { Computer } from '../physical/computer.ts';
import { decodeEdid, encodeEdid } from '../physical/edid.ts';
import { Monitor } from '../physical/monitor.ts';
import { VideoInput } from '../physical/video-input.ts';
import { badEdid } from './bad-edid.ts';
import { flapCable } from './flapping-cable.ts';
import { noSignal } from './no-signal.ts';
import { slowDecoder } from './slow-decoder.ts';
import { slowHotPlug } from './slow-hot-plug.ts';
import { unsupportedMode } from './unsupported-mode.ts';

const mode = { width: 640, height: 360, rate: 60 };

describe('a capture input', () => {
  it('has a signal only some time after a slow hot-plug, and none when the cable went meanwhile', async () => {
    const { clock, input, cable, states } = bench();
    input.behaviours.putInFront(slowHotPlug({ clock, after: seconds(2) }));
    cable.unplug();
    cable.plug();
    await clock.advance(milliseconds(1999));
    expect(input.state.type).toBe('no-signal');
    await clock.advance(milliseconds(1));
    expect(input.state.type).toBe('signal');
    cable.unplug();
    cable.plug();
    cable.unplug();
    await clock.advance(seconds(5));
    expect(states).toEqual(['no-cable', 'no-signal', 'signal', 'no-cable', 'no-signal', 'no-cable']);
  });

  it('has no signal, or a mode that it cannot take, for as long as the behaviour is there', () => {
    const { input } = bench();
    const tooFast = { width: 2560, height: 1440, rate: 144 };
    const takeOut = input.behaviours.putInFront(unsupportedMode(tooFast));
    input.refresh();
    expect(input.state).toEqual({ type: 'unsupported-mode', mode: tooFast });
    takeOut();
    input.behaviours.putInFront(noSignal);
    input.refresh();
    expect(input.state).toEqual({ type: 'no-signal' });
  });

  it('gives the computer its EDID at the next hot-plug, and the computer takes a good one’s mode alone', () => {
    const { input, cable } = bench();
    const preferred = { width: 1280, height: 720, rate: 60 };
    input.offerEdid(encodeEdid({ name: 'Desk', preferred }));
    expect(input.state).toEqual({ type: 'signal', mode });
    const takeOut = input.edidBehaviours.putInFront(badEdid);
    cable.unplug();
    cable.plug();
    expect(input.state).toEqual({ type: 'signal', mode });
    takeOut();
    cable.unplug();
    cable.plug();
    expect(input.state).toEqual({ type: 'signal', mode: preferred });
    expect(input.picture()).toMatchObject({ width: 1280, height: 720 });
  });

  it('loses and finds its signal with a flapping cable, and keeps it at the end', async () => {
    const { clock, cable, states } = bench();
    flapCable({ clock, cable, every: milliseconds(50), times: 3 });
    await clock.advance(seconds(1));
    expect(states).toEqual(Array.from({ length: 3 }, () => ['no-cable', 'signal']).flat());
  });
});

describe('a monitor', () => {
  it('hands over an EDID that is wrong through a worn cable', () => {
    const monitor = new Monitor({ name: 'Worn', mode });
    expect(decodeEdid(monitor.edid)).toEqual({ name: 'Worn', preferred: mode });
    monitor.edidBehaviours.putInFront(badEdid);
    expect(decodeEdid(monitor.edid)).toBeNull();
  });
});

describe('a slow decoder', () => {
  it('shows the first and the newest of many pictures, and none that was cleared meanwhile', async () => {
    const clock = new VirtualClock();
    const output = new SimVideoOutput({ monitor: new Monitor({ name: 'Slow', mode }), clock });
    output.behaviours.putInFront(slowDecoder({ clock, takes: milliseconds(200) }));
    const shown: number[] = [];
    output.listen((event) => {
      if (event.type === 'shown') shown.push(event.unit.time);
    });
    const bytes = await testPicture({ left: '#ffffff', right: '#000000' }).encodeJpeg(80);
    const show = (time: number) =>
      output.show({ stream: streamId(1), generation: generation(1), codec: 'jpeg', key: true, time, bytes }, null);
    for (let time = 1; time <= 9; time++) show(time);
    await clock.advance(seconds(1));
    expect(shown).toEqual([1, 9]);
    show(10);
    output.clear();
    await clock.advance(seconds(1));
    expect(shown).toEqual([1, 9]);
  });
});

function bench() {
  const clock = new VirtualClock();
  const cable = new Cable('video');
  const computer = new Computer({ number: 1, name: 'pc', role: '', host: 'pc', heads: 1, mode });
  const [source] = computer.heads;
  if (source === undefined) throw new RangeError('a computer has a head');
  const input = new VideoInput({ source, cable });
  const states: CaptureState['type'][] = [];
  input.subscribe((event) => {
    if (event === 'state') states.push(input.state.type);
  });
  return { clock, cable, computer, input, states };
}
