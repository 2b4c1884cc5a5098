import { type Chroma, generation, type MediaKey, streamId } from '@seatmatrix/protocol/domain';
import { type Duration, milliseconds, seconds, seededRandom, silentLog } from '@seatmatrix/protocol/kernel';
import { VirtualClock } from '@seatmatrix/protocol/testing';
import { describe, expect, it } from 'vitest';
import type { SoundCapture, SoundUnit, VideoCapture, VideoCaptureEvent } from '../drivers/index.ts';
import { numberOf, unitOf } from '../rtp/testing/annex-b-units.ts';
import { CaptureFanout } from './capture-fanout.ts';
import type { DatagramPort } from './datagram-port.ts';
import { type RtpReception, RtpReceptions } from './rtp-receptions.ts';
import { RtpSource } from './rtp-source.ts';
import { MemoryDatagrams } from './testing/memory-datagrams.ts';
import { TAKING_LIMIT } from './viewer-group.ts';

const GROUP = { host: '239.1.1.1', port: 5000 };

describe('a picture as SRTP', () => {
  it('begins with a key unit and goes on with every unit after it', async () => {
    const site = await open();
    const desk = await site.watch('desk');
    await site.paint(3);
    expect(desk.numbers).toEqual([1, 2, 3, 4]);
    expect(desk.keys).toEqual([1]);
  });

  it('begins with the first key unit, although it was made before its keys were there', async () => {
    const site = await open({ link: milliseconds(40) });
    const desk = await site.watch('desk');
    expect([desk.numbers, site.capture.painted]).toEqual([[1], 1]);
    await site.paint(2);
    expect(desk.numbers).toEqual([1, 2, 3]);
  });

  it('is encoded while somebody watches and no longer', async () => {
    const site = await open();
    expect(site.capture.running).toBe(false);
    const desk = await site.watch('desk');
    expect(site.capture.running).toBe(true);
    desk.leave();
    expect(site.capture.running).toBe(false);
    expect(site.source.refused).toBe(0);
  });

  it('goes on at the one desk when another joins, with new keys for both', async () => {
    const site = await open();
    const one = await site.watch('one');
    await site.paint(2);
    const two = await site.watch('two');
    await site.paint(2);
    expect(one.epochs).toEqual([1, 2]);
    expect(two.epochs).toEqual([2]);
    expect(one.numbers).toEqual([1, 2, 3, 4, 5, 6]);
    expect(two.numbers).toEqual([4, 5, 6]);
  });

  it('is nothing to somebody who left, although he hears every packet of the group', async () => {
    const site = await open({ group: GROUP });
    const [one, two] = [await site.watch('one'), await site.watch('two')];
    await site.paint(1);
    const seen = two.numbers.length;
    two.stop();
    await site.paint(0, TAKING_LIMIT);
    await site.paint(3);
    expect(two.numbers.length).toBe(seen);
    expect(two.receptions.strange).toBeGreaterThan(3);
    expect(one.numbers.at(-1)).toBe(site.capture.painted);
    expect(one.numbers).toEqual([...new Set(one.numbers)]);
  });

  it('goes to a group once for all', async () => {
    const site = await open({ group: GROUP });
    const [one, two] = [await site.watch('one'), await site.watch('two')];
    const ports = [site.port.figures, one.port.figures, two.port.figures];
    const before = ports.map(({ sent, received }) => ({ sent, received }));
    await site.paint(4, seconds(3));
    const sent = site.port.figures.sent - (before[0]?.sent ?? 0);
    // What answers a single desk's reports goes to that desk alone.
    expect(one.port.figures.received - (before[1]?.received ?? 0)).toBeGreaterThan(0.8 * sent);
    expect(two.port.figures.received - (before[2]?.received ?? 0)).toBeGreaterThan(0.8 * sent);
    expect([one.numbers.at(-1), two.numbers.at(-1)]).toEqual([site.capture.painted, site.capture.painted]);
  });

  it('goes on at a desk whose old route to the source ends after the new one has begun', async () => {
    const site = await open({ group: GROUP });
    const old = await site.watch('desk');
    const next = await site.watch('desk', { at: old });
    old.leave();
    await site.paint(3);
    expect(next.numbers.at(-1)).toBe(site.capture.painted);
  });

  it('goes on at the one desk while a hall of others begins to watch', async () => {
    const site = await open({ link: milliseconds(20) });
    const one = await site.watch('one');
    const hall = Array.from({ length: 12 }, (_, index) => site.watch(`hall ${index}`, { takes: false }));
    await site.paint(12, milliseconds(0));
    expect(one.numbers.length).toBeGreaterThan(11);
    expect(one.broken).toEqual([]);
    await Promise.all(hall);
  });

  it('is whole again after losses, and no unit comes that cannot be decoded', async () => {
    const site = await open();
    const desk = await site.watch('desk');
    site.network.impair('tx', 'desk', { loss: 0.05, jitter: milliseconds(30) });
    await site.paint(120);
    site.network.impair('tx', 'desk', {});
    await site.paint(20);
    expect(desk.numbers.at(-1)).toBe(site.capture.painted);
    expect(desk.broken).toEqual([]);
    expect(desk.reception.figures()?.loss).toBeGreaterThanOrEqual(0);
  });

  it('is told as frozen when nothing comes for a while, and as moving when it does again', async () => {
    const site = await open();
    const desk = await site.watch('desk');
    await site.paint(0, seconds(20));
    expect(desk.frozen).toEqual([]);
    site.network.cut('tx', 'desk');
    await site.paint(0, seconds(4));
    expect(desk.frozen).toEqual([true]);
    site.network.heal('tx', 'desk');
    await site.paint(0, seconds(1));
    expect(desk.frozen).toEqual([true, false]);
  });

  it('is not there for one who never takes the keys, and the others go on', async () => {
    const site = await open();
    const one = await site.watch('one');
    await site.watch('deaf', { takes: false });
    await site.paint(4);
    expect(one.numbers.at(-1)).toBe(site.capture.painted);
  });

  it('is 4:4:4 where the source is set to it and all who watch can show it', async () => {
    const site = await open();
    site.source.settings({ chroma: '4:4:4', sound: false });
    const one = await site.watch('one', { chromas: ['4:2:0', '4:4:4'] });
    expect(site.capture.chroma).toBe('4:4:4');
    const two = await site.watch('two');
    expect(site.capture.chroma).toBe('4:2:0');
    two.leave();
    expect(site.capture.chroma).toBe('4:4:4');
    one.leave();
  });

  it('hears nothing from who has no keys', async () => {
    const site = await open();
    const desk = await site.watch('desk');
    const stranger = await site.network.host('stranger')({ host: 'stranger', port: 0 });
    for (const bytes of [new Uint8Array(0), new Uint8Array(7), new Uint8Array(60).fill(0x80), desk.lastPacket]) {
      stranger.send(bytes, site.port.place);
      stranger.send(bytes, desk.port.place);
    }
    await site.paint(1);
    expect(desk.numbers.at(-1)).toBe(site.capture.painted);
    expect(site.source.refused).toBe(4);
    const refused = desk.receptions.refused;
    expect(refused).toBeGreaterThanOrEqual(4);
    desk.leave();
    expect(desk.receptions.refused).toBeGreaterThanOrEqual(refused);
  });
});

