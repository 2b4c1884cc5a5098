import type { DeviceKey } from '@seatmatrix/protocol/domain';
import { between, type Clock, type Instant, type Log, minutes } from '@seatmatrix/protocol/kernel';
import type { Transport } from '@seatmatrix/protocol/link';
import { auditEntry, boxActor } from '../audit/index.ts';
import type { Directory } from '../directory/directory.ts';
import type { Journal } from '../store/journal.ts';

export interface PreviewConductOptions {
  readonly directory: Pick<Directory, 'snapshot'>;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
}

/** What one box does wrong stands in the audit once in so long, however often it does it. */
const TELL_EVERY = minutes(10);

/** Tells an administrator, in the log and the audit, what a box did with small pictures that it should not. */
export class PreviewConduct {
  readonly #options: PreviewConductOptions;
  readonly #told = new Map<DeviceKey, Instant>();

  constructor(options: PreviewConductOptions) {
    this.#options = options;
  }

  tell(source: DeviceKey, { transport, what }: { readonly transport: Transport | null; readonly what: string }): void {
    const { clock, directory, journal, log } = this.#options;
    const now = clock.now();
    const told = this.#told.get(source);
    if (told !== undefined && between(told, now) < TELL_EVERY) return;
    this.#told.set(source, now);
    const device = directory.snapshot.devices.get(source)?.value;
    const object = device === undefined ? source : `${device.id} ${device.name}`;
    const actor = transport === null ? object : boxActor(transport.peer.fingerprint);
    log.warn('small pictures of a box are cut off', { device: object, what });
    const act = { actor, from: transport?.peer.address ?? '', action: 'box.preview', object, detail: what } as const;
    journal.commit([{ type: 'audit', entry: auditEntry({ ...act, outcome: 'refused' }, clock) }]).catch((thrown) => {
      log.error('what a box did wrong is not in the audit', { device: object, reason: String(thrown) });
    });
  }
}
