import type {
  BoxAnswer,
  BoxNotice,
  BoxRequest,
  DeskNotice,
  DeviceKey,
  Fingerprint,
  Hello,
  ListPage,
  Plan,
} from '@seatmatrix/protocol/domain';
import { type Clock, Fault, type Log, unreachable } from '@seatmatrix/protocol/kernel';
import {
  CloseCode,
  type Closed,
  type ControlHandler,
  type ControlSession,
  type LinkPath,
  serveControl,
  type Transport,
} from '@seatmatrix/protocol/link';
import type { SiteAuthority } from '../authority/site-authority.ts';
import type { Directory } from '../directory/directory.ts';
import type { Feed } from '../feed/feed.ts';
import type { Matrix, MatrixDelivery } from '../matrix/matrix.ts';
import { isAddress } from '../matrix/presence.ts';
import { mayBoxOpen, mayBoxSay } from '../policy/policy-table.ts';
import type { Previews } from '../previews/index.ts';
import type { Journal } from '../store/journal.ts';
import { commitStaged } from '../store/record-collection.ts';
import type { Adopted, Adoption } from './adoption.ts';
import { BoxConduct } from './box-conduct.ts';
import { BoxConnections } from './box-connections.ts';
import { BoxFigures } from './box-figures.ts';
import type { BoxRegister } from './box-register.ts';
import { sameToPages } from './box-report.ts';
import type { DeskRequests } from './desk-requests.ts';
import { ForeignViewers } from './foreign-viewers.ts';
import { SettingsRevisions } from './settings-revisions.ts';
import { giveCertificate, welcomeOf } from './welcome.ts';

export interface BoxGatewayOptions {
  readonly authority: Pick<SiteAuthority, 'identity' | 'ticketKey' | 'issue'>;
  readonly register: BoxRegister;
  readonly adoption: Adoption;
  readonly directory: Directory;
  readonly journal: Journal;
  readonly feed: Feed;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * The manager's door for boxes. Every connection is a stranger's until its key is found among the adopted ones; a
 * stranger may say hello and nothing else.
 */
export class BoxGateway implements ControlHandler, MatrixDelivery {
  readonly connections = new BoxConnections();
  readonly foreignViewers: ForeignViewers;
  readonly #options: BoxGatewayOptions;
  #matrix: Pick<Matrix, 'tell'> | null = null;
  #requests: DeskRequests | null = null;
  #previews: Pick<Previews, 'accept'> | null = null;
  readonly #settings: SettingsRevisions;
  readonly #conduct: BoxConduct;
  readonly #figures: BoxFigures;
  /** Ended while something was still being decided about them. */
  readonly #ended = new WeakSet<ControlSession>();

