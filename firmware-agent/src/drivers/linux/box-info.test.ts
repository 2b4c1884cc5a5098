import { expect, test } from 'vitest';
import { linuxBoxInfo } from './box-info.ts';
import { TestRoot } from './test-root.ts';

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
])('the model is %s', (_, files, model) => {
  using root = new TestRoot(files);
  expect(linuxBoxInfo({ root: root.path, lamp: null, restart: () => undefined }).model).toBe(model);
});

test('restarting is the runner’s, and a box without a lamp is asked to identify itself in vain', () => {
  using root = new TestRoot();
  const done: string[] = [];
  const info = linuxBoxInfo({ root: root.path, lamp: null, restart: () => done.push('restart') });
  info.identify(true);
  info.restart();
  expect([info.lamp, done]).toEqual([false, ['restart']]);
});
