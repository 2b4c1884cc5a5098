import { consumerUsage, decodeAbsolutePointer, decodeConsumerControl } from '@seatmatrix/protocol/domain';
import { runSteps } from '@seatmatrix/protocol/kernel';
import { describe, expect, it } from 'vitest';
import type { DeskWindowEvent } from './desk-event.ts';
import { type DeskReport, deskStep, idleHand } from './desk-reports.ts';
import { evdevKeymap } from './keymap.ts';

const focus: DeskWindowEvent = { type: 'focus', focused: true };
const press = (keycode: number): DeskWindowEvent => ({ type: 'key', keycode, pressed: true });
const release = (keycode: number): DeskWindowEvent => ({ type: 'key', keycode, pressed: false });
const motion = (x: number, y: number): DeskWindowEvent => ({ type: 'motion', place: { x, y } });

const A = 38;
const VOLUME_UP = 123;

function reports(events: readonly DeskWindowEvent[], picture = { x: 0, y: 0, width: 1001, height: 501 }) {
  return runSteps(deskStep, {
    state: idleHand,
    inputs: events.map((event) => ({ event, picture, usageOf: evdevKeymap.usageOf })),
  }).out;
}

const positions = (out: readonly DeskReport[]) => out.map(({ bytes }) => decodeAbsolutePointer(bytes)?.position);

describe('the hand at the desk’s window', () => {
  it('presses a key once, however often the desktop repeats it', () => {
    expect(reports([focus, press(A), press(A), press(A), release(A)])).toHaveLength(2);
  });

  it('has no key that was down before the focus came, nor its repeats, until it is pressed anew', () => {
    const held: DeskWindowEvent = { type: 'held', keycodes: new Set([A]) };
    expect(reports([focus, held, press(A), press(A), release(A)])).toEqual([]);
    expect(reports([focus, held, press(A), release(A), press(A)])).toHaveLength(1);
  });

  it('leaves no key stuck that is held while the pointer leaves the window and comes back', () => {
    const held: DeskWindowEvent = { type: 'held', keycodes: new Set([A, VOLUME_UP]) };
    expect(reports([focus, press(A), press(VOLUME_UP), held, release(VOLUME_UP), release(A)])).toHaveLength(4);
    expect(reports([focus, held, press(A), held, release(A), press(A), release(A)])).toHaveLength(2);
  });

  it('tells consumer keys apart from the others', () => {
    const out = reports([focus, press(VOLUME_UP), release(VOLUME_UP)]);
    expect(out.map(({ device }) => device)).toEqual(['consumer', 'consumer']);
    expect(out.map(({ bytes }) => decodeConsumerControl(bytes))).toEqual([new Set([consumerUsage(0xe9)]), new Set()]);
  });

  it('tells nothing without the focus', () => {
    const click: DeskWindowEvent = { type: 'button', button: 1, pressed: true, place: { x: 5, y: 5 } };
    expect(reports([press(A), motion(5, 5), click, release(A)])).toEqual([]);
  });

  it('tells places of the picture, also where it does not fill the window', () => {
    expect(positions(reports([focus, motion(1000, 500), motion(500, 250)]))).toEqual([
      { x: 32_767, y: 32_767 },
      { x: 16_384, y: 16_384 },
    ]);
    const picture = { x: 100, y: 0, width: 201, height: 501 };
    expect(positions(reports([focus, motion(200, 0), motion(0, 0), motion(999, 0)], picture))).toEqual([
      { x: 16_384, y: 0 },
      { x: 0, y: 0 },
      { x: 32_767, y: 0 },
    ]);
  });

  it('passes a key over that no keyboard has', () => {
    expect(evdevKeymap.usageOf(255)).toBeNull();
    expect(reports([focus, press(255)])).toEqual([]);
  });
});
