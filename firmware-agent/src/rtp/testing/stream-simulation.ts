import { instant, type Random, seededRandom } from '@seatmatrix/protocol/kernel';
import type { RepairOptions } from '../receiving-epoch.ts';
import { StreamReceiver } from '../stream-receiver.ts';
import { StreamSender } from '../stream-sender.ts';
import { numberOf, unitOf } from './annex-b-units.ts';

/** One way of the simulated network. */
export interface SimulatedPath {
  /** 0–1. */
  readonly loss: number;
  readonly delayMs: number;
  readonly jitterMs: number;
}

export interface SimulatedStream {
  readonly path: SimulatedPath;
  /** The path as long as the fault lasts; `path` before and after it. */
  readonly fault?: { readonly fromMs: number; readonly toMs: number; readonly path: SimulatedPath };
  readonly durationMs: number;
  readonly seed: number;
  readonly repair?: RepairOptions;
  /** Whether the screen changes at this moment: 60 times a second it is looked. Always, by default. */
  readonly moves?: (atMs: number) => boolean;
  /** Called once, when the time has come. */
  readonly actions?: readonly { readonly atMs: number; readonly run: (run: Running) => void }[];
}

export interface Running {
  readonly sender: StreamSender;
  readonly receiver: StreamReceiver;
}

export interface SimulatedResult extends Running {
  /** For each unit that was sent, how long until it or a newer one was there; Infinity: never. */
  readonly staleMs: readonly number[];
  readonly sentAt: readonly number[];
  readonly delivered: readonly { readonly number: number; readonly key: boolean; readonly time: number }[];
  readonly keyUnits: number;
  /** Bytes that the transmitter sent, and those of them that it sent again. */
  readonly bytes: number;
  readonly repairBytes: number;
}

const TICK_MS = 0.25;
const FRAME_MS = 1000 / 60;
const DELTA_BYTES = { least: 2000, most: 18_000 };
const KEY_BYTES = 90_000;
/** From the wish to the encoder's key picture (shared/design.md: 5–9 ms). */
const ENCODE_MS = 7;

/** A desktop at 60 Hz (about 5 Mbit/s) over a network that loses, delays and reorders both ways, in virtual time. */
export function simulateStream(options: SimulatedStream): SimulatedResult {
  const random = seededRandom(options.seed);
  const sender = new StreamSender({ random: (size) => randomBytes(random, size), at: instant(0) });
  const subscription = sender.subscribe(instant(0));
  const { repair } = options;
  const receiver = new StreamReceiver({ subscription, at: instant(0), ...(repair && { repair }) });
  const underway = new Map<number, (() => void)[]>();
  const staleMs: number[] = [];
  const sentAt: number[] = [];
  const delivered: { number: number; key: boolean; time: number }[] = [];
  const actions = [...(options.actions ?? [])];
  let [bytes, repairBytes, keyUnits, visible] = [0, 0, 0, 0];
  let nextFrame = 0;
  let keyAt: number | null = null;
  let now = 0;

  const transfer = (datagram: Uint8Array, arrive: (datagram: Uint8Array) => void) => {
    const { fault } = options;
    const path = fault !== undefined && now >= fault.fromMs && now < fault.toMs ? fault.path : options.path;
    if (random() < path.loss) return;
    const due = Math.ceil((now + path.delayMs + random() * path.jitterMs) / TICK_MS);
    const slot = Math.max(due, Math.round(now / TICK_MS) + 1);
    underway.set(slot, [...(underway.get(slot) ?? []), () => arrive(datagram)]);
  };
  const toReceiver = (datagrams: readonly Uint8Array[]) => {
    for (const datagram of datagrams) {
      bytes += datagram.length;
      transfer(datagram, (arrived) => shown(receiver.packet(arrived, instant(now))));
    }
  };
  const wished = (wanted: boolean) => {
    if (wanted) keyAt ??= now + ENCODE_MS;
  };
  const shown = ({ units, out }: ReturnType<StreamReceiver['packet']>) => {
    for (const unit of units) {
      const number = numberOf(unit.bytes, unit.key);
      delivered.push({ number, key: unit.key, time: unit.time });
      for (; visible <= number; visible++) staleMs[visible] = now - (sentAt[visible] ?? 0);
    }
    for (const datagram of out) {
      transfer(datagram, (arrived) => {
        const { answers, keyFrameWanted } = sender.receive(arrived, instant(now));
        repairBytes += answers.reduce((sum, each) => sum + each.length, 0);
        toReceiver(answers);
        wished(keyFrameWanted);
      });
    }
  };
  const send = (key: boolean) => {
    const number = sentAt.length;
    const size = key ? KEY_BYTES : DELTA_BYTES.least + random() * (DELTA_BYTES.most - DELTA_BYTES.least);
    sentAt.push(now);
    staleMs.push(Number.POSITIVE_INFINITY);
    if (key) keyUnits++;
    const unit = { key, time: Math.round(now * 1000), bytes: unitOf({ number, key, size: Math.round(size) }) };
    toReceiver(sender.send(unit, instant(now)));
  };

  for (let tick = 0; tick * TICK_MS < options.durationMs; tick++) {
    now = tick * TICK_MS;
    for (const action of actions.splice(0, actions.findLastIndex((each) => each.atMs <= now) + 1)) {
      action.run({ sender, receiver });
    }
    for (const arrive of underway.get(tick) ?? []) arrive();
    underway.delete(tick);
    if (keyAt !== null && now >= keyAt) {
      keyAt = null;
      send(true);
      nextFrame = now + FRAME_MS;
    } else if (now >= nextFrame) {
      nextFrame += FRAME_MS;
      if (sentAt.length > 0 && (options.moves?.(now) ?? true)) send(false);
    }
    if (sender.due !== null && sender.due <= now) {
      const { out, keyFrameWanted } = sender.tick(instant(now));
      toReceiver(out);
      wished(keyFrameWanted);
    }
    if (receiver.due <= now) shown(receiver.tick(instant(now)));
  }
  return { sender, receiver, staleMs, sentAt, delivered, keyUnits, bytes, repairBytes };
}

/** From a seed, so that a run can be repeated: for simulations alone. */
export const randomBytes = (random: Random, size: number): Uint8Array =>
  Uint8Array.from({ length: size }, () => Math.floor(random() * 256));

/** The value below which this part of them lies. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