describe('sound', () => {
  const sound = { chroma: '4:2:0', sound: true } as const;

  it('is captured while it is switched on and somebody hears it', async () => {
    const site = await open();
    const desk = await site.watch('desk', { sound: true });
    expect(site.sound.running).toBe(false);
    site.source.settings(sound);
    expect(site.sound.running).toBe(true);
    site.sound.say(7);
    await site.paint(1);
    expect(desk.sounds).toEqual([7]);
    desk.leave();
    expect(site.sound.running).toBe(false);
  });

  it('is not captured for desks without loudspeakers', async () => {
    const site = await open();
    site.source.settings(sound);
    await site.watch('desk');
    expect(site.sound.running).toBe(false);
  });
});

describe('a receiver of somebody else', () => {
  it('has keys of its own, and is served for as long as was said', async () => {
    const site = await open();
    const desk = await site.watch('desk');
    const place = await site.network.host('foreign')({ host: 'foreign', port: 9 });
    const foreign = new RtpReceptions({ port: place, clock: site.clock, log: silentLog });
    const key = site.source.serveForeign({ place: place.place, time: seconds(5) });
    if (key === null) throw new Error('not served');
    const numbers: number[] = [];
    const reception = foreign.open(site.port.place, {
      unit: (unit) => numbers.push(numberOf(unit.bytes, unit.key)),
      sound: () => undefined,
      frozen: () => undefined,
    });
    reception.key(key);
    await site.paint(2);
    expect(numbers.at(-1)).toBe(site.capture.painted);
    expect(desk.epochs).toEqual([1]);
    await site.paint(0, seconds(5));
    const seen = numbers.length;
    await site.paint(2);
    expect(numbers.length).toBe(seen);
    expect(desk.numbers.at(-1)).toBe(site.capture.painted);
    desk.leave();
    expect(site.capture.running).toBe(false);
  });

  it('gets a key picture every second, since it starts late and asks for none', async () => {
    const site = await open();
    const place = await site.network.host('foreign')({ host: 'foreign', port: 9 });
    const key = site.source.serveForeign({ place: place.place, time: seconds(5) });
    if (key === null) throw new Error('not served');
    await site.paint(10, seconds(2));
    const foreign = new RtpReceptions({ port: place, clock: site.clock, log: silentLog });
    const keys: boolean[] = [];
    const reception = foreign.open(site.port.place, {
      unit: (unit) => keys.push(unit.key),
      sound: () => undefined,
      frozen: () => undefined,
    });
    reception.key(key);
    await site.paint(2, milliseconds(1100));
    expect(keys).toContain(true);
    await site.paint(0, seconds(5));
    const painted = site.capture.painted;
    await site.paint(0, seconds(5));
    expect(site.capture.painted).toBe(painted);
  });

  it('hears the computer, also when nobody else does', async () => {
    const site = await open();
    site.source.settings({ chroma: '4:2:0', sound: true });
    site.source.serveForeign({ place: { host: 'foreign', port: 9 }, time: seconds(5) });
    expect(site.sound.running).toBe(true);
    await site.paint(0, seconds(5));
    expect(site.sound.running).toBe(false);
  });

  it('is one of a few at a time', async () => {
    const site = await open();
    const serve = () => site.source.serveForeign({ place: { host: 'foreign', port: 9 }, time: seconds(5) });
    expect(Array.from({ length: 6 }, serve).filter((key) => key !== null)).toHaveLength(4);
    await site.paint(0, seconds(5));
    expect(serve()).not.toBeNull();
  });

  it('is told when the source has no SRTP', async () => {
    const site = await open({ codec: 'jpeg' });
    expect(site.source.mediaPort).toBeNull();
    expect(site.source.serveForeign({ place: { host: 'x', port: 1 }, time: seconds(1) })).toBeNull();
  });
});

