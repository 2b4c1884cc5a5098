import { useEffect, useRef, useState } from 'react';
import { queryClient } from '../api/queries.ts';
import type { Account } from '../api/records.ts';
import { type Preview, PreviewBook } from './preview-book.ts';
import { PreviewSocket } from './preview-socket.ts';

export type { PreviewReason } from './preview-book.ts';
export { PREVIEWS_MAX } from './preview-book.ts';

export interface PreviewWatch {
  /**
   * The devices in view from now on, by their keys, in place of those before; the first ones count where there are too
   * many. Cheap to call at every scroll.
   */
  look(devices: Iterable<string>): void;
  /** Sees nothing more. */
  end(): void;
}

interface Watch {
  readonly changed: (device: string) => void;
  devices: ReadonlySet<string>;
}

const watches = new Set<Watch>();

const book = new PreviewBook<ImageBitmap>({
  decode: (jpeg) => createImageBitmap(new Blob([jpeg], { type: 'image/jpeg' })),
  changed: (devices) => {
    for (const watch of [...watches]) {
      for (const device of devices) if (watch.devices.has(device)) watch.changed(device);
    }
  },
});

const socket = new PreviewSocket({
  // Auditors read what was done, and see no screens.
  mayLook: () => queryClient.getQueryData<Account>(['account'])?.role !== 'auditor',
  inView: () => (document.hidden ? [] : book.look(inView())),
  says: (device, shown) => book.says(device, shown),
  picture: (source, jpeg) => book.picture(source, jpeg),
  lost: () => book.lose(),
});

document.addEventListener('visibilitychange', look);

/** What is known of a device's picture now. The bitmap is good for this turn of the event loop: paint it, do not keep it. */
export const previewOf = (device: string): Preview<ImageBitmap> => book.of(device);

/**
 * Looks at devices: their pictures come for as long as they are in view and the page's tab is shown. `changed` is called
 * for one device at a time, outside of React, whenever `previewOf` says something else of it.
 */
export function watchPreviews(changed: (device: string) => void): PreviewWatch {
  const watch: Watch = { changed, devices: new Set() };
  watches.add(watch);
  return {
    look(devices) {
      watch.devices = new Set(devices);
      look();
    },
    end() {
      watches.delete(watch);
      look();
    },
  };
}

/** A watch for as long as the component is there. `changed` may be another function at every render. */
export function usePreviews(changed: (device: string) => void): PreviewWatch | null {
  const [watch, setWatch] = useState<PreviewWatch | null>(null);
  const latest = useRef(changed);
  useEffect(() => {
    latest.current = changed;
  });
  useEffect(() => {
    const made = watchPreviews((device) => latest.current(device));
    setWatch(made);
    return () => made.end();
  }, []);
  return watch;
}

function look(): void {
  socket.look();
}

/** Newer watches come first: what a dialogue shows matters more than the page below it. */
const inView = (): ReadonlySet<string> => new Set([...watches].reverse().flatMap((watch) => [...watch.devices]));
