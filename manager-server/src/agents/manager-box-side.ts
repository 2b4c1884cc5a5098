import type { BoxCommand, DeviceId, DeviceKey, Fingerprint } from '@seatmatrix/protocol/domain';
import { type Clock, Fault, type Log } from '@seatmatrix/protocol/kernel';
import { DIALLER_FRAME_MAX, type Network, type Transport } from '@seatmatrix/protocol/link';
import type {
  AdoptionRefusal,
  BoxSide,
  BoxView,
  CommandOutcome,
  EnrolmentCodeView,
  RouteView,
  SessionView,
} from '../api/box-side.ts';
import { auditEntry } from '../audit/index.ts';
import { CODE_USES_MAX, type EnrolmentCodes, type StoredEnrolmentCode } from '../authority/enrolment-codes.ts';
import type { Actor, Directory } from '../directory/directory.ts';
import type { Decision } from '../matrix/decision.ts';
import type { Matrix, Wish } from '../matrix/matrix.ts';
import { isAddress } from '../matrix/presence.ts';
import { type Trial, tryCommand } from '../matrix/trial.ts';
import type { Previews, PreviewWatch, PreviewWatcher } from '../previews/index.ts';
import type { Journal } from '../store/journal.ts';
import { commitStaged } from '../store/record-collection.ts';
import type { Adoption } from './adoption.ts';
import type { BoxGateway } from './box-gateway.ts';
import type { BoxRegister } from './box-register.ts';
import { routeViews, sessionViews } from './matrix-views.ts';

export interface ManagerBoxSideOptions {
  readonly gateway: BoxGateway;
  readonly previews: Pick<Previews, 'watch'>;
  readonly register: BoxRegister;
  readonly adoption: Adoption;
  readonly codes: EnrolmentCodes;
  readonly matrix: Matrix;
  readonly directory: Directory;
  readonly network: Network;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
}

/** What pages may see of boxes and ask of the matrix. */
export class ManagerBoxSide implements BoxSide {
  readonly #options: ManagerBoxSideOptions;

  constructor(options: ManagerBoxSideOptions) {
    this.#options = options;
    options.directory.onChange((after, before) => {
      if (after.devices !== before.devices) this.#forgetDeleted((key) => after.devices.has(key));
    });
  }

