import type { BoxNotice, BoxReport } from '../domain/index.ts';
import {
  BITS_MAX,
  DELAY_MAX,
  ENGINE_MAX,
  FIRMWARE_MAX,
  LOAD_MAX,
  PAGES_MAX,
  RATE_MAX,
  ROUTES_MAX,
  TEMPERATURE_MAX,
  TEMPERATURE_MIN,
} from './limits.ts';
import { readMediaKey, writeMediaKey } from './media-key.ts';
import { optional, readList, readReal, readText, readWhole } from './reading.ts';
import { readRouteReport, writeRouteReport } from './route.ts';
import type { generated } from './schema.ts';
import { readVideoMode } from './video.ts';
import { captureConditions, codecs, identifySigns, osdFunctions } from './words.ts';

export function writeBoxNotice(notice: BoxNotice): Partial<generated.v1.BoxFrame.$Properties> {
  switch (notice.type) {
    case 'box-report':
      return { boxReport: writeReport(notice) };
    case 'route-reports':
      return { routeReports: { reports: notice.reports.map(writeRouteReport) } };
    case 'foreign-viewer':
      return { foreignViewer: { number: notice.number, key: optional(notice.key, writeMediaKey) } };
    case 'watch-list':
      return {
        watchList: {
          watch: optional(notice.watch, ({ function: name, page }) => ({ function: osdFunctions.write(name), page })),
        },
      };
  }
}

export function readBoxNotice(raw: generated.v1.BoxFrame.$Properties): BoxNotice | null {
  return (
    optional(raw.boxReport, readReport) ??
    optional(raw.routeReports, ({ reports }) => ({
      type: 'route-reports' as const,
      reports: readList(reports, { field: 'reports', max: ROUTES_MAX, read: readRouteReport }),
    })) ??
    optional(raw.foreignViewer, ({ number, key }) => ({
      type: 'foreign-viewer' as const,
      number: readWhole(number, { field: 'foreign viewer' }),
      key: optional(key, readMediaKey),
    })) ??
    optional(raw.watchList, ({ watch }) => ({
      type: 'watch-list' as const,
      watch: optional(watch, ({ function: number, page }) => ({
        function: osdFunctions.read(number),
        page: readWhole(page, { field: 'page', max: PAGES_MAX }),
      })),
    }))
  );
}

function writeReport(report: BoxReport): generated.v1.BoxReport.$Properties {
  return {
    mode: report.mode,
    capture: captureConditions.write(report.capture),
    codec: optional(report.codec, codecs.write),
    framesPerSecond: report.framesPerSecond,
    engine: report.engine === null ? null : report.engine.toWellFormed(),
    refused: report.refused,
    loss: report.reception?.loss ?? 0,
    reception: report.reception,
    delay: report.delay,
    temperature: report.temperature,
    firmware: report.firmware.toWellFormed(),
    bitsPerSecond: report.bitsPerSecond,
    temperatureLimit: report.temperatureLimit,
    load: report.load,
    memory: report.memory,
    uptime: report.uptime,
    identifySigns: report.identifySigns.map(identifySigns.write),
  };
}

function readReport(raw: generated.v1.BoxReport.$Properties): BoxReport {
  return {
    type: 'box-report',
    mode: optional(raw.mode, readVideoMode),
    capture: captureConditions.read(raw.capture),
    codec: optional(raw.codec, codecs.read),
    framesPerSecond: readReal(raw.framesPerSecond, { field: 'frames per second', min: 0, max: RATE_MAX }),
    engine: optional(raw.engine, (value) => readText(value, { field: 'engine', max: ENGINE_MAX })),
    refused: readWhole(raw.refused, { field: 'refused packets' }),
    reception: optional(raw.reception, ({ loss, jitter }) => ({
      loss: readReal(loss, { field: 'loss', min: 0, max: 1 }),
      jitter: readReal(jitter, { field: 'jitter', min: 0, max: DELAY_MAX }),
    })),
    delay: optional(raw.delay, (value) => readReal(value, { field: 'delay', min: 0, max: DELAY_MAX })),
    temperature: optional(raw.temperature, (value) => readDegrees(value, 'temperature')),
    firmware: readText(raw.firmware, { field: 'firmware', max: FIRMWARE_MAX }),
    bitsPerSecond: optional(raw.bitsPerSecond, (value) =>
      readReal(value, { field: 'bits per second', min: 0, max: BITS_MAX }),
    ),
    temperatureLimit: optional(raw.temperatureLimit, (value) => readDegrees(value, 'temperature limit')),
    load: optional(raw.load, (value) => readReal(value, { field: 'load', min: 0, max: LOAD_MAX })),
    memory: optional(raw.memory, ({ used, total }) => ({
      used: readWhole(used, { field: 'used memory' }),
      total: readWhole(total, { field: 'memory' }),
    })),
    uptime: optional(raw.uptime, (value) => readWhole(value, { field: 'uptime' })),
    identifySigns: identifySigns.readKnown(raw.identifySigns),
  };
}

const readDegrees = (value: number, field: string): number =>
  readReal(value, { field, min: TEMPERATURE_MIN, max: TEMPERATURE_MAX });