/** A computer whose pictures are numbers: a key where one is wanted, otherwise what follows from the one before. */
class NumberedCapture implements VideoCapture {
  readonly codec: 'h264' | 'jpeg';
  readonly #clock: VirtualClock;
  running = false;
  painted = 0;
  chroma: Chroma = '4:2:0';
  #wanted = false;
  #tell: (event: VideoCaptureEvent) => void = () => undefined;

  constructor(clock: VirtualClock, codec: 'h264' | 'jpeg') {
    this.#clock = clock;
    this.codec = codec;
  }

  listen(listener: (event: VideoCaptureEvent) => void): void {
    this.#tell = listener;
    listener({ type: 'state', state: { type: 'signal', mode: { width: 1920, height: 1080, rate: 60 } } });
  }

  configure({ chroma }: { readonly chroma: Chroma }): void {
    this.chroma = chroma;
  }

  start(): void {
    this.running = true;
    this.wantKeyFrame();
  }

  stop(): void {
    this.running = false;
  }

  /** The encoder takes a few milliseconds for it. */
  wantKeyFrame(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    this.#clock.timer({ name: 'encoder', after: milliseconds(5), fire: () => this.paint() });
  }

  async preview(): Promise<null> {
    return null;
  }

  setEdid(): void {}

  paint(): void {
    if (!this.running) return;
    const key = this.#wanted;
    this.#wanted = false;
    this.painted += 1;
    const bytes = unitOf({ number: this.painted, key, size: key ? 9000 : 3000 });
    const time = this.#clock.now() * 1000;
    const unit = { stream: streamId(1), generation: generation(0), codec: 'h264', key, time, bytes } as const;
    this.#tell({ type: 'unit', unit });
  }

  async [Symbol.asyncDispose](): Promise<void> {}
}

class NumberedSound implements SoundCapture {
  running = false;
  #time = 0;
  #tell: (unit: SoundUnit) => void = () => undefined;

  listen(listener: (unit: SoundUnit) => void): void {
    this.#tell = listener;
  }

  start(): void {
    this.running = true;
  }

  stop(): void {
    this.running = false;
  }

  say(number: number): void {
    this.#time += 20_000;
    this.#tell({ time: this.#time, bytes: Uint8Array.of(number) });
  }

  async [Symbol.asyncDispose](): Promise<void> {}
}