  boxes(): readonly BoxView[] {
    const { register, gateway } = this.#options;
    const views: BoxView[] = [];
    for (const { session, device } of gateway.connections.all()) {
      if (device === null) views.push(this.#view(session.peer.fingerprint, null));
    }
    for (const [box, { device }] of register.entries()) views.push(this.#view(box, device));
    return views;
  }

  async adopt({
    fingerprint,
    device,
    actor,
  }: {
    readonly fingerprint: Fingerprint;
    readonly device: DeviceKey;
    readonly actor: Actor;
  }): Promise<AdoptionRefusal | null> {
    const { gateway, register, adoption } = this.#options;
    const waiting = gateway.connections.get(fingerprint);
    if (waiting === undefined || register.get(fingerprint) !== undefined) return 'unknown-box';
    const { hello, peer } = waiting.session;
    const adopted = await adoption.toDevice({ fingerprint, address: peer.address, hello }, { device, actor });
    if (adopted.done) {
      gateway.adopted(fingerprint, device);
      return null;
    }
    const { refusal } = adopted;
    if (refusal === 'enrolment-refused' || refusal === 'no-free-id') {
      throw new Fault({ code: 'invariant-broken', message: `an adoption without a code was refused: ${refusal}` });
    }
    return refusal;
  }

  async forget({
    fingerprint,
    actor,
  }: {
    readonly fingerprint: Fingerprint;
    readonly actor: Actor;
  }): Promise<'unknown-box' | null> {
    const { gateway, register, journal } = this.#options;
    const adopted = register.get(fingerprint);
    if (adopted === undefined) return 'unknown-box';
    const object = this.#nameOf(adopted.device);
    const audit = [this.#entry(actor, { action: 'box.forget', object, detail: fingerprint })];
    await commitStaged(journal, { staged: [register.stageForget(fingerprint)], audit });
    gateway.forgotten(fingerprint, adopted.device);
    return null;
  }

  async commandBox({
    fingerprint,
    command,
    actor,
  }: Parameters<BoxSide['commandBox']>[0]): Promise<'unknown-box' | 'offline' | null> {
    const { gateway, register, journal } = this.#options;
    const adopted = register.get(fingerprint);
    if (adopted === undefined) return 'unknown-box';
    const connection = gateway.connections.at(adopted.device);
    if (connection === undefined) return 'offline';
    const detail = detailOf(command);
    const entry = this.#entry(actor, { action: `box.${command.type}`, object: this.#nameOf(adopted.device), detail });
    await journal.commit([{ type: 'audit', entry }]);
    connection.session.notify({ type: 'box-command', command });
    return null;
  }

  foreignViewer(order: Parameters<BoxSide['foreignViewer']>[0]): ReturnType<BoxSide['foreignViewer']> {
    return this.#options.gateway.foreignViewers.open(order);
  }

  enrolmentCodes(): readonly EnrolmentCodeView[] {
    return this.#options.codes.entries().map(codeView);
  }

  async createEnrolmentCode({
    device,
    uses = 1,
    actor,
  }: Parameters<BoxSide['createEnrolmentCode']>[0]): ReturnType<BoxSide['createEnrolmentCode']> {
    const { codes, directory, journal, register } = this.#options;
    if (device !== null && !directory.snapshot.devices.has(device)) return 'unknown-device';
    if (device !== null && register.boxOf(device) !== null) return 'device-taken';
    const counted = device === null ? Math.max(1, Math.min(CODE_USES_MAX, Math.floor(uses))) : 1;
    const { code, key, stored, staged } = codes.create({ device, uses: counted });
    const object = device === null ? '' : this.#nameOf(device);
    const audit = [this.#entry(actor, { action: 'enrolment-code.create', object, detail: `uses ${counted}` })];
    await commitStaged(journal, { staged, audit });
    return { code, view: codeView({ key, ...stored }) };
  }

  async cancelEnrolmentCode({
    key,
    actor,
  }: {
    readonly key: string;
    readonly actor: Actor;
  }): Promise<'unknown-code' | null> {
    const { codes, journal } = this.#options;
    if (!codes.has(key)) return 'unknown-code';
    const audit = [this.#entry(actor, { action: 'enrolment-code.cancel', object: '', detail: key.slice(0, 8) })];
    await commitStaged(journal, { staged: [codes.stageCancel(key)], audit });
    return null;
  }

  routes(): readonly RouteView[] {
    return routeViews(this.#options.matrix.state);
  }

  sessions(): readonly SessionView[] {
    return sessionViews(this.#options.matrix.state);
  }

  async endSession({ session, actor }: Parameters<BoxSide['endSession']>[0]): Promise<'unknown-session' | null> {
    const answer = await this.#options.matrix.ask({ type: 'end-session', session, asker: askerOf(actor) });
    if (answer.type === 'end-session-answer') return answer.refusal;
    throw new Fault({ code: 'invariant-broken', message: `the end of a session was answered with ${answer.type}` });
  }

  connect({
    receiver,
    transmitter,
    withoutPicture,
    actor,
  }: Parameters<BoxSide['connect']>[0]): Promise<CommandOutcome> {
    const asker = askerOf(actor);
    return this.#command({ type: 'administrator-connect', receiver, transmitter, withoutPicture, asker });
  }

  push({ receiver, targets, withoutPicture, actor }: Parameters<BoxSide['push']>[0]): Promise<CommandOutcome> {
    const asker = askerOf(actor);
    return this.#command({ type: 'administrator-push', receiver, targets, withoutPicture, asker });
  }

  disconnect({ receiver, actor }: Parameters<BoxSide['disconnect']>[0]): Promise<CommandOutcome> {
    return this.#command({ type: 'administrator-disconnect', receiver, asker: askerOf(actor) });
  }

  tryCommand(trial: Trial): Decision {
    const { matrix, directory } = this.#options;
    return tryCommand(matrix.state, trial, directory.snapshot);
  }

  async openConsole(id: DeviceId, signal: AbortSignal): Promise<Transport> {
    const { gateway, directory, network } = this.#options;
    const device = [...directory.snapshot.devices.values()].find(({ value }) => value.id === id)?.value;
    const connection = device === undefined ? undefined : gateway.connections.at(device.key);
    const hello = connection?.session.hello;
    if (connection === undefined || !hello?.capabilities.includes('console') || !isAddress(hello.peer)) {
      throw new Fault({ code: 'link-lost', message: `${id} has no console that can be reached` });
    }
    const { peer } = connection.session;
    return network.dial(
      { ...hello.peer, path: '/console', expect: peer.fingerprint, frameMax: DIALLER_FRAME_MAX['/console'] },
      signal,
    );
  }

  watchPreviews(watcher: PreviewWatcher): PreviewWatch {
    return this.#options.previews.watch(watcher);
  }

  async #command(wish: Wish): Promise<CommandOutcome> {
    const answer = await this.#options.matrix.ask(wish);
    if (answer.type === 'command-answer') return { refusal: answer.refusal, targets: answer.targets };
    throw new Fault({ code: 'invariant-broken', message: `${wish.type} was answered with ${answer.type}` });
  }

  /** A device that is deleted takes its box's place with it: the box waits again, and may be adopted for another. */
  #forgetDeleted(exists: (device: DeviceKey) => boolean): void {
    const { register, gateway, journal, log } = this.#options;
    for (const [box, { device }] of [...register.entries()]) {
      if (exists(device)) continue;
      const staged = [register.stageForget(box)];
      commitStaged(journal, { staged }).then(
        () => gateway.forgotten(box, device),
        (thrown: unknown) => log.error('the box of a deleted device is still adopted', { box, reason: String(thrown) }),
      );
    }
  }

  #view(fingerprint: Fingerprint, device: DeviceKey | null): BoxView {
    const { gateway, register, clock } = this.#options;
    const trace = gateway.connections.trace(fingerprint);
    const adopted = register.get(fingerprint);
    const online = gateway.connections.get(fingerprint) !== undefined;
    return {
      fingerprint,
      state: device === null ? 'pending' : 'adopted',
      online,
      kind: trace?.hello.kind ?? adopted?.kind ?? null,
      device,
      address: trace?.address ?? null,
      firmware: trace?.report?.firmware ?? trace?.hello.firmware ?? adopted?.firmware ?? null,
      model: trace?.hello.model ?? adopted?.model ?? null,
      lastSeen: online ? clock.wall().getTime() : (trace?.lastSeen ?? null),
      report: trace?.report ?? null,
      twins: gateway.twinsOf(fingerprint),
    };
  }

  #nameOf(device: DeviceKey): string {
    const found = this.#options.directory.snapshot.devices.get(device)?.value;
    return found === undefined ? device : `${found.id} ${found.name}`;
  }

  #entry({ name, from }: Actor, act: { readonly action: string; readonly object: string; readonly detail: string }) {
    return auditEntry({ actor: name, from, outcome: 'done', ...act }, this.#options.clock);
  }
}

function detailOf(command: BoxCommand): string {
  switch (command.type) {
    case 'message':
      return command.text;
    case 'identify':
      return command.seconds === 0 ? 'ended' : `${command.seconds} s`;
    default:
      return '';
  }
}

const askerOf = ({ name, from }: Actor) => ({ actor: name, from });

const codeView = ({
  key,
  device,
  createdAt,
  expiresAt,
}: StoredEnrolmentCode & { readonly key: string }): EnrolmentCodeView => ({
  key,
  device,
  createdAt,
  expiresAt,
});
