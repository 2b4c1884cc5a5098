import { type ReactNode, useEffect } from 'react';
import { api, doneOf, isPassing } from '../api/client.ts';
import { queryClient, useAccount } from '../api/queries.ts';
import type { Account } from '../api/records.ts';
import { applyEvent, readAnew } from './apply-event.ts';
import { setEventsCome } from './connection.ts';
import { followEvents } from './event-feed.ts';
import { rememberEvent } from './latest-events.ts';

let following = false;

/**
 * Keeps everything that the page knows as the manager has it, from its first use for as long as the page lives. An
 * operator is told when his consoles are others, and nothing of the site.
 */
export function LiveSite(): ReactNode {
  const { role } = useAccount();
  useEffect(() => {
    if (following) return;
    following = true;
    follow(role);
  }, [role]);
  return null;
}

function follow(role: Account['role']): void {
  const own = role === 'operator';
  followEvents(own ? '/api/account/events' : '/api/events', {
    event(event) {
      if (own) {
        void queryClient.invalidateQueries({ queryKey: ['consoles'] });
        return;
      }
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
