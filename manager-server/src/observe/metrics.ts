import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { BoxSide } from '../api/box-side.ts';

export interface MetricsSources {
  readonly boxSide: BoxSide;
  readonly pages: () => number;
  readonly feedNumber: () => number;
}

/** Seconds; a request beyond the last took longer than a person waits. */
const REQUEST_BUCKETS = [0.001, 0.005, 0.02, 0.1, 0.5, 2];

/**
 * What a Prometheus server reads. Labels have few values, known beforehand: never a name, an ID or a path as it was
 * typed.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests: Histogram<'method' | 'route' | 'status'>;
  readonly #audit: Counter<'action' | 'outcome'>;

  constructor({ boxSide, pages, feedNumber }: MetricsSources) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#requests = new Histogram({
      name: 'seatmatrix_http_request_seconds',
      help: 'Answered requests by route pattern',
      labelNames: ['method', 'route', 'status'],
      buckets: REQUEST_BUCKETS,
      registers,
    });
    this.#audit = new Counter({
      name: 'seatmatrix_audit_entries_total',
      help: 'Entries of the audit since the start, by action and outcome',
      labelNames: ['action', 'outcome'],
      registers,
    });
    new Gauge({
      name: 'seatmatrix_boxes',
      help: 'Boxes by state and presence',
      labelNames: ['state', 'online'],
      registers,
      collect() {
        this.reset();
        for (const { state, online } of boxSide.boxes()) this.inc({ state, online: String(online) });
      },
    });
    new Gauge({
      name: 'seatmatrix_routes',
      help: 'Receivers that are to show something, by what they report',
      labelNames: ['status'],
      registers,
      collect() {
        this.reset();
        for (const { transmitter, status } of boxSide.routes()) {
          if (transmitter !== null) this.inc({ status: status?.type ?? 'unknown' });
        }
      },
    });
    gauge(registers, {
      name: 'seatmatrix_sessions',
      help: 'Operators signed in',
      read: () => boxSide.sessions().length,
    });
    gauge(registers, { name: 'seatmatrix_pages', help: 'WebSockets of pages', read: pages });
    gauge(registers, { name: 'seatmatrix_feed_number', help: 'Events of the site since the start', read: feedNumber });
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  text(): Promise<string> {
    return this.#registry.metrics();
  }

  answered(request: {
    readonly method: string;
    readonly route: string;
    readonly status: number;
    readonly milliseconds: number;
  }): void {
    const { method, route, status, milliseconds } = request;
    this.#requests.observe({ method, route, status }, milliseconds / 1000);
  }

  audited({ action, outcome }: { readonly action: string; readonly outcome: string }): void {
    this.#audit.inc({ action, outcome });
  }
}

function gauge(
  registers: Registry[],
  { name, help, read }: { readonly name: string; readonly help: string; readonly read: () => number },
): void {
  new Gauge({
    name,
    help,
    registers,
    collect() {
      this.set(read());
    },
  });
}
