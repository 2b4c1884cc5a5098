import { type ParseArgsConfig, parseArgs } from 'node:util';
import { Fault } from '../kernel/index.ts';

export const optionUnknown = (message: string, cause?: unknown): Fault =>
  new Fault({ code: 'option-unknown', message: `${message}; see --help`, cause });

export const optionInvalid = (message: string, cause?: unknown): Fault =>
  new Fault({ code: 'configuration-invalid', message, cause });

/** Node's parseArgs, whose complaint becomes a Fault `option-unknown` of one line. */
export function parseCommandLine<const Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (thrown) {
    // Node's own sentence goes on with advice about quoting; the first one says what is wrong.
    const reason = thrown instanceof Error ? (thrown.message.split('. ')[0] ?? thrown.message) : 'unreadable options';
    throw optionUnknown(reason.replaceAll('\n', ' '), thrown);
  }
}

/** 0 to 65535; 0 takes any free one. */
export function parsePort(text: string, name: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw optionInvalid(`${name} "${text}" is not a port (0 to 65535)`);
  return port;
}

export const logLevels = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

export function parseLogLevel(text: string): LogLevel {
  const level = logLevels.find((each) => each === text);
  if (level === undefined) throw optionInvalid(`--log-level "${text}" is none of ${logLevels.join(', ')}`);
  return level;
}
