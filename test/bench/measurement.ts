import { cpus, totalmem } from 'node:os';

/** One line of a benchmark's result. Times in `unit`; for throughput each sample is a rate. */
export interface CaseResult {
  readonly case: string;
  readonly unit: 'ms' | '1/s' | 'kB' | 'kB/s' | 'MB' | '%' | 'samples' | 'nodes';
  readonly n: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  /** The figure to reach, in words; null where the case is there to compare with. */
  readonly goal: string | null;
}

export interface BenchResult {
  readonly bench: string;
  readonly machine: string;
  readonly date: string;
  readonly results: readonly CaseResult[];
}

/** A benchmark: runs, says how far it is, and gives its cases. */
export interface Bench {
  readonly name: string;
  readonly about: string;
  /** As `run`, with few samples: shows that it works, and figures that mean little. */
  quick(say: (line: string) => void): Promise<readonly CaseResult[]>;
  run(say: (line: string) => void): Promise<readonly CaseResult[]>;
}

export function summarise(options: {
  readonly case: string;
  readonly unit: CaseResult['unit'];
  readonly goal: string | null;
  readonly samples: readonly number[];
}): CaseResult {
  const sorted = [...options.samples].sort((a, b) => a - b);
  const at = (share: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN);
  return {
    case: options.case,
    unit: options.unit,
    n: sorted.length,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    max: round(sorted.at(-1) ?? Number.NaN),
    goal: options.goal,
  };
}

export function machineName(): string {
  const cores = cpus();
  return `${cores[0]?.model.trim() ?? 'unknown processor'}, ${cores.length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${process.platform} ${process.arch}`;
}

const round = (value: number): number => Number(value.toPrecision(4));
