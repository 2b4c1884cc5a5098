import {
  RED_BLUE,
  type TestPicture,
  type VideoCaptureBench,
  videoCaptureContract,
} from '@seatmatrix/firmware-agent/drivers/contract';
import { createSurface, decodeImage } from '@seatmatrix/osd/node';
import { milliseconds } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { Cable } from '../physical/cable.ts';
import { Subscribers } from '../physical/subscribers.ts';
import { VideoInput, type VideoSource, type VideoSourceEvent } from '../physical/video-input.ts';
import { SimVideoCapture } from './sim-video-capture.ts';
import { colourAt, paintTestPicture } from './test-picture.ts';

videoCaptureContract('hw-sim', openBench);

async function openBench(): Promise<VideoCaptureBench> {
  const clock = new VirtualClock();
  const source = new BenchSource();
  const cable = new Cable('video');
  const driver = new SimVideoCapture({ input: new VideoInput({ source, cable }), clock, quality: 80 });
  return {
    driver,
    settle: () => clock.advance(milliseconds(100)),
    paint: (picture) => source.paint(picture),
    setState(state) {
      if (state === 'no-cable') cable.unplug();
      else cable.plug();
      source.setLit(state !== 'no-signal');
    },
    hotPlug() {
      cable.unplug();
      cable.plug();
    },
    edid: () => source.edid,
    async colourIn({ bytes }, point) {
      const picture = await decodeImage(bytes);
      const { width, height } = picture;
      const surface = createSurface(width, height);
      surface.draw(picture, { target: { x: 0, y: 0, width, height } });
      return colourAt({ width, height, data: surface.readPixels({ x: 0, y: 0, width, height }) }, point);
    },
    [Symbol.asyncDispose]: () => driver[Symbol.asyncDispose](),
  };
}

/** A computer that shows a test picture. */
class BenchSource implements VideoSource {
  version = 1;
  edid: Uint8Array | null = null;
  #lit = true;
  #picture: TestPicture = RED_BLUE;
  readonly #surface = createSurface(640, 360);
  readonly #subscribers = new Subscribers<VideoSourceEvent>();

  get signal() {
    const mode = { width: 640, height: 360, rate: 60 };
    return this.#lit ? ({ type: 'signal', mode } as const) : ({ type: 'none' } as const);
  }

  paint(picture: TestPicture): void {
    this.#picture = picture;
    this.version++;
    this.#subscribers.tell('picture');
  }

  setLit(lit: boolean): void {
    this.#lit = lit;
    this.#subscribers.tell('signal');
  }

  picture() {
    return paintTestPicture(this.#surface, this.#picture);
  }

  readEdid(edid: Uint8Array): void {
    this.edid = edid;
  }

  subscribe(listener: (event: VideoSourceEvent) => void): () => void {
    return this.#subscribers.add(listener);
  }
}
