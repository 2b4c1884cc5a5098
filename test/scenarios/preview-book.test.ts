import { type DeviceKey, deviceKey } from '@seatmatrix/protocol/domain';
import { instant } from '@seatmatrix/protocol/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_PREVIEWS, type PreviewInput } from '../../manager-server/src/previews/preview-state.ts';
import { stepPreviews } from '../../manager-server/src/previews/preview-step.ts';
import { PreviewBook } from '../../manager-server/web/src/live/preview-book.ts';

const [one, two, desk] = ['one', 'two', 'desk'].map(deviceKey) as [DeviceKey, DeviceKey, DeviceKey];

/** The manager's machine and a page's book, with nothing lost between them. The desk shows one of the transmitters. */
function createPair() {
  let state = NO_PREVIEWS;
  let shown = one;
  let view: readonly DeviceKey[] = [];
  const decoded: Promise<unknown>[] = [];
  const book = new PreviewBook<{ close(): void }>({
    decode: () => {
      const bitmap = Promise.resolve({ close: () => undefined });
      decoded.push(bitmap);
      return bitmap;
    },
    changed: () => undefined,
  });
  const say = (input: PreviewInput) => {
    const stepped = stepPreviews(state, input);
    state = stepped.state;
    for (const out of stepped.out) {
      if (out.type === 'ask') say({ type: 'opened', source: out.source, now: instant(0) });
      if (out.type === 'tell') book.says(out.device, { source: out.source, reason: out.reason });
      if (out.type === 'picture') book.picture(out.source, new Uint8Array(1));
    }
  };
  const resolve = () => {
    const looks = new Map(view.map((key) => [key, { source: key === desk ? shown : key, reason: null }]));
    say({ type: 'looks', page: 1, looks, now: instant(0) });
  };
  return {
    look(devices: readonly DeviceKey[]) {
      view = devices;
      book.look(new Set(devices));
      resolve();
    },
    show(transmitter: DeviceKey) {
      shown = transmitter;
      resolve();
    },
    picture: (source: DeviceKey) => say({ type: 'frame', source, frame: 'picture', now: instant(0) }),
    async settled() {
      for (let done = 0; done < decoded.length; done += 1) await decoded[done];
      await Promise.resolve();
      const has = (key: DeviceKey) => state.sources.get(key === desk ? shown : key)?.reason === null;
      return view.map((key) => [key, book.of(key).type === 'picture', has(key)] as const);
    },
  };
}

test('a page shows a picture of whatever it looks at, wherever it looked before', async () => {
  const devices = fc.subarray([one, two, desk]);
  const event = fc.oneof(
    fc.record({ look: devices }),
    fc.record({ show: fc.constantFrom(one, two) }),
    fc.record({ picture: fc.constantFrom(one, two) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 12 }), async (events) => {
      const pair = createPair();
      for (const each of events) {
        if ('look' in each) pair.look(each.look);
        else if ('show' in each) pair.show(each.show);
        else pair.picture(each.picture);
      }
      for (const [key, shows, has] of await pair.settled()) expect([key, shows]).toEqual([key, has]);
    }),
    { numRuns: 500 },
  );
});
