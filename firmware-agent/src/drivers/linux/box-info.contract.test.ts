import { silentLog } from '@seatmatrix/protocol/kernel';
import { boxInfoContract } from '../contract/box-info.contract.ts';
import { linuxBoxInfo } from './box-info.ts';
import { openLamp } from './lamp.ts';
import { TestRoot } from './test-root.ts';

boxInfoContract('Linux', async () => {
  const root = new TestRoot({
    'sys/class/hwmon/hwmon0/temp1_crit': '95000\n',
    'sys/class/leds/status/trigger': 'none [heartbeat] timer\n',
    'sys/class/leds/status/brightness': '0\n',
  });
  const lamp = openLamp({ root: root.path, name: 'status', log: silentLog });
  return {
    driver: linuxBoxInfo({ root: root.path, lamp, restart: () => undefined }),
    heat(degrees) {
      if (degrees === null) root.remove('sys/class/hwmon/hwmon0/temp1_input');
      else root.write('sys/class/hwmon/hwmon0/temp1_input', `${degrees * 1000}\n`);
    },
    get lampBlinks() {
      return root.read('sys/class/leds/status/trigger') === 'timer';
    },
    [Symbol.asyncDispose]: async () => root[Symbol.dispose](),
  };
});
