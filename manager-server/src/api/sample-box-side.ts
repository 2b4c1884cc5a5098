import {
  type DeviceKey,
  deviceKey,
  fingerprint,
  type MediaKey,
  operatorKey,
  routeId,
  seatKey,
  sessionId,
} from '@seatmatrix/protocol/domain';
import { Fault } from '@seatmatrix/protocol/kernel';
import type { Closed, Transport, TransportListener } from '@seatmatrix/protocol/link';
import type { Decision } from '../matrix/decision.ts';
import type { PreviewWatch, PreviewWatcher } from '../previews/index.ts';
import type { BoxSide, BoxView, ForeignViewerRefusal, SessionView } from './box-side.ts';

// A box side for this folder's tests: it remembers what it was asked and answers what the test put into it.

/** A console's end at the box. */
export class SampleTransport implements Transport {
  readonly peer = { fingerprint: fingerprint('00'), standing: 'site', role: 'box', address: '' } as const;
  readonly sent: Uint8Array[] = [];
  buffered = 0;
  closedWith: Closed | null = null;
  listener: TransportListener | null = null;

  send(frame: Uint8Array): void {
    this.sent.push(Uint8Array.from(frame));
  }

  close(closed: Closed): void {
    this.closedWith ??= closed;
  }

  listen(listener: TransportListener): void {
    this.listener = listener;
  }
}

export const pendingBox: BoxView = {
  fingerprint: fingerprint('ab'.repeat(32)),
  state: 'pending',
  online: true,
  kind: 'receiver',
  device: null,
  address: '192.0.2.44',
  firmware: '1.0.0',
  model: 'simulated',
  lastSeen: 1_767_225_600_000,
  report: null,
  twins: [],
};

export class SampleBoxSide implements BoxSide {
  readonly asked: { readonly what: string; readonly with: unknown }[] = [];
  readonly consoles: SampleTransport[] = [];
  readonly watching: {
    readonly watcher: PreviewWatcher;
    devices: readonly DeviceKey[];
    ended: boolean;
    readonly pictures: Map<string, Uint8Array>;
  }[] = [];
  mediaKey: MediaKey | ForeignViewerRefusal = 'unknown-device';
  signedIn: SessionView[] = [
    {
      id: sessionId('s1'),
      seat: seatKey('seat-1'),
      receivers: [deviceKey('r5001')],
      operator: operatorKey('o1'),
      since: 1_767_225_600_000,
    },
  ];

  known: BoxView[] = [pendingBox];

  boxes = () => this.known;

  async adopt(adoption: Parameters<BoxSide['adopt']>[0]) {
    this.#note('adopt', adoption);
    if (adoption.fingerprint !== pendingBox.fingerprint) return 'unknown-box';
    if (adoption.device === 't0001') return 'wrong-kind';
    return adoption.device === 'r5001' ? null : 'unknown-device';
  }

  async forget(box: Parameters<BoxSide['forget']>[0]) {
    this.#note('forget', box);
    return box.fingerprint === pendingBox.fingerprint ? null : 'unknown-box';
  }

  async commandBox(order: Parameters<BoxSide['commandBox']>[0]) {
    this.#note('commandBox', order);
    return order.command.type === 'restart' ? 'offline' : null;
  }

  async foreignViewer(order: Parameters<BoxSide['foreignViewer']>[0]) {
    this.#note('foreignViewer', order);
    return this.mediaKey;
  }

  enrolmentCodes = () => [{ key: 'c1', device: null, createdAt: 0, expiresAt: 1 }];

  async createEnrolmentCode(wish: Parameters<BoxSide['createEnrolmentCode']>[0]) {
    this.#note('createEnrolmentCode', wish);
    if (wish.device === 'nowhere') return 'unknown-device';
    const view = { key: 'c2', device: wish.device, createdAt: 0, expiresAt: 1 };
    return { code: 'AAAAA-BBBBB-CCCCC-DDDDD', view };
  }

  async cancelEnrolmentCode({ key }: Parameters<BoxSide['cancelEnrolmentCode']>[0]) {
    return key === 'c1' ? null : 'unknown-code';
  }

  routes = () => [
    {
      receiver: deviceKey('r5001'),
      route: routeId('route-1'),
      transmitter: deviceKey('t0001'),
      attempt: null,
      mode: 'shared' as const,
      basis: { type: 'own-grant' as const, operator: operatorKey('o1') },
      status: { type: 'live', picture: true } as const,
    },
  ];

  sessions = () => this.signedIn;

  async endSession({ session }: Parameters<BoxSide['endSession']>[0]) {
    const there = this.signedIn.some(({ id }) => id === session);
    this.signedIn = this.signedIn.filter(({ id }) => id !== session);
    return there ? null : 'unknown-session';
  }

  async connect(order: Parameters<BoxSide['connect']>[0]) {
    this.#note('connect', order);
    return { refusal: 'offline' as const, targets: [] };
  }

  async push(order: Parameters<BoxSide['push']>[0]) {
    this.#note('push', order);
    return { refusal: 'nobody-signed-in' as const, targets: [] };
  }

  async disconnect(order: Parameters<BoxSide['disconnect']>[0]) {
    this.#note('disconnect', order);
    return { refusal: null, targets: [] };
  }

  tryCommand(trial: Parameters<BoxSide['tryCommand']>[0]): Decision {
    this.#note('tryCommand', trial);
    return { type: 'refused', refusal: 'unknown-name' };
  }

  async openConsole(device: string) {
    this.#note('openConsole', device);
    if (device !== '5001') throw new Fault({ code: 'link-lost', message: 'the receiver is not connected' });
    const transport = new SampleTransport();
    this.consoles.push(transport);
    return transport;
  }

  watchPreviews(watcher: PreviewWatcher): PreviewWatch {
    const watching = {
      watcher,
      devices: [] as readonly DeviceKey[],
      ended: false,
      pictures: new Map<string, Uint8Array>(),
    };
    this.watching.push(watching);
    return {
      look: (devices) => {
        watching.devices = devices;
      },
      picture: (source) => watching.pictures.get(source) ?? null,
      end: () => {
        watching.ended = true;
      },
    };
  }

  #note(what: string, given: unknown): void {
    this.asked.push({ what, with: given });
  }
}