async function open(
  options: { readonly group?: typeof GROUP; readonly codec?: 'h264' | 'jpeg'; readonly link?: Duration } = {},
): Promise<Site> {
  const clock = new VirtualClock();
  const network = new MemoryDatagrams({ clock, random: seededRandom(7) });
  const port = await network.host('tx')({ host: 'tx', port: 9000 });
  const { group = null, codec = 'h264', link = milliseconds(1) } = options;
  return new Site({ clock, network, port, group, codec, link });
}

class Site {
  readonly clock: VirtualClock;
  readonly network: MemoryDatagrams;
  readonly port: Awaited<ReturnType<ReturnType<MemoryDatagrams['host']>>>;
  readonly capture: NumberedCapture;
  readonly sound = new NumberedSound();
  readonly source: RtpSource;
  /** One way on the peer link. */
  readonly link: Duration;

  constructor({
    clock,
    network,
    port,
    group,
    codec,
    link,
  }: Pick<Site, 'clock' | 'network' | 'port' | 'link'> & {
    readonly group: typeof GROUP | null;
    readonly codec: 'h264' | 'jpeg';
  }) {
    this.link = link;
    this.clock = clock;
    this.network = network;
    this.port = port;
    this.capture = new NumberedCapture(clock, codec);
    const fanout = new CaptureFanout({ capture: this.capture, clock });
    fanout.listen(() => undefined);
    const random = seededRandom(11);
    const randomBytes = (size: number) => Uint8Array.from({ length: size }, () => Math.floor(random() * 256));
    this.source = new RtpSource({
      capture: this.capture,
      fanout,
      sound: this.sound,
      port,
      clock,
      randomBytes,
      group,
    });
  }

  /** So many pictures, 16 ms apart, and then as much time as said. */
  async paint(count: number, rest = milliseconds(150)): Promise<void> {
    for (let picture = 0; picture < count; picture++) {
      this.capture.paint();
      await this.clock.advance(milliseconds(16));
    }
    await this.clock.advance(rest);
  }

  async watch(
    name: string,
    options: {
      readonly takes?: boolean;
      readonly chromas?: readonly Chroma[];
      readonly sound?: boolean;
      /** By another route of this desk. */
      readonly at?: Desk;
    } = {},
  ): Promise<Desk> {
    const { takes = true, chromas = ['4:2:0'], sound = false, at = null } = options;
    const port = at?.port ?? (await this.network.host(name)({ host: name, port: 0 }));
    const receptions = at?.receptions ?? new RtpReceptions({ port, clock: this.clock, log: silentLog });
    const desk = new Desk(receptions, port);
    const reception = receptions.open(this.port.place, {
      unit: ({ key, bytes }) => desk.show(numberOf(bytes, key), key),
      sound: ({ bytes }) => desk.sounds.push(bytes[0] ?? 0),
      frozen: (frozen) => desk.frozen.push(frozen),
    });
    const viewer = this.source.join({
      place: port.place,
      offer: { port: port.place.port, chromas, sound },
      key: (key) => this.#tell({ desk, reception, key, taken: () => takes && viewer.taken(key.epoch) }),
    });
    desk.reception = reception;
    desk.leave = () => {
      viewer.leave();
      reception.close();
    };
    desk.stop = () => viewer.leave();
    await this.paint(0);
    return desk;
  }

  #tell(told: {
    readonly desk: Desk;
    readonly reception: RtpReception;
    readonly key: MediaKey;
    readonly taken: () => void;
  }): void {
    const { desk, reception, key, taken } = told;
    const later = (fire: () => void) => this.clock.timer({ name: 'peer link', after: this.link, fire });
    later(() => {
      desk.epochs.push(key.epoch);
      reception.key(key);
      later(taken);
    });
  }
}

class Desk {
  readonly receptions: RtpReceptions;
  readonly port: DatagramPort;
  readonly lastPacket = Uint8Array.from({ length: 40 }, (_, index) => (index === 0 ? 0x80 : index));
  readonly numbers: number[] = [];
  readonly keys: number[] = [];
  /** Units that followed from one that never came. */
  readonly broken: number[] = [];
  readonly sounds: number[] = [];
  readonly frozen: boolean[] = [];
  readonly epochs: number[] = [];
  reception: RtpReception = { key: () => undefined, wantKeyFrame: () => undefined, figures: () => null, close() {} };
  leave: () => void = () => undefined;
  stop: () => void = () => undefined;

  constructor(receptions: RtpReceptions, port: DatagramPort) {
    this.receptions = receptions;
    this.port = port;
  }

  show(number: number, key: boolean): void {
    if (!key && number !== (this.numbers.at(-1) ?? 0) + 1) this.broken.push(number);
    if (key) this.keys.push(number);
    this.numbers.push(number);
  }
}
