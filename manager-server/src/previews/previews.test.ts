import {
  type DeviceKey,
  generation,
  type PreviewFrame,
  type PreviewRequest,
  streamId,
} from '@seatmatrix/protocol/domain';
import { milliseconds, seconds } from '@seatmatrix/protocol/kernel';
import { type Closed, DIALLER_FRAME_MAX, type Transport } from '@seatmatrix/protocol/link';
import { decodePreviewRequest, encodePreviewFrame } from '@seatmatrix/protocol/wire';
import { describe, expect, test } from 'vitest';
import { openMemoryStore } from '../store/memory-store.ts';
import { type LabBox, ManagerLab, print } from '../testing/manager-lab.ts';
import { SiteBuilder } from '../testing/site-builder.ts';
import type { Watcher } from './preview-look.ts';
import { sampleJpeg } from './testing/sample-jpeg.ts';

// The whole manager, boxes over its true protocol, in virtual time.

const unit = (bytes: Uint8Array): PreviewFrame => ({
  type: 'unit',
  unit: { stream: streamId(1), generation: generation(0), codec: 'jpeg', key: true, time: 1, bytes },
});

async function openSite() {
  const lab = new ManagerLab();
  const store = openMemoryStore();
  const builder = new SiteBuilder();
  const tx = builder.transmitter('0001', { box: print('tx-1') });
  const rx = builder.receiver('5001', { box: print('rx-1') });
  const li = builder.operator('li', { password: '123456' });
  builder.allowEverything(li);
  const guest = builder.operator('guest');
  builder.allow(guest, 'connect', [tx]);
  const manager = await lab.start({ seed: builder.seed(), store });
  const { clock } = lab;

  function page(who: Watcher = { role: 'administrator', operator: li }) {
    const told = new Map<DeviceKey, string | null>();
    const pictures: number[] = [];
    const watch = manager.boxSide.watchPreviews({
      who,
      shows: (device, { reason }) => told.set(device, reason),
      pictureCame: (source) => pictures.push(watch.picture(source)?.length ?? 0),
    });
    return { watch, told, pictures };
  }

  /** A transmitter's box that dials when it is asked, and then does what the test says. */
  function camera() {
    const box: LabBox = lab.box('tx-1', { kind: 'transmitter', hello: { capabilities: ['route', 'preview'] } });
    const camera = {
      box,
      dials: 0,
      requests: [] as PreviewRequest[],
      closed: [] as Closed[],
      transport: null as Transport | null,
      asked: () => box.said.filter((each) => each.type === 'box-command').length,
      async dial(): Promise<void> {
        camera.dials += 1;
        const identity = () => ({ fingerprint: print('tx-1'), standing: 'site', role: 'box' }) as const;
        const network = lab.net.host({ name: 'tx-1', identity });
        const frameMax = DIALLER_FRAME_MAX['/preview'];
        const target = { host: 'manager', port: 8443, path: '/preview', expect: null, frameMax } as const;
        const dialling = network.dial(target, new AbortController().signal).then((transport) => {
          camera.transport = transport;
          transport.listen({
            frame: (frame) => camera.requests.push(decodePreviewRequest(frame)),
            closed: (closed) => camera.closed.push(closed),
          });
        });
        await clock.advance(milliseconds(50));
        await dialling;
      },
      send: async (frame: PreviewFrame) => {
        camera.transport?.send(encodePreviewFrame(frame));
        await clock.advance(milliseconds(10));
      },
    };
    return camera;
  }

  const refused = async () => {
    const { entries } = await store.readAudit({
      limit: 100,
      before: null,
      actor: null,
      action: 'box.preview',
      from: null,
      until: null,
    });
    return entries.map(({ outcome, detail }) => [outcome, detail]);
  };

  return {
    lab,
    clock,
    manager,
    tx,
    rx,
    li,
    guest,
    page,
    camera,
    refused,
    [Symbol.asyncDispose]: () => lab[Symbol.asyncDispose](),
  };
}

