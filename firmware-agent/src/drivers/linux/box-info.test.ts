import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { linuxBoxInfo } from './box-info.ts';

const folder = mkdtempSync(join(tmpdir(), 'box-info-'));
afterAll(() => rmSync(folder, { recursive: true }));

function box(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(folder, 'root-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  const done: string[] = [];
  const info = linuxBoxInfo({
    root,
    identify: () => done.push('identify'),
    restart: () => done.push('restart'),
  });
  return { info, write, done };
}

describe('the model', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'the device tree’s',
      { 'proc/device-tree/model': 'Raspberry Pi 4 Model B Rev 1.4\0' },
      'Raspberry Pi 4 Model B Rev 1.4',
    ],
    [
      'maker and product of DMI',
      { 'sys/class/dmi/id/sys_vendor': 'Intel\n', 'sys/class/dmi/id/product_name': 'NUC11\n' },
      'Intel NUC11',
    ],
    [
      'what DMI has beside placeholders',
      { 'sys/class/dmi/id/sys_vendor': 'AZW\n', 'sys/class/dmi/id/product_name': 'To be filled by O.E.M.\n' },
      'AZW',
    ],
    ['Linux when nothing tells', {}, 'Linux'],
  ])('is %s', (_, files, model) => {
    expect(box(files).info.model).toBe(model);
  });
});

describe('the temperature', () => {
  test('is that of the hottest zone, read anew each time', () => {
    const { info, write } = box({
      'sys/class/thermal/thermal_zone0/temp': '41500\n',
      'sys/class/thermal/thermal_zone1/temp': '52250\n',
      'sys/class/thermal/cooling_device0/cur_state': '99000\n',
    });
    expect(info.temperature()).toBe(52.25);

    write('sys/class/thermal/thermal_zone0/temp', '60000\n');
    expect(info.temperature()).toBe(60);
  });

  test('is null where nothing measures it', () => {
    expect(box({}).info.temperature()).toBeNull();
    expect(box({ 'sys/class/thermal/thermal_zone0/temp': '' }).info.temperature()).toBeNull();
  });
});

test('identifying and restarting are the runner’s', () => {
  const { info, done } = box({});
  info.identify();
  info.restart();

  expect(done).toEqual(['identify', 'restart']);
});
