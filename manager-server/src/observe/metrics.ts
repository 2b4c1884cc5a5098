import type { BoxReport, DeviceKey } from '@seatmatrix/protocol/domain';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { BoxSide } from '../api/box-side.ts';

export interface MetricsSources {
  readonly boxSide: BoxSide;
  /** The four digits of a device; null when there is no such device. */
  readonly deviceId: (key: DeviceKey) => string | null;
  readonly pages: () => number;
  readonly feedNumber: () => number;
}

/** Seconds; a request beyond the last took longer than a person waits. */
const REQUEST_BUCKETS = [0.001, 0.005, 0.02, 0.1, 0.5, 2];

/**
 * What a Prometheus server reads. Labels have few values, known beforehand, never a name or a path as it was typed; the
 * figures of boxes go by the device's four digits, of which a site has 9,998 at most.
 */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests: Histogram<'method' | 'route' | 'status'>;
  readonly #audit: Counter<'action' | 'outcome'>;

  constructor({ boxSide, deviceId, pages, feedNumber }: MetricsSources) {
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
    for (const figure of BOX_FIGURES) boxGauge(registers, { ...figure, boxSide, deviceId });
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

interface BoxFigure {
  readonly name: string;
  readonly help: string;
  /** Null where the box has no such figure now. */
  readonly read: (report: BoxReport) => number | null;
}

/** In Prometheus' base units. */
const BOX_FIGURES: readonly BoxFigure[] = [
  {
    name: 'seatmatrix_box_frames_per_second',
    help: 'Pictures that a box sends or shows',
    read: ({ framesPerSecond }) => framesPerSecond,
  },
  {
    name: 'seatmatrix_box_packets_refused',
    help: 'Packets since a box started that were not protected with its keys, or nobody’s',
    read: ({ refused }) => refused,
  },
  {
    name: 'seatmatrix_box_loss_ratio',
    help: 'Share of packets that a receiver lost, 0 to 1',
    read: ({ reception }) => reception?.loss ?? null,
  },
  {
    name: 'seatmatrix_box_jitter_seconds',
    help: 'Jitter of the packets at a receiver (RFC 3550 section 6.4.1)',
    read: ({ reception }) => (reception === null ? null : reception.jitter / 1000),
  },
  {
    name: 'seatmatrix_box_delay_seconds',
    help: 'From the capture of a picture to the display',
    read: ({ delay }) => (delay === null ? null : delay / 1000),
  },
];

/** Of boxes that are connected: a box that is gone has no figures, not old ones. */
function boxGauge(
  registers: Registry[],
  { name, help, read, boxSide, deviceId }: BoxFigure & Pick<MetricsSources, 'boxSide' | 'deviceId'>,
): void {
  new Gauge({
    name,
    help,
    labelNames: ['device'],
    registers,
    collect() {
      this.reset();
      for (const { device, online, report } of boxSide.boxes()) {
        const id = device === null || !online ? null : deviceId(device);
        const value = report === null ? null : read(report);
        if (id !== null && value !== null) this.set({ device: id }, value);
      }
    },
  });
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
