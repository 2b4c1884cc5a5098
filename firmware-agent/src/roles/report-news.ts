import type { BoxReport } from '@seatmatrix/protocol/domain';

/** Whether a person who reads the figures would see more than their noise. */
export function isNews(before: BoxReport, now: BoxReport): boolean {
  return (
    facts(before) !== facts(now) ||
    moved(before.framesPerSecond, now.framesPerSecond, { least: 2, share: 0.1 }) ||
    moved(before.bitsPerSecond, now.bitsPerSecond, { least: 50_000, share: 0.2 }) ||
    moved(before.reception?.loss ?? null, now.reception?.loss ?? null, { least: 0.002, share: 0.2 }) ||
    moved(before.reception?.jitter ?? null, now.reception?.jitter ?? null, { least: 2, share: 0.25 }) ||
    moved(before.delay, now.delay, { least: 3, share: 0.2 }) ||
    moved(before.temperature, now.temperature, { least: 1, share: 0 }) ||
    moved(before.load, now.load, { least: 0.15, share: 0.2 }) ||
    moved(before.memory?.used ?? null, now.memory?.used ?? null, { least: (now.memory?.total ?? 0) / 20, share: 0 })
  );
}

/** What is no figure: every other value is news. A picture that stands still is one, and one that begins to move. */
const facts = ({
  mode,
  capture,
  codec,
  engine,
  firmware,
  temperatureLimit,
  identifySigns,
  ...rest
}: BoxReport): string =>
  JSON.stringify([
    ...[mode?.width, mode?.height, mode?.rate, capture, codec, engine, firmware, temperatureLimit, identifySigns],
    ...[rest.framesPerSecond === 0, rest.refused === 0, rest.memory?.total],
  ]);

/** By so much at least, and by this share of what it was. */
function moved(
  before: number | null,
  now: number | null,
  noise: { readonly least: number; readonly share: number },
): boolean {
  if (before === null || now === null) return before !== now;
  return Math.abs(now - before) >= Math.max(noise.least, before * noise.share) && now !== before;
}
