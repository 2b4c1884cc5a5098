import { type AccessUnit, type CaptureState, generation, streamId } from '@seatmatrix/protocol/domain';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { describe, expect, it } from 'vitest';
import type { VideoCapture, VideoCaptureEvent } from '../drivers/index.ts';
import { CaptureFanout } from './capture-fanout.ts';

const SIGNAL: CaptureState = { type: 'signal', mode: { width: 640, height: 480, rate: 60 } };

describe('a capture with viewers', () => {
  it('is started for the first viewer and stopped after the last', () => {
    const { capture, fanout } = setUp();
    expect(capture.calls).toEqual([]);
    const one = fanout.add({ generation: generation(1), line: line() });
    const other = fanout.add({ generation: generation(2), line: line() });
    expect(capture.calls).toEqual(['start', 'key']);
    one.remove();
    expect(capture.calls).toEqual(['start', 'key']);
    other.remove();
    expect(capture.calls).toEqual(['start', 'key', 'stop']);
  });

  it('rests while no viewer wants pictures', () => {
    const { capture, fanout } = setUp();
    const viewer = fanout.add({ generation: generation(1), line: line() });
    viewer.want(false);
    viewer.wantKeyFrame();
    viewer.want(true);
    viewer.want(true);
    expect(capture.calls).toEqual(['start', 'stop', 'start']);
  });

  it('gives every viewer the units of its own route', () => {
    const { capture, fanout } = setUp();
    const [one, other] = [line(), line()];
    fanout.add({ generation: generation(1), line: one });
    fanout.add({ generation: generation(2), line: other });
    capture.tell({ type: 'unit', unit: unit(7) });
    expect(one.sent.map((each) => [each.time, each.generation])).toEqual([[7, 1]]);
    expect(other.sent.map((each) => [each.time, each.generation])).toEqual([[7, 2]]);
  });

  it('tells the state of the input, and its figures', () => {
    const { capture, fanout, states } = setUp();
    expect(fanout.state).toEqual({ type: 'no-cable' });
    capture.tell({ type: 'state', state: SIGNAL });
    capture.tell({ type: 'engine', engine: 'by hand' });
    expect(states).toEqual([{ type: 'no-cable' }, SIGNAL]);
    fanout.add({ generation: generation(1), line: line() });
    capture.tell({ type: 'unit', unit: unit(1) });
    capture.tell({ type: 'unit', unit: unit(2) });
    expect(fanout.figures()).toEqual({ codec: 'jpeg', engine: 'by hand', units: 2, bytes: expect.any(Number) });
    expect(fanout.figures()).toEqual({ codec: 'jpeg', engine: 'by hand', units: 0, bytes: 0 });
  });
});

function setUp() {
  const capture = new RecordingCapture();
  const fanout = new CaptureFanout({ capture, clock: new VirtualClock() });
  const states: CaptureState[] = [];
  fanout.listen((state) => void states.push(state));
  return { capture, fanout, states };
}

function line() {
  const sent: AccessUnit[] = [];
  return { buffered: 0, sent, send: (each: AccessUnit) => void sent.push(each) };
}

const unit = (time: number): AccessUnit => ({
  stream: streamId(1),
  generation: generation(0),
  codec: 'jpeg',
  key: true,
  time,
  bytes: new Uint8Array(),
});

class RecordingCapture implements VideoCapture {
  readonly codec = 'jpeg';
  readonly calls: string[] = [];
  #tell: (event: VideoCaptureEvent) => void = () => undefined;

  listen(listener: (event: VideoCaptureEvent) => void): void {
    this.#tell = listener;
    listener({ type: 'state', state: { type: 'no-cable' } });
  }

  tell(event: VideoCaptureEvent): void {
    this.#tell(event);
  }

  configure(): void {}

  start(): void {
    this.calls.push('start');
  }

  stop(): void {
    this.calls.push('stop');
  }

  wantKeyFrame(): void {
    this.calls.push('key');
  }

  async preview(): Promise<null> {
    this.calls.push('preview');
    return null;
  }

  setEdid(): void {
    this.calls.push('edid');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.calls.push('dispose');
  }
}