  constructor(options: BoxGatewayOptions) {
    this.#options = options;
    const { directory, clock } = options;
    this.#figures = new BoxFigures(options);
    this.#conduct = new BoxConduct({
      ...options,
      twins: (fingerprint) => {
        const device = options.register.get(fingerprint)?.device ?? null;
        if (device !== null) options.feed.publish({ type: 'report', fingerprint, device });
      },
    });
    this.foreignViewers = new ForeignViewers({ ...options, connections: this.connections });
    this.#settings = new SettingsRevisions({
      directory,
      clock,
      changed: (settings) => {
        for (const { session, device } of this.connections.all()) {
          if (device !== null) session.notify({ type: 'settings', settings });
        }
      },
    });
  }

  /** The matrix delivers through this door, and the door tells the matrix: one of the two has to come second. */
  open({
    matrix,
    requests,
    previews,
  }: {
    readonly matrix: Pick<Matrix, 'tell'>;
    readonly requests: DeskRequests;
    readonly previews: Pick<Previews, 'accept'>;
  }): void {
    this.#previews = previews;
    this.#matrix = matrix;
    this.#requests = requests;
  }

  /** Call in the turn in which the transport was accepted. */
  accept(transport: Transport, path: LinkPath): void {
    const { clock, log } = this.#options;
    if (path === '/preview' && mayBoxOpen(path, transport.peer.standing) && this.#previews !== null) {
      this.#previews.accept(transport);
      return;
    }
    if (path !== '/control' || !mayBoxOpen(path, transport.peer.standing)) {
      transport.listen({ frame: () => undefined, closed: () => undefined });
      transport.close({ code: CloseCode.unauthorised, reason: `${path} is not served here` });
      return;
    }
    serveControl({ transport, clock, log, handler: this });
  }

  hello(session: ControlSession): void {
    const { fingerprint, role } = session.peer;
    if (role === 'manager') {
      session.close({ code: CloseCode.unauthorised, reason: 'a manager is no box' });
      return;
    }
    const adopted = this.#options.register.get(fingerprint);
    if (adopted !== undefined && this.#hasPlace(adopted.device, session)) {
      this.#welcomeAdopted(session, adopted.device);
      return;
    }
    const { enrolmentCode } = session.hello;
    if (enrolmentCode === null) this.#welcomePending(session);
    else this.#enrol(session, enrolmentCode);
  }

  async request(request: BoxRequest, session: ControlSession): Promise<BoxAnswer> {
    const device = this.#deviceOf(session, request.type);
    if (device === null || this.#requests === null) {
      throw new Fault({ code: 'peer-unauthorised', message: `a stranger may not say ${request.type}` });
    }
    if (!this.#conduct.maySay(session)) throw new Fault({ code: 'overloaded', message: 'the box says too much' });
    return this.#requests.answer(request, device);
  }

  notice(notice: BoxNotice, session: ControlSession): void {
    const device = this.#deviceOf(session, notice.type);
    if (device === null) {
      session.close({ code: CloseCode.unauthorised, reason: `a stranger may not say ${notice.type}` });
      return;
    }
    if (!this.#conduct.maySay(session)) return;
    switch (notice.type) {
      case 'box-report': {
        const { fingerprint } = session.peer;
        const before = this.connections.trace(fingerprint)?.report ?? null;
        this.connections.keepReport(fingerprint, notice);
        if (before !== null && sameToPages(before, notice)) this.#figures.moved(fingerprint, notice);
        else this.#options.feed.publish({ type: 'report', fingerprint, device });
        return;
      }
      case 'route-reports':
        this.#matrix?.tell({ type: 'route-reports', device, reports: notice.reports });
        return;
      case 'foreign-viewer':
        this.foreignViewers.answered(notice, device);
        return;
      case 'watch-list':
        this.#matrix?.tell({ type: 'watch-list', receiver: device, watch: notice.watch });
        return;
      default:
        unreachable(notice);
    }
  }

  lost(session: ControlSession | null, closed: Closed): void {
    if (session === null) return;
    this.#ended.add(session);
    const ended = this.connections.drop(session, this.#options.clock.wall().getTime());
    if (ended === null) return;
    const { fingerprint } = session.peer;
    this.#publish({ fingerprint, device: ended.device, state: 'offline' });
    if (ended.device === null) return;
    this.foreignViewers.lost(ended.device);
    this.#options.log.info('a box is gone', { box: fingerprint, code: closed.code, reason: closed.reason });
    this.#matrix?.tell({ type: 'box-offline', device: ended.device });
  }

  plan(device: DeviceKey, plan: Plan): void {
    this.connections.at(device)?.session.notify({ type: 'plan', plan });
  }

  listPage(receiver: DeviceKey, page: ListPage): void {
    this.connections.at(receiver)?.session.notify({ type: 'list-page', page });
  }

  deskNotice(receiver: DeviceKey, notice: DeskNotice): void {
    this.connections.at(receiver)?.session.notify({ type: 'desk-notice', notice });
  }

  /** The box was just given its place, while it waits here or elsewhere. */
  adopted(fingerprint: Fingerprint, device: DeviceKey): void {
    this.#matrix?.tell({ type: 'box-adopted', device, fingerprint });
    const waiting = this.connections.get(fingerprint);
    if (waiting !== undefined) this.#welcomeAdopted(waiting.session, device);
  }

  /** The box is a stranger from now on. */
  forgotten(fingerprint: Fingerprint, device: DeviceKey): void {
    this.#matrix?.tell({ type: 'box-forgotten', device });
    this.connections.get(fingerprint)?.session.close({ code: CloseCode.unauthorised, reason: 'forgotten by the site' });
    this.connections.forgetTrace(fingerprint);
    this.#conduct.forget(fingerprint);
  }

  /** From where a key is used that two boxes have: both are kept out. */
  twinsOf(box: Fingerprint): readonly string[] {
    return this.#conduct.twinsOf(box);
  }

  /** Every adopted box that is here learns which CAs count now; the others do when they come. */
  authoritiesChanged(): void {
    for (const { session, device } of this.connections.all()) {
      if (device !== null) session.notify(welcomeOf(this.#options, { state: 'adopted', certificate: null }));
    }
  }

  closeAll(): void {
    for (const { session } of [...this.connections.all()]) {
      session.close({ code: CloseCode.goingAway, reason: 'the manager stops' });
    }
  }

  /** The device that the box speaks for, when it may say this; null when it may not. */
  #deviceOf(session: ControlSession, type: string): DeviceKey | null {
    const connection = this.connections.get(session.peer.fingerprint);
    const device = connection?.session === session ? connection.device : null;
    return mayBoxSay(type, device === null ? 'stranger' : 'site') ? device : null;
  }

  #hasPlace(key: DeviceKey, { hello, peer }: ControlSession): boolean {
    const device = this.#options.directory.snapshot.devices.get(key)?.value;
    if (device === undefined || device.kind === hello.kind) return device !== undefined;
    this.#options.log.error('an adopted box says that it is of another kind than its device', {
      box: peer.fingerprint,
      device: device.id,
      kind: hello.kind,
    });
    return false;
  }

  /** A box that has no certificate of the site yet gets it and comes back with it; one that has is at work. */
  #welcomeAdopted(session: ControlSession, device: DeviceKey): void {
    if (this.#ended.has(session)) return;
    // Also one of the site's may ask: its certificate is from the CA that the site had before.
    if (session.peer.standing === 'stranger' || session.hello.certificateRequest !== null) {
      void giveCertificate(session, this.#options);
      return;
    }
    const { fingerprint } = session.peer;
    if (!this.#conduct.mayEnter(session, this.connections.get(fingerprint)?.session ?? null)) return;
    this.connections.add({ session, device }, this.#options.clock.wall().getTime());
    session.notify(welcomeOf(this.#options, { state: 'adopted', certificate: null }));
    session.notify({ type: 'settings', settings: this.#settings.current() });
    this.#publish({ fingerprint, device, state: 'online' });
    const { highestGeneration, session: shown, peer, routes, authorities } = session.hello;
    this.#keepPlace(fingerprint, { peer, authorities });
    this.#matrix?.tell({
      type: 'box-online',
      device,
      hello: { highestGeneration, session: shown, peer, routes },
    });
  }

  #keepPlace(fingerprint: Fingerprint, { peer, authorities }: Pick<Hello, 'peer' | 'authorities'>): void {
    const { register, journal, log } = this.#options;
    const address = isAddress(peer) ? register.stagePeer(fingerprint, peer) : null;
    const staged = [address, register.stageAuthorities(fingerprint, authorities)].filter((each) => each !== null);
    if (staged.length === 0) return;
    commitStaged(journal, { staged }).catch((thrown: unknown) => {
      log.warn('the address of a box is not stored', { box: fingerprint, reason: String(thrown) });
    });
  }

  #welcomePending(session: ControlSession): void {
    if (this.#ended.has(session)) return;
    const { fingerprint } = session.peer;
    if (!this.connections.add({ session, device: null }, this.#options.clock.wall().getTime())) {
      session.close({ code: CloseCode.unauthorised, reason: 'too many boxes wait to be adopted' });
      return;
    }
    session.notify(welcomeOf(this.#options, { state: 'pending', certificate: null }));
    this.#publish({ fingerprint, device: null, state: 'pending' });
  }

  #enrol(session: ControlSession, code: string): void {
    const { adoption, log, register } = this.#options;
    const { fingerprint, address } = session.peer;
    const before = register.get(fingerprint)?.device;
    adoption.byCode({ fingerprint, address, hello: session.hello }, code).then(
      (adopted: Adopted) => {
        if (adopted.done) {
          log.info('a box enrolled itself with a code', { box: fingerprint });
          // One that was of the other kind until now leaves its old place empty.
          if (before !== undefined && before !== adopted.device) {
            this.#matrix?.tell({ type: 'box-forgotten', device: before });
          }
          this.#matrix?.tell({ type: 'box-adopted', device: adopted.device, fingerprint });
          this.#welcomeAdopted(session, adopted.device);
          return;
        }
        log.warn('a box came with a code that is not taken', { box: fingerprint, address, refusal: adopted.refusal });
        this.#welcomePending(session);
      },
      (thrown: unknown) => {
        log.error('a box could not be enrolled', { box: fingerprint, reason: String(thrown) });
        session.close({ code: CloseCode.internal, reason: 'internal' });
      },
    );
  }

  #publish(presence: {
    readonly fingerprint: Fingerprint;
    readonly device: DeviceKey | null;
    readonly state: 'online' | 'offline' | 'pending';
  }): void {
    this.#options.feed.publish({ type: 'presence', ...presence });
  }
}
