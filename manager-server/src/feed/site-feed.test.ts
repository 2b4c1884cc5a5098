import { type Log, silentLog } from '@seatmatrix/protocol/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SiteEvent } from './feed.ts';
import { createFeed, type FeedMessage } from './site-feed.ts';

const event = (key: string): SiteEvent => ({ type: 'resource', collection: 'devices', key, version: 1 });

const feedOf = (size = 4) => createFeed({ id: 'start-1', log: silentLog, size });

const listening = () => {
  const messages: FeedMessage[] = [];
  return { messages, listener: (message: FeedMessage) => void messages.push(message) };
};

const numbers = (messages: readonly FeedMessage[]) =>
  messages.map((each) => (each.type === 'event' ? each.number : 'reset'));

describe('the feed', () => {
  test('a new page is told to load everything, and then every event by number', () => {
    const feed = feedOf();
    feed.publish(event('a'));
    const { messages, listener } = listening();
    feed.subscribe(null, listener);
    feed.publish(event('b'));
    feed.publish(event('c'));
    expect(messages).toEqual([
      { type: 'reset', id: 'start-1', number: 1 },
      { type: 'event', number: 2, event: event('b') },
      { type: 'event', number: 3, event: event('c') },
    ]);
  });

  test.each<[string, number, readonly (number | 'reset')[]]>([
    ['that saw everything', 10, []],
    ['that missed some', 8, [9, 10]],
    ['that missed as many as are kept', 6, [7, 8, 9, 10]],
    ['that missed one more', 5, ['reset']],
    ['that claims the future', 11, ['reset']],
    ['that claims nonsense', Number.NaN, ['reset']],
    ['that claims half an event', 8.5, ['reset']],
    ['that claims less than nothing', -1, ['reset']],
  ])('a page %s gets what it missed, or a reset', (_, after, expected) => {
    const feed = feedOf(4);
    for (let index = 1; index <= 10; index += 1) feed.publish(event(String(index)));
    const { messages, listener } = listening();
    feed.subscribe({ id: 'start-1', after }, listener);
    expect(numbers(messages)).toEqual(expected);
    feed.publish(event('next'));
    expect(numbers(messages)).toEqual([...expected, 11]);
  });

  test('a page of another start is told to load everything, whatever its number', () => {
    const feed = feedOf();
    feed.publish(event('a'));
    const { messages, listener } = listening();
    feed.subscribe({ id: 'start-0', after: 1 }, listener);
    expect(messages).toEqual([{ type: 'reset', id: 'start-1', number: 1 }]);
  });

  test('an ended subscription gets nothing more', () => {
    const feed = feedOf();
    const { messages, listener } = listening();
    const subscription = feed.subscribe(null, listener);
    subscription.end();
    subscription.end();
    feed.publish(event('a'));
    expect(numbers(messages)).toEqual(['reset']);
  });

  test('a listener that throws is told to the log and harms nobody', () => {
    const errors: string[] = [];
    const log: Log = { ...silentLog, error: (message) => void errors.push(message) };
    const feed = createFeed({ id: 'start-1', log });
    feed.subscribe(null, () => {
      throw new Error('gone');
    });
    const { messages, listener } = listening();
    feed.subscribe(null, listener);
    feed.publish(event('a'));
    expect(numbers(messages)).toEqual(['reset', 1]);
    expect(errors.length).toBe(2);
  });

  test('an event published by a listener comes after the one that it answers, for everybody', () => {
    const feed = feedOf();
    feed.subscribe(null, (message) => {
      if (message.type === 'event' && message.number === 1) feed.publish(event('answer'));
    });
    const { messages, listener } = listening();
    feed.subscribe(null, listener);
    feed.publish(event('a'));
    expect(numbers(messages)).toEqual(['reset', 1, 2]);
  });

  test('a page that subscribes while an event is delivered gets what follows once, without a gap', () => {
    const feed = feedOf();
    const { messages, listener } = listening();
    feed.subscribe(null, (message) => {
      if (message.type !== 'event' || message.number !== 1) return;
      feed.publish(event('b'));
      feed.subscribe(null, listener);
    });
    feed.publish(event('a'));
    const start = messages[0];
    expect(start?.type).toBe('reset');
    expect(numbers(messages.slice(1))).toEqual(
      Array.from({ length: feed.number - (start?.number ?? 0) }, (_, index) => (start?.number ?? 0) + index + 1),
    );
  });

  test('property: whenever a page leaves and comes back, it sees every event once or is told to load anew', () => {
    const step = fc.constantFrom('publish', 'leave', 'return');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), fc.integer({ min: 1, max: 6 }), (steps, size) => {
        const feed = feedOf(size);
        let seen = 0;
        const listener = (message: FeedMessage) => {
          if (message.type === 'event') expect(message.number).toBe(seen + 1);
          seen = message.number;
        };
        let subscription: { end(): void } | null = feed.subscribe(null, listener);
        for (const each of steps) {
          if (each === 'publish') feed.publish(event('x'));
          else if (each === 'leave') {
            subscription?.end();
            subscription = null;
          } else subscription ??= feed.subscribe({ id: feed.id, after: seen }, listener);
          if (subscription !== null) expect(seen).toBe(feed.number);
        }
      }),
    );
  });
});
