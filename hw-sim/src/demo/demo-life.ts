import { type Clock, milliseconds, type Random, type Timer } from '@seatmatrix/protocol/kernel';
import type { Computer } from '../physical/computer.ts';

/** Often enough to be seen as alive, seldom enough that ten pictures cost next to nothing. */
const EVERY = milliseconds(4000);

type StatusLine = (random: Random) => string;

const between = (random: Random, low: number, high: number): number => low + random() * (high - low);
const whole = (random: Random, low: number, high: number): string => between(random, low, high).toFixed(0);

/** By the computer's host name. */
const statusLines: Readonly<Record<string, StatusLine>> = {
  'dispatch-1': (random) => `负荷 ${whole(random, 1240, 1310)} MW · ${between(random, 49.97, 50.03).toFixed(2)} Hz`,
  'dispatch-2': (random) => `联络线 ${whole(random, 310, 360)} MW · ${between(random, 219, 222).toFixed(1)} kV`,
  city: (random) => `在办事件 ${whole(random, 12, 19)} · 今日办结 ${whole(random, 203, 209)}`,
  traffic: (random) => `平均车速 ${whole(random, 34, 42)} km/h · 拥堵 ${whole(random, 3, 7)} 处`,
  fire: (random) => `待命车辆 ${whole(random, 22, 26)} · 出动 ${whole(random, 1, 3)}`,
  weather: (random) =>
    `气温 ${between(random, 17.2, 18.4).toFixed(1)} °C · 风速 ${between(random, 2, 4).toFixed(1)} m/s`,
  emergency: (random) => `值守 ${whole(random, 6, 8)} 人 · 信道 ${whole(random, 1, 4)} 占用`,
  meeting: (random) => `会场 ${whole(random, 5, 9)} · 时延 ${whole(random, 28, 46)} ms`,
  network: (random) => `流量 ${between(random, 6.1, 8.8).toFixed(1)} Gb/s · 告警 ${whole(random, 0, 2)}`,
};

/** Lets the computers do something of their own, one after the other. Returns what ends it. */
export function startDemoLife({
  computers,
  clock,
  random,
}: {
  readonly computers: readonly Computer[];
  readonly clock: Clock;
  readonly random: Random;
}): () => void {
  let timer: Timer | null = null;
  let turn = 0;
  const update = (computer: Computer | undefined) => {
    const line = computer === undefined ? undefined : statusLines[computer.options.host];
    if (computer !== undefined && line !== undefined) computer.status = line(random);
  };
  const tick = () => {
    update(computers[turn % computers.length]);
    turn++;
    timer = clock.timer({
      name: 'demonstration status',
      after: milliseconds(EVERY / Math.max(1, computers.length)),
      fire: tick,
    });
  };
  for (const computer of computers) update(computer);
  tick();
  return () => timer?.cancel();
}
