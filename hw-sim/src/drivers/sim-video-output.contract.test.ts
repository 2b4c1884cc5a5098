import { type VideoOutputBench, videoOutputContract } from '@seatmatrix/firmware-agent/drivers/contract';
import { streamId } from '@seatmatrix/protocol/domain';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { Monitor } from '../physical/monitor.ts';
import { SimVideoOutput } from './sim-video-output.ts';
import { colourAt, testPicture } from './test-picture.ts';

videoOutputContract('hw-sim', openBench);

async function openBench(): Promise<VideoOutputBench> {
  const clock = new VirtualClock();
  const monitor = new Monitor({ name: 'Bench', mode: { width: 640, height: 360, rate: 60 } });
  const driver = new SimVideoOutput({ monitor, clock });
  let time = 0;
  return {
    driver,
    settle: () => clock.settle(),
    encode: async (picture, generation) => ({
      stream: streamId(1),
      generation,
      codec: 'jpeg',
      key: true,
      time: ++time,
      bytes: await testPicture(picture).encodeJpeg(80),
    }),
    plugMonitor(given) {
      monitor.exchange(given);
      monitor.cable.plug();
    },
    unplugMonitor: () => monitor.cable.unplug(),
    colourAt: async (point) => colourAt(monitor.screenshot(), point),
    [Symbol.asyncDispose]: () => driver[Symbol.asyncDispose](),
  };
}
