import { describe, expect, test } from 'vitest';
import { linuxHealth } from './box-health.ts';
import { TestRoot } from './test-root.ts';

function health(files: Readonly<Record<string, string>>) {
  using root = new TestRoot(files);
  return linuxHealth(root.path);
}

const thermal = 'sys/class/thermal/thermal_zone';
const hwmon = 'sys/class/hwmon/hwmon';

describe('the temperature', () => {
  test('is that of the hottest sensor where none has a limit', () => {
    const { temperature, temperatureLimit } = health({
      [`${thermal}0/temp`]: '41500\n',
      [`${thermal}1/temp`]: '52250\n',
      'sys/class/thermal/cooling_device0/cur_state': '99000\n',
    });
    expect([temperature, temperatureLimit]).toEqual([52.25, null]);
  });

  test('is that of the sensor which is nearest to its limit', () => {
    const { temperature, temperatureLimit } = health({
      [`${hwmon}0/temp1_input`]: '71000\n',
      [`${hwmon}0/temp1_crit`]: '105000\n',
      [`${hwmon}1/temp1_input`]: '66850\n',
      [`${hwmon}1/temp1_crit`]: '79850\n',
      [`${hwmon}1/temp1_max`]: '69850\n',
      [`${thermal}0/temp`]: '90000\n',
    });
    expect([temperature, temperatureLimit]).toEqual([66.85, 79.85]);
  });

  test('has its limit from the maximum without a critical one, and from a zone’s critical trip point', () => {
    expect(health({ [`${hwmon}0/temp2_input`]: '50000', [`${hwmon}0/temp2_max`]: '80000' }).temperatureLimit).toBe(80);
    const zone = health({
      [`${thermal}0/temp`]: '50000',
      [`${thermal}0/trip_point_0_type`]: 'passive\n',
      [`${thermal}0/trip_point_0_temp`]: '75000\n',
      [`${thermal}0/trip_point_1_type`]: 'critical\n',
      [`${thermal}0/trip_point_1_temp`]: '110000\n',
    });
    expect(zone).toMatchObject({ temperature: 50, temperatureLimit: 110 });
  });

  test.each([
    [{}],
    [{ [`${thermal}0/temp`]: '' }],
    [{ [`${hwmon}0/temp1_input`]: '-128000' }],
    [{ [`${hwmon}0/temp1_input`]: '127900' }],
    [{ [`${hwmon}0/in0_input`]: '1200' }],
  ])('is unknown where nothing measures it, or a sensor is not connected: %j', (files) => {
    expect(health(files)).toMatchObject({ temperature: null, temperatureLimit: null });
  });

  test.each(['0', '65261850', '-1'])('has no limit where its maker wrote nonsense: %s', (crit) => {
    expect(health({ [`${hwmon}0/temp1_input`]: '40000', [`${hwmon}0/temp1_crit`]: crit })).toMatchObject({
      temperature: 40,
      temperatureLimit: null,
    });
  });
});

test('load is by processor, memory without what is only cached, uptime in whole seconds', () => {
  const told = health({
    'proc/loadavg': '3.00 2.10 1.00 2/345 6789\n',
    'proc/stat': 'cpu  1 2 3\ncpu0 1 2 3\ncpu1 1 2 3\ncpu2 1 2 3\ncpu3 1 2 3\nintr 5\n',
    'proc/meminfo': 'MemTotal:        4000 kB\nMemFree:          100 kB\nMemAvailable:    3000 kB\n',
    'proc/uptime': '86461.27 300000.12\n',
  });
  expect(told).toMatchObject({ load: 0.75, memory: { used: 1_024_000, total: 4_096_000 }, uptime: 86_461 });
});

test('what nothing tells is unknown, and not nothing', () => {
  expect(health({})).toEqual({ temperature: null, temperatureLimit: null, load: null, memory: null, uptime: null });
});