describe('small pictures', () => {
  test('come from the box that is asked for them, to the page that looks, and nothing goes on afterwards', async () => {
    await using site = await openSite();
    const camera = site.camera();
    await site.clock.advance(seconds(30));
    expect(camera.asked()).toBe(0);

    const page = site.page();
    page.watch.look([site.tx]);
    await site.clock.advance(milliseconds(50));
    expect(camera.asked()).toBe(1);
    await camera.dial();
    expect(camera.requests).toEqual([{ type: 'wanted', widthMax: 320, interval: 2000 }]);
    await camera.send(unit(sampleJpeg({ size: 5000 })));
    expect(page.told).toEqual(new Map([[site.tx, null]]));
    expect(page.pictures).toEqual([5000]);

    const second = site.page();
    second.watch.look([site.tx]);
    expect(second.pictures).toEqual([5000]);

    page.watch.end();
    second.watch.end();
    await camera.send({ type: 'unchanged' });
    await site.clock.advance(seconds(5));
    await camera.send({ type: 'unchanged' });
    await site.clock.advance(seconds(6));
    expect(camera.requests.at(-1)).toEqual({ type: 'unwanted' });
    expect(camera.closed).toMatchObject([{ code: 1000 }]);
    await site.clock.advance(seconds(120));
    expect([camera.asked(), camera.dials]).toEqual([1, 1]);
    expect(await site.refused()).toEqual([]);
  });

  test('of a receiver are those of the computer that it shows, and follow it', async () => {
    await using site = await openSite();
    const camera = site.camera();
    const desk = site.lab.box('rx-1');
    await site.clock.advance(seconds(2));
    const page = site.page();
    page.watch.look([site.rx]);
    expect(page.told.get(site.rx)).toBe('nothing-shown');

    const signedIn = desk.ask({ type: 'sign-in', name: 'li', password: '123456' });
    await site.clock.advance(seconds(1));
    await signedIn;
    const connected = desk.ask({ type: 'command', function: 'connect', text: '1', withoutPicture: false });
    await site.clock.advance(milliseconds(20));
    desk.live();
    await site.clock.advance(milliseconds(50));
    await connected;
    expect(page.told.get(site.rx)).toBe('loading');
    await camera.dial();
    await camera.send(unit(sampleJpeg()));
    expect(page.told.get(site.rx)).toBeNull();
    expect(page.pictures).toHaveLength(1);

    await desk.client.stop();
    await site.clock.advance(seconds(1));
    expect(page.told.get(site.rx)).toBe('offline');
  });

  test('are away with their box, and back with it', async () => {
    await using site = await openSite();
    const page = site.page();
    page.watch.look([site.tx]);
    expect(page.told.get(site.tx)).toBe('offline');
    const camera = site.camera();
    await site.clock.advance(seconds(2));
    expect(page.told.get(site.tx)).toBe('offline');
    await camera.dial();
    await camera.send(unit(sampleJpeg()));
    expect(page.told.get(site.tx)).toBeNull();
    await camera.send({ type: 'unavailable', reason: 'no-signal' });
    expect(page.told.get(site.tx)).toBe('no-signal');
    await camera.box.client.stop();
    await site.clock.advance(seconds(1));
    expect(page.told.get(site.tx)).toBe('offline');
    expect(camera.closed).toHaveLength(1);
  });

  test('are not asked of a box that does not make them', async () => {
    await using site = await openSite();
    const box = site.lab.box('tx-1', { kind: 'transmitter' });
    await site.clock.advance(seconds(2));
    const page = site.page();
    page.watch.look([site.tx]);
    await site.clock.advance(seconds(60));
    expect(page.told.get(site.tx)).toBe('unable');
    expect(box.said.filter(({ type }) => type === 'box-command')).toEqual([]);
  });

  test('end for an operator in the moment in which his grant does', async () => {
    await using site = await openSite();
    const camera = site.camera();
    await site.clock.advance(seconds(2));
    const page = site.page({ role: 'operator', operator: site.guest });
    page.watch.look([site.tx]);
    await site.clock.advance(milliseconds(50));
    await camera.dial();
    await camera.send(unit(sampleJpeg({ size: 5000 })));
    expect(page.pictures).toEqual([5000]);
    const { directory } = site.manager;
    const grant = [...directory.snapshot.grants.values()].find(({ value }) => value.subject.key === site.guest);
    if (grant === undefined) throw new RangeError('the guest has a grant');
    const removal = { type: 'delete', collection: 'grants', key: grant.value.key, expected: grant.version } as const;
    await directory.change([removal], { name: 'test', from: '' });
    expect(page.told.get(site.tx)).toBe('forbidden');
    expect(page.watch.picture(site.tx)).toBeNull();
    await camera.send(unit(sampleJpeg({ size: 6000 })));
    expect(page.pictures).toEqual([5000]);
  });
});

