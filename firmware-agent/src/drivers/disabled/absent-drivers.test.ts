import { describe, expect, test } from 'vitest';
import { noHidGadget, noHidHost, noNetworkPort, noOverlay, noVideoCapture, noVideoOutput } from './absent-drivers.ts';

const told = <Event>(driver: { listen(listener: (event: Event) => void): void }): readonly Event[] => {
  const events: Event[] = [];
  driver.listen((event) => events.push(event));
  return events;
};

describe('an absent driver says what is absent', () => {
  test('and no HID host has a device', () => {
    expect(told(noHidHost())).toEqual([]);
  });

  test.each([
    ['a computer', noHidGadget(), { type: 'host', state: 'unplugged' }],
    ['a capture cable', noVideoCapture(), { type: 'state', state: { type: 'no-cable' } }],
    ['a monitor', noVideoOutput(), { type: 'no-monitor' }],
  ])('when it is %s', (_, driver, event) => {
    expect(told<unknown>(driver)[0]).toEqual(event);
  });

  test('and claims no failure that it cannot see', () => {
    expect(told(noNetworkPort())).toEqual([{ type: 'carrier', up: true }]);
    expect(told(noOverlay())).toHaveLength(1);
  });
});
