import { type ReactNode, useEffect } from 'react';
import { api, doneOf, isPassing } from '../api/client.ts';
import { applyEvent, readAnew } from './apply-event.ts';
import { setEventsCome } from './connection.ts';
import { followEvents } from './event-feed.ts';
import { rememberEvent } from './latest-events.ts';

let following = false;

/** Keeps everything that the page knows as the manager has it, from its first use for as long as the page lives. */
export function LiveSite(): ReactNode {
  useEffect(() => {
    if (following) return;
    following = true;
    follow();
  }, []);
  return null;
}

function follow(): void {
  followEvents({
    event(event) {
      applyEvent(event);
      rememberEvent(event);
    },
    reset: readAnew,
    connected(connected) {
      setEventsCome(connected);
      // The session may be why: a refusal leads to the sign-in, and a manager that is away is asked again anyway.
      if (!connected) {
        doneOf(api.GET('/api/session')).catch((error: unknown) => {
          if (!isPassing(error)) console.warn('the session could not be read', error);
        });
      }
    },
  });
}
