import { optionInvalid, optionUnknown, parseCommandLine } from './command-line.ts';

export interface ProgramOptionsGiven<Name extends string> {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly readFile: (path: string) => string;
  /** Options with a value. `config`, among them, names the file with the others. */
  readonly names: readonly Name[];
  /** Options without a value, on the command line alone; `help` is always one. */
  readonly flags: readonly string[];
  /** What else the file may hold: a positional argument's place. */
  readonly fileOnly: readonly string[];
  readonly positionals: boolean;
}

export interface ProgramOptionsRead<Name extends string> {
  /** The command line goes before the environment (`--box-port` is SEATMATRIX_BOX_PORT), that before the file. */
  option(name: Name): string | undefined;
  flag(name: string): boolean;
  fromFile(name: string): string | undefined;
  readonly positionals: readonly string[];
}

/** Throws `option-unknown` or `configuration-invalid`, whose message is one line for the person at the terminal. */
export function readProgramOptions<Name extends string>(given: ProgramOptionsGiven<Name>): ProgramOptionsRead<Name> {
  const { values, positionals } = commandLine(given);
  const environment = (name: string): string | undefined =>
    given.env[`SEATMATRIX_${name.toUpperCase().replaceAll('-', '_')}`] || undefined;
  const path = values.get('config') ?? environment('config');
  // Whoever asks for help gets it, whatever is wrong with the file.
  const file = path === undefined || values.has('help') ? new Map<string, string>() : configFile(path, given);
  return {
    option: (name) => values.get(name) ?? environment(name) ?? file.get(name),
    flag: (name) => values.has(name),
    fromFile: (name) => file.get(name),
    positionals,
  };
}

function commandLine<Name extends string>({
  argv,
  names,
  flags,
  positionals: allowPositionals,
}: ProgramOptionsGiven<Name>): {
  readonly values: ReadonlyMap<string, string>;
  readonly positionals: readonly string[];
} {
  const { values, positionals } = parseCommandLine({
    args: [...argv],
    allowPositionals,
    options: {
      ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
      ...Object.fromEntries(['help', ...flags].map((name) => [name, { type: 'boolean' as const }])),
    },
  });
  return { values: new Map(Object.entries(values).map(([name, value]) => [name, String(value)])), positionals };
}

function configFile<Name extends string>(
  path: string,
  { readFile, names, fileOnly }: ProgramOptionsGiven<Name>,
): ReadonlyMap<string, string> {
  const text = attempt(() => readFile(path), `cannot read the config file ${path}`);
  const value = attempt((): unknown => JSON.parse(text), `the config file ${path} is not JSON`);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw optionInvalid(`the config file ${path} is not a JSON object`);
  }
  const known = new Set<string>([...names, ...fileOnly]);
  known.delete('config');
  return new Map(
    Object.entries(value).map(([name, entry]: [string, unknown]) => {
      if (!known.has(name)) throw optionUnknown(`unknown option "${name}" in the config file ${path}`);
      if (typeof entry !== 'string' && typeof entry !== 'number') {
        throw optionInvalid(`"${name}" in the config file ${path} is neither text nor a number`);
      }
      return [name, String(entry)];
    }),
  );
}

function attempt<Value>(work: () => Value, message: string): Value {
  try {
    return work();
  } catch (thrown) {
    throw optionInvalid(message, thrown);
  }
}
