import type { BoxNotice, DeviceKey, MediaKey } from '@seatmatrix/protocol/domain';
import { type Clock, seconds } from '@seatmatrix/protocol/kernel';
import type { ForeignViewerOrder, ForeignViewerRefusal } from '../api/box-side.ts';
import { auditEntry } from '../audit/index.ts';
import type { Directory } from '../directory/directory.ts';
import type { Journal } from '../store/journal.ts';
import type { BoxConnections } from './box-connections.ts';

export interface ForeignViewersOptions {
  readonly connections: Pick<BoxConnections, 'at'>;
  readonly directory: Directory;
  readonly journal: Journal;
  readonly clock: Clock;
}

type Answered = MediaKey | ForeignViewerRefusal;

/** A cold encoder takes a few hundred milliseconds to its first picture. */
const ANSWER_LIMIT = seconds(5);

/** Asks transmitters to send their picture to somebody who is no box. The keys pass through here and stay nowhere. */
export class ForeignViewers {
  readonly #options: ForeignViewersOptions;
  readonly #asked = new Map<number, { readonly device: DeviceKey; readonly settle: (answer: Answered) => void }>();
  #numbers = 0;

  constructor(options: ForeignViewersOptions) {
    this.#options = options;
  }

  /** Audited before the box is told, and once more when nothing came of it. */
  async open(order: ForeignViewerOrder): Promise<Answered> {
    const { connections, directory } = this.#options;
    const device = directory.snapshot.devices.get(order.device)?.value;
    if (device === undefined) return 'unknown-device';
    const object = `${device.id} ${device.name}`;
    const refuse = async (refusal: ForeignViewerRefusal): Promise<ForeignViewerRefusal> => {
      await this.#audit(order, { object, outcome: 'refused', detail: refusal });
      return refusal;
    };
    if (device.kind !== 'transmitter') return refuse('no-transmitter');
    if (connections.at(device.key) === undefined) return refuse('offline');
    const { host, port, seconds: time } = order;
    await this.#audit(order, { object, outcome: 'done', detail: `to ${host} port ${port} for ${time} s` });
    const answer = await this.#ask(order);
    return typeof answer === 'string' ? refuse(answer) : answer;
  }

  /** What a box says to a question that it was not asked counts for nothing. */
  answered({ number, key }: Extract<BoxNotice, { readonly type: 'foreign-viewer' }>, device: DeviceKey): void {
    const asked = this.#asked.get(number);
    if (asked?.device === device) asked.settle(key ?? 'cannot');
  }

  /** The box's connection has ended: its answer does not come any more. */
  lost(device: DeviceKey): void {
    for (const asked of [...this.#asked.values()]) if (asked.device === device) asked.settle('offline');
  }

  #ask({ device, host, port, seconds: time }: ForeignViewerOrder): Promise<Answered> {
    const connection = this.#options.connections.at(device);
    if (connection === undefined) return Promise.resolve('offline');
    this.#numbers += 1;
    const number = this.#numbers;
    return new Promise((resolve) => {
      const settle = (answer: Answered) => {
        timer.cancel();
        this.#asked.delete(number);
        resolve(answer);
      };
      const timer = this.#options.clock.timer({
        name: 'foreign viewer',
        after: ANSWER_LIMIT,
        fire: () => settle('no-answer'),
      });
      this.#asked.set(number, { device, settle });
      const command = { type: 'foreign-viewer', number, host, port, seconds: time } as const;
      connection.session.notify({ type: 'box-command', command });
    });
  }

  #audit(
    { actor }: ForeignViewerOrder,
    act: { readonly object: string; readonly outcome: 'done' | 'refused'; readonly detail: string },
  ): Promise<void> {
    const { clock, journal } = this.#options;
    const entry = auditEntry({ actor: actor.name, from: actor.from, action: 'device.foreign-viewer', ...act }, clock);
    return journal.commit([{ type: 'audit', entry }]);
  }
}
