import type { BoxSettings } from '@seatmatrix/protocol/domain';
import type { Clock } from '@seatmatrix/protocol/kernel';
import type { Directory } from '../directory/directory.ts';
import { DEFAULT_SETTINGS } from '../directory/site-directory.ts';

/** More changes than this within the same millisecond as a restart there are not. */
const REVISIONS_A_MILLISECOND = 1000;

/**
 * What boxes are told beside their plans. Boxes drop settings that are older than theirs, also after a restart of this
 * manager or with a restored store: revisions go on with the time.
 */
export class SettingsRevisions {
  readonly #directory: Directory;
  #revision: number;

  constructor({
    directory,
    clock,
    changed,
  }: {
    readonly directory: Directory;
    readonly clock: Clock;
    readonly changed: (settings: BoxSettings) => void;
  }) {
    this.#directory = directory;
    this.#revision = clock.wall().getTime() * REVISIONS_A_MILLISECOND;
    directory.onChange((after, before) => {
      if (after.settings === before.settings) return;
      this.#revision += 1;
      changed(this.current());
    });
  }

  current(): BoxSettings {
    const { boxes } = this.#directory.snapshot.settings.get('site')?.value ?? DEFAULT_SETTINGS;
    return { ...boxes, revision: this.#revision };
  }
}
