import type { KeyboardLeds } from '@seatmatrix/protocol/domain';
import { type ReportDescriptor, reportKey, valuesOf } from './report-field.ts';

/** An output report that has at least one of the three lights in it. */
export interface LedReport {
  readonly report: number;
  /** Bytes behind the report ID. */
  readonly length: number;
  readonly lights: readonly { readonly light: keyof KeyboardLeds; readonly offset: number }[];
}

export function ledReportsOf(descriptor: ReportDescriptor): readonly LedReport[] {
  const outputs = descriptor.fields.filter((field) => field.kind === 'output' && field.variable);
  const found = outputs.flatMap(valuesOf).flatMap(({ usage, report, offset }) => {
    const light = LIGHTS.get(usage);
    return light === undefined ? [] : [{ report, light, offset }];
  });
  return [...new Set(found.map(({ report }) => report))].map((report) => ({
    report,
    length: Math.ceil((descriptor.bits.get(reportKey({ kind: 'output', report })) ?? 0) / 8),
    lights: found.filter((light) => light.report === report),
  }));
}

/** The report as hidraw takes it: the ID first, 0 where the device uses none. */
export function encodeLedReport({ report, length, lights }: LedReport, leds: KeyboardLeds): Uint8Array {
  const bytes = new Uint8Array(1 + length);
  bytes[0] = report;
  for (const { light, offset } of lights) {
    const at = 1 + (offset >> 3);
    if (leds[light]) bytes[at] = (bytes[at] ?? 0) | (1 << (offset & 7));
  }
  return bytes;
}

const LIGHTS: ReadonlyMap<number, keyof KeyboardLeds> = new Map([
  [0x08_0001, 'numLock'],
  [0x08_0002, 'capsLock'],
  [0x08_0003, 'scrollLock'],
]);
