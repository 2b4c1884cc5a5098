import { useEffect, useRef, useState } from 'react';
import type { SiteView } from '../../site-view.ts';
import { waitingReceivers } from './alarms.ts';

/** Milliseconds; a switch takes two seconds at most. */
const PATIENCE = 5000;

const NOBODY: ReadonlySet<string> = new Set();

/** Receivers that have waited for their picture for longer than a switch takes. */
export function useLateReceivers(site: SiteView): ReadonlySet<string> {
  const since = useRef(new Map<string, number>());
  const [late, setLate] = useState(NOBODY);
  useEffect(() => {
    const waiting = new Set(waitingReceivers(site));
    for (const key of [...since.current.keys()]) if (!waiting.has(key)) since.current.delete(key);
    for (const key of waiting) if (!since.current.has(key)) since.current.set(key, Date.now());
    const look = () => {
      const now = Date.now();
      const found = [...since.current].filter(([, at]) => now - at >= PATIENCE).map(([key]) => key);
      setLate((before) => (found.length === 0 && before.size === 0 ? before : new Set(found)));
    };
    look();
    const timer = waiting.size === 0 ? 0 : window.setTimeout(look, PATIENCE + 50);
    return () => window.clearTimeout(timer);
  }, [site]);
  return late;
}
