import type { BoxReport } from '@seatmatrix/protocol/domain';
import { LightBox } from './light-box.ts';
import { forEach } from './light-site.ts';
import { pause } from './pace.ts';
import type { PageManager } from './page-manager.ts';
import { DESK_PASSWORD, DISPLAYS_OF_A_SEAT, operatorName, type SeededSite, WITH_PASSWORD } from './page-seed.ts';

/** Boxes that are there, report as many times a second as is wished, and show pictures at some desks. */
export class PageStorm implements AsyncDisposable {
  readonly #boxes: readonly LightBox[];
  #rate = 0;
  #ended = false;
  readonly #going: Promise<void>;
  /** How many reports have been sent. */
  sent = 0;

  private constructor(boxes: readonly LightBox[]) {
    this.#boxes = boxes;
    this.#going = this.#go();
  }

  /** Everybody connects; at so many seats somebody signs in and connects to a computer. */
  static async start(
    site: SeededSite,
    manager: PageManager,
    { seats }: { readonly seats: number },
  ): Promise<PageStorm> {
    const make = (kind: 'transmitter' | 'receiver') => (identity: SeededSite['receivers'][number]) =>
      new LightBox({ identity, kind, manager: manager.boxes });
    const receivers = site.receivers.map(make('receiver'));
    const boxes = [...site.transmitters.map(make('transmitter')), ...receivers];
    await forEach(boxes, (box) => box.start());
    const desks = receivers.filter((_, index) => index % DISPLAYS_OF_A_SEAT === 0).slice(0, seats);
    for (const [index, box] of boxes.entries()) box.report(reportOf(index));
    await forEach(desks, async (desk, index) => {
      await desk.signIn({ name: operatorName(index % WITH_PASSWORD), password: DESK_PASSWORD });
      await desk.connect(String(index + 1));
    });
    return new PageStorm(boxes);
  }

  /** Reports a second, of all boxes together. */
  set rate(rate: number) {
    this.#rate = rate;
  }

  async #go(): Promise<void> {
    const every = 50;
    let owed = 0;
    while (!this.#ended) {
      await pause(every);
      for (owed += (this.#rate * every) / 1000; owed >= 1; owed -= 1) {
        this.sent += 1;
        // Not one after the other: neighbours in the list are not neighbours in time.
        this.#boxes[(this.sent * 7919) % this.#boxes.length]?.report(reportOf(this.sent));
      }
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#ended = true;
    await this.#going;
    await Promise.all(this.#boxes.map((box) => box.stop()));
  }
}

const reportOf = (number: number): BoxReport => ({
  type: 'box-report',
  mode: { width: 1920, height: 1080, rate: 60 },
  // A cable now and then: of a thousand boxes' reports one in ten says that its signal came or went.
  capture: number % 20 === Math.floor(number / 1_000) % 20 ? 'no-signal' : 'signal',
  codec: 'h264',
  framesPerSecond: 40 + (number % 20),
  engine: 'x264enc: a benchmark',
  reception: { loss: (number % 10) / 1000, jitter: number % 7 },
  refused: 0,
  delay: 12 + (number % 9),
  temperature: 40 + (number % 15),
  firmware: 'bench',
  bitsPerSecond: 4_000_000 + (number % 1_000) * 1_000,
  temperatureLimit: 85,
  load: (number % 90) / 100,
  memory: { used: 300_000_000 + (number % 100) * 1_000_000, total: 2_000_000_000 },
  uptime: number,
  identifySigns: ['screen'],
});