describe('a box that does what it should not', () => {
  test('dials although nobody asked: closed, and told once', async () => {
    await using site = await openSite();
    const camera = site.camera();
    await site.clock.advance(seconds(2));
    for (let dial = 0; dial < 5; dial += 1) await camera.dial();
    expect(camera.closed.map(({ code }) => code)).toEqual([4004, 4004, 4004, 4004, 4004]);
    expect(await site.refused()).toEqual([['refused', 'it opened a socket that nobody asked for']]);
  });

  test.each<readonly [string, () => Uint8Array]>([
    ['what nobody can read', () => Uint8Array.of(1, 2, 3)],
    ['nothing', () => new Uint8Array()],
    ['no jpeg', () => encodePreviewFrame(unit(new TextEncoder().encode('<script>alert(1)</script>')))],
    [
      'a picture that is too large to look at',
      () => encodePreviewFrame(unit(sampleJpeg({ width: 1920, height: 1080 }))),
    ],
    [
      'another codec',
      () => {
        const frame = unit(sampleJpeg());
        return encodePreviewFrame(frame.type === 'unit' ? { ...frame, unit: { ...frame.unit, codec: 'h264' } } : frame);
      },
    ],
  ])('sends %s: cut, told, and seen by nobody', async (_, bytes) => {
    await using site = await openSite();
    const camera = site.camera();
    await site.clock.advance(seconds(2));
    const page = site.page();
    page.watch.look([site.tx]);
    await site.clock.advance(milliseconds(50));
    await camera.dial();
    camera.transport?.send(bytes());
    await site.clock.advance(milliseconds(20));
    expect(camera.closed).toMatchObject([{ code: 4009 }]);
    expect(page.told.get(site.tx)).toBe('unable');
    expect(page.pictures).toEqual([]);
    expect(await site.refused()).toEqual([['refused', 'it sent what is no small jpeg']]);
    // Its control link is another matter.
    expect(camera.box.client.live).toBe(true);
  });

  test('sends a frame above the limit: cut by the transport, told', async () => {
    await using site = await openSite();
    const camera = site.camera();
    await site.clock.advance(seconds(2));
    const page = site.page();
    page.watch.look([site.tx]);
    await site.clock.advance(milliseconds(50));
    await camera.dial();
    camera.transport?.send(new Uint8Array(64 * 1024 + 1));
    await site.clock.advance(milliseconds(20));
    expect(page.told.get(site.tx)).toBe('unable');
    expect(await site.refused()).toEqual([['refused', 'a small picture of it was too large']]);
  });

  test('floods: cut after three, and its neighbours notice nothing', async () => {
    await using site = await openSite();
    const camera = site.camera();
    await site.clock.advance(seconds(2));
    const page = site.page();
    page.watch.look([site.tx]);
    await site.clock.advance(milliseconds(50));
    await camera.dial();
    for (let frame = 0; frame < 1000; frame += 1) camera.transport?.send(encodePreviewFrame(unit(sampleJpeg())));
    await site.clock.advance(seconds(1));
    expect(page.pictures).toHaveLength(3);
    expect(camera.closed).toMatchObject([{ code: 4009 }]);
    await site.clock.advance(seconds(30));
    expect(camera.asked()).toBe(1);
    await site.clock.advance(seconds(40));
    expect(camera.asked()).toBe(2);
  });

  test('dials again after it was cut off: kept out until it is asked anew', async () => {
    await using site = await openSite();
    const camera = site.camera();
    await site.clock.advance(seconds(2));
    const page = site.page();
    page.watch.look([site.tx]);
    await site.clock.advance(milliseconds(50));
    await camera.dial();
    camera.transport?.send(Uint8Array.of(1, 2, 3));
    await site.clock.advance(milliseconds(20));
    await camera.dial();
    await camera.send(unit(sampleJpeg()));
    expect(camera.closed.map(({ code }) => code)).toEqual([4009, 4004]);
    expect([page.pictures, page.told.get(site.tx)]).toEqual([[], 'unable']);
  });

  test('opens a second socket that nobody asked for: the first one stays', async () => {
    await using site = await openSite();
    const camera = site.camera();
    await site.clock.advance(seconds(2));
    const page = site.page();
    page.watch.look([site.tx]);
    await site.clock.advance(milliseconds(50));
    await camera.dial();
    const first = camera.transport;
    await camera.dial();
    expect(camera.closed).toMatchObject([{ code: 4004 }]);
    first?.send(encodePreviewFrame(unit(sampleJpeg())));
    await site.clock.advance(milliseconds(10));
    expect(page.pictures).toHaveLength(1);
  });
});
