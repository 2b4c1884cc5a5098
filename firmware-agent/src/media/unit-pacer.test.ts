import { type AccessUnit, generation, streamId } from '@seatmatrix/protocol/domain';
import { milliseconds } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { describe, expect, it } from 'vitest';
import { UNSENT_MAX, UnitPacer } from './unit-pacer.ts';

describe('a unit pacer', () => {
  it('begins with a key', () => {
    const { pacer, sent } = setUp();
    pacer.offer(unit(1, false));
    pacer.offer(unit(2, true));
    pacer.offer(unit(3, false));
    expect(sent).toEqual([2, 3]);
  });

  it('goes on with a key where the reader was given an old one', () => {
    const { pacer, sent } = setUp();
    pacer.offer(unit(1, true));
    pacer.waitForKey();
    pacer.offer(unit(2, false));
    pacer.offer(unit(3, true));
    expect(sent).toEqual([1, 3]);
  });

  it('gives a slow reader the newest key when it has drained, and nothing of before', async () => {
    const { pacer, sent, line, clock, keysWanted } = setUp();
    pacer.offer(unit(1, true));
    line.buffered = UNSENT_MAX + 1;
    pacer.offer(unit(2, true));
    pacer.offer(unit(3, true));
    await clock.advance(milliseconds(100));
    expect(sent).toEqual([1]);
    line.buffered = 0;
    await clock.advance(milliseconds(100));
    expect(sent).toEqual([1, 3]);
    pacer.offer(unit(4, false));
    expect(sent).toEqual([1, 3, 4]);
    expect(keysWanted()).toBe(0);
  });

  it('asks for a key when deltas were left out', async () => {
    const { pacer, sent, line, clock, keysWanted } = setUp();
    pacer.offer(unit(1, true));
    line.buffered = UNSENT_MAX + 1;
    pacer.offer(unit(2, true));
    pacer.offer(unit(3, false));
    line.buffered = 0;
    await clock.advance(milliseconds(100));
    expect(keysWanted()).toBe(1);
    pacer.offer(unit(4, false));
    pacer.offer(unit(5, true));
    expect(sent).toEqual([1, 5]);
  });

  it('sends nothing more once stopped', async () => {
    const { pacer, sent, line, clock } = setUp();
    line.buffered = UNSENT_MAX + 1;
    pacer.offer(unit(1, true));
    pacer.stop();
    line.buffered = 0;
    await clock.advance(milliseconds(100));
    expect(sent).toEqual([]);
  });
});

function setUp() {
  const clock = new VirtualClock();
  const sent: number[] = [];
  let wanted = 0;
  const line = {
    buffered: 0,
    send: (each: AccessUnit) => void sent.push(each.time),
    wantKeyFrame: () => {
      wanted += 1;
    },
  };
  return { clock, line, sent, pacer: new UnitPacer({ line, clock }), keysWanted: () => wanted };
}

const unit = (time: number, key: boolean): AccessUnit => ({
  stream: streamId(1),
  generation: generation(1),
  codec: 'h264',
  key,
  time,
  bytes: new Uint8Array(),
});
