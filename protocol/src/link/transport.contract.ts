import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Fingerprint, fingerprint } from '../domain/index.ts';
import { Fault } from '../kernel/index.ts';
import type { DialTarget, LinkPath, Listening, Network } from './network.ts';
import { CloseCode, type Closed, type Transport } from './transport.ts';

/** Two hosts of one site: the server is its manager, the client a box. */
export interface TransportRig {
  readonly server: Network;
  readonly client: Network;
  readonly serverFingerprint: Fingerprint;
  readonly clientFingerprint: Fingerprint;
  /** Where the server listens. */
  readonly host: string;
  /** A port where nothing listens. */
  readonly deadPort: number;
  /** Waits until the condition holds; fails when it does not. */
  until(condition: () => boolean): Promise<void>;
  /** Waits as long as something that must not happen would take. */
  quiet(): Promise<void>;
  stop(): Promise<void>;
}

/** One end of a connection and everything that it was told. */
interface End {
  readonly transport: Transport;
  readonly frames: Uint8Array[];
  readonly closes: Closed[];
}

const FRAME_MAX = 1000;

/** What every network's transports keep to. */
export function transportContract(name: string, makeRig: () => Promise<TransportRig>): void {
  describe(`${name} keeps to the transport contract:`, () => {
    let rig: TransportRig;
    let listening: Listening;
    let accepted: (End & { readonly path: LinkPath })[];
    let onAccept: (end: End) => void;

    beforeEach(async () => {
      rig = await makeRig();
      accepted = [];
      onAccept = () => undefined;
      listening = await rig.server.listen({
        host: rig.host,
        port: 0,
        frameMax: { '/peer': FRAME_MAX, '/media': FRAME_MAX },
        accept(transport, path) {
          const end = { ...attach(transport), path };
          accepted.push(end);
          onAccept(end);
        },
      });
    });
    afterEach(async () => {
      await listening.close();
      await rig.stop();
    });

    const target = (changes: Partial<DialTarget> = {}): DialTarget => ({
      host: rig.host,
      port: listening.port,
      path: '/peer',
      expect: rig.serverFingerprint,
      frameMax: FRAME_MAX,
      ...changes,
    });

    const never = new AbortController().signal;

    async function join(changes: Partial<DialTarget> = {}): Promise<{ near: End; far: End }> {
      const near = attach(await rig.client.dial(target(changes), never));
      await rig.until(() => accepted.length > 0);
      const far = accepted[0];
      if (far === undefined) throw new Error('nothing was accepted');
      return { near, far };
    }

    const faultOf = async (dialling: Promise<Transport>): Promise<string> => {
      try {
        await dialling;
        return 'no fault';
      } catch (thrown) {
        return thrown instanceof Fault ? thrown.code : String(thrown);
      }
    };

    test('frames arrive whole, in order, in both directions', async () => {
      const { near, far } = await join();
      const frames = Array.from({ length: 50 }, (_, index) => new Uint8Array((index * 20) % FRAME_MAX).fill(index));
      for (const frame of frames) {
        near.transport.send(frame);
        far.transport.send(frame);
      }
      await rig.until(() => near.frames.length === 50 && far.frames.length === 50);
      expect(far.frames.map(hex)).toEqual(frames.map(hex));
      expect(near.frames.map(hex)).toEqual(frames.map(hex));
    });

    test('the sender may use its bytes again at once', async () => {
      const { near, far } = await join();
      const bytes = new Uint8Array([1, 2, 3]);
      near.transport.send(bytes);
      await rig.until(() => far.frames.length === 1);
      expect([...bytes]).toEqual([1, 2, 3]);
    });

    test('a frame never arrives within the call that sends it', async () => {
      const { near, far } = await join();
      near.transport.send(new Uint8Array([1]));
      expect(far.frames).toEqual([]);
      await rig.until(() => far.frames.length === 1);
    });

    test('what is said while accepting is not missed', async () => {
      onAccept = (end) => end.transport.send(new Uint8Array([7]));
      const { near } = await join();
      await rig.until(() => near.frames.length === 1);
      expect(near.frames.map(hex)).toEqual(['07']);
    });

    test('each side knows who the other is, and on which path', async () => {
      const { near, far } = await join({ path: '/media' });
      expect(near.transport.peer).toMatchObject({
        fingerprint: rig.serverFingerprint,
        standing: 'site',
        role: 'manager',
      });
      expect(far.transport.peer).toMatchObject({ fingerprint: rig.clientFingerprint, standing: 'site', role: 'box' });
      expect(accepted[0]?.path).toBe('/media');
    });

    test('the largest frame passes, one byte more ends the connection as oversized at both ends', async () => {
      const { near, far } = await join();
      near.transport.send(new Uint8Array(FRAME_MAX));
      await rig.until(() => far.frames.length === 1);
      near.transport.send(new Uint8Array(FRAME_MAX + 1));
      await rig.until(() => near.closes.length === 1 && far.closes.length === 1);
      expect(far.closes[0]?.code).toBe(CloseCode.oversized);
      expect(near.closes[0]?.code).toBe(CloseCode.oversized);
      expect(far.frames).toHaveLength(1);
    });

    test('each side has its own limit', async () => {
      const { near, far } = await join({ frameMax: 10 });
      far.transport.send(new Uint8Array(11));
      await rig.until(() => near.closes.length === 1);
      expect(near.closes[0]?.code).toBe(CloseCode.oversized);
    });

    test('a close tells both ends its code and reason, once', async () => {
      const { near, far } = await join();
      near.transport.close({ code: CloseCode.replaced, reason: 'another one came' });
      expect(near.closes).toEqual([]);
      await rig.until(() => near.closes.length === 1 && far.closes.length === 1);
      near.transport.close({ code: CloseCode.normal, reason: '' });
      far.transport.close({ code: CloseCode.normal, reason: '' });
      await rig.quiet();
      expect(near.closes).toEqual([{ code: CloseCode.replaced, reason: 'another one came' }]);
      expect(far.closes).toEqual([{ code: CloseCode.replaced, reason: 'another one came' }]);
    });

    test('a reason that is too long for the wire is shortened, and a code that may not be said is replaced', async () => {
      const { near, far } = await join();
      near.transport.close({ code: 1006, reason: '长'.repeat(100) });
      await rig.until(() => far.closes.length === 1);
      expect(far.closes[0]?.code).toBe(CloseCode.goingAway);
      expect(far.closes[0]?.reason).toMatch(/^长{40,}$/);
    });

    test('frames that were sent before the close arrive before it, and none after', async () => {
      const { near, far } = await join();
      near.transport.send(new Uint8Array([1]));
      near.transport.close({ code: CloseCode.normal, reason: 'done' });
      near.transport.send(new Uint8Array([2]));
      far.transport.send(new Uint8Array([3]));
      await rig.until(() => far.closes.length === 1);
      await rig.quiet();
      expect(far.frames.map(hex)).toEqual(['01']);
      expect(near.frames).toEqual([]);
    });

    test('nothing is left to be sent once it was received', async () => {
      const { near, far } = await join();
      near.transport.send(new Uint8Array(100));
      await rig.until(() => far.frames.length === 1);
      await rig.until(() => near.transport.buffered === 0);
    });

    test('dialling where nothing listens is link-lost', async () => {
      expect(await faultOf(rig.client.dial(target({ port: rig.deadPort }), never))).toBe('link-lost');
    });

    test('dialling a path that is not served is link-lost', async () => {
      expect(await faultOf(rig.client.dial(target({ path: '/console' }), never))).toBe('link-lost');
      expect(accepted).toEqual([]);
    });

    test('another key than expected is peer-unauthorised, and nobody is told of the call', async () => {
      const expected = fingerprint('00'.repeat(32));
      expect(await faultOf(rig.client.dial(target({ expect: expected }), never))).toBe('peer-unauthorised');
      await rig.quiet();
      expect(accepted).toEqual([]);
    });

    test('without an expected key the site’s manager is taken', async () => {
      const { near } = await join({ expect: null });
      expect(near.transport.peer.role).toBe('manager');
    });

    test('without an expected key a box of the site is not taken for its manager', async () => {
      const box = await rig.client.listen({
        host: rig.host,
        port: 0,
        frameMax: { '/peer': FRAME_MAX },
        accept: (transport) => void attach(transport),
      });
      // The rig's two hosts may have names of their own.
      const call = target({ host: box.host, port: box.port, expect: null });
      expect(await faultOf(rig.server.dial(call, never))).toBe('peer-unauthorised');
      await box.close();
    });

    test('an aborted call rejects with the reason and leaves nothing behind', async () => {
      const abort = new AbortController();
      const dialling = rig.client.dial(target(), abort.signal);
      const fault = new Fault({ code: 'link-closed', message: 'given up' });
      abort.abort(fault);
      await expect(dialling).rejects.toBe(fault);
      await rig.quiet();
      expect(accepted.filter((end) => end.closes.length === 0)).toEqual([]);
    });

    test('a listener that stops ends its connections and takes no more', async () => {
      const { near } = await join();
      await listening.close();
      await rig.until(() => near.closes.length === 1);
      expect(near.closes[0]?.code).toBe(CloseCode.goingAway);
      expect(await faultOf(rig.client.dial(target(), never))).toBe('link-lost');
    });

    test('a port that is taken is port-in-use', async () => {
      const again = rig.server.listen({ host: rig.host, port: listening.port, frameMax: {}, accept: () => undefined });
      await expect(again).rejects.toMatchObject({ code: 'port-in-use' });
    });
  });
}

function attach(transport: Transport): End {
  const end: End = { transport, frames: [], closes: [] };
  transport.listen({
    frame: (frame) => end.frames.push(new Uint8Array(frame)),
    closed: (closed) => end.closes.push(closed),
  });
  return end;
}

const hex = (bytes: Uint8Array): string => bytes.toHex();
