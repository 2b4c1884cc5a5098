import { decodeBootKeyboard, LEDS_OFF, Usages, usage } from '@seatmatrix/protocol/domain';
import { describe, expect, it } from 'vitest';
import { stuckKey } from '../behaviours/stuck-key.ts';
import { Keyboard } from './keyboard.ts';
import { Mouse } from './mouse.ts';
import { UsbHub, type UsbHubEvent } from './usb-hub.ts';

describe('a simulated keyboard', () => {
  it('reports every press and release as boot reports', () => {
    const { keyboard, reports } = bench();
    keyboard.type('aB');
    expect(reports()).toEqual([[4], [], [0xe1], [0xe1, 5], [0xe1], []]);
  });

  it('says roll-over while more than six keys are down, and the rest after', () => {
    const { keyboard, events } = bench();
    for (let key = 4; key < 11; key++) keyboard.press(usage(key));
    const bytes = events.filter((event) => event.type === 'report').map((event) => event.bytes);
    expect([...(bytes.at(-1) ?? [])]).toEqual([0, 0, 1, 1, 1, 1, 1, 1]);
    keyboard.release(usage(4));
    expect(keyboard.held.size).toBe(6);
  });

  it('says nothing while it is unplugged, and is a new device after', () => {
    const { keyboard, hub, events } = bench();
    keyboard.unplug();
    keyboard.tap(Usages.A);
    keyboard.plug(hub);
    expect(events.map((event) => event.type)).toEqual(['attached', 'detached', 'attached']);
    const ids = events.map((event) => (event.type === 'attached' ? event.device.id : event.device));
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('shows the lights that the hub has, also when plugged in later, and none without power', () => {
    const { keyboard, hub } = bench();
    const caps = { ...LEDS_OFF, capsLock: true };
    hub.setLeds(caps);
    expect(keyboard.leds).toEqual(caps);
    keyboard.unplug();
    expect(keyboard.leds).toEqual(LEDS_OFF);
    keyboard.plug(hub);
    expect(keyboard.leds).toEqual(caps);
  });

  it('never sends the up of a stuck key', () => {
    const { keyboard, reports } = bench();
    keyboard.behaviours.putInFront(stuckKey(Usages.A));
    keyboard.type('ab');
    expect(reports()).toEqual([[4], [4], [4, 5], [4]]);
  });

  it('has no key for other scripts', () => {
    expect(() => bench().keyboard.type('中')).toThrow('no key');
  });
});

describe('a simulated mouse', () => {
  it('cuts a long way into reports and keeps the button down on the way', () => {
    const hub = new UsbHub();
    const bytes: number[][] = [];
    hub.subscribe((event) => {
      if (event.type === 'report') bytes.push([...event.bytes]);
    });
    const mouse = new Mouse();
    mouse.plug(hub);
    mouse.hold('right');
    mouse.move(200, -3);
    mouse.release('right');
    mouse.wheel(-2);
    expect(bytes).toEqual([
      [2, 0, 0, 0],
      [2, 127, 253, 0],
      [2, 73, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 255],
      [0, 0, 0, 255],
    ]);
  });
});

function bench() {
  const hub = new UsbHub();
  const events: UsbHubEvent[] = [];
  hub.subscribe((event) => events.push(event));
  const keyboard = new Keyboard();
  keyboard.plug(hub);
  const reports = () =>
    events.flatMap((event) => {
      return event.type === 'report' ? [[...(decodeBootKeyboard(event.bytes) ?? ['roll-over'])]] : [];
    });
  return { hub, keyboard, events, reports };
}
