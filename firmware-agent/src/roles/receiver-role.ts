import {
  type BoxReport,
  type Hello,
  type ManagerNotice,
  type Plan,
  PROTOCOL_VERSION,
  type ReceiverPlan,
  type SessionId,
} from '@seatmatrix/protocol/domain';
import { type Duration, type Log, seconds, unreachable } from '@seatmatrix/protocol/kernel';
import {
  CloseCode,
  LISTENER_FRAME_MAX,
  type LinkPath,
  type Listening,
  limitLog,
  type Transport,
} from '@seatmatrix/protocol/link';
import type { RouterRoute } from '../input/input-router.ts';
import { ManagerLink } from '../manager-link/manager-link.ts';
import { RouteRunner } from '../media/route-runner.ts';
import { OsdHost } from '../osd-host/osd-host.ts';
import { SerialToDesk } from '../serial/serial-to-desk.ts';
import type { Agent } from './agent.ts';
import { RepeatedReport } from './box-report.ts';
import { DisplayInput } from './display-input.ts';
import { Identification } from './identification.ts';
import { type InputSourcesInput, OWN_DEVICES } from './input-sources.ts';
import type { ReceiverOptions } from './receiver.ts';
import { ReceiverPicture } from './receiver-picture.ts';
import { ReceiverSeat } from './receiver-seat.ts';
import { sameSituation, situationOf } from './receiver-situation.ts';

/** Holds the receiver's parts together: what one of them finds out, the others are told here. */
export class ReceiverRole implements Agent {
  readonly #options: ReceiverOptions;
  readonly #log: Log;
  readonly #manager: ManagerLink;
  readonly #osd: OsdHost;
  readonly #routes: RouteRunner;
  readonly #picture: ReceiverPicture;
  readonly #serial: SerialToDesk;
  readonly #display: DisplayInput;
  readonly #seat: ReceiverSeat;
  readonly #reports: RepeatedReport;
  readonly #identification: Identification;
  #plan: ReceiverPlan | null = null;
  /** The session that this desk ended without the manager, which may speak of it for a while. */
  #left: SessionId | null = null;
  #carrier = true;
  #capturing = false;
  #managerState = { live: false, pending: false };
  #listening: Listening | null = null;

  constructor(options: ReceiverOptions) {
    this.#options = options;
    const { network, clock, random, drivers } = options;
    this.#log = limitLog(options.log, { clock, each: seconds(60), burst: 5 });
    const log = this.#log;
    this.#manager = new ManagerLink({
      ...options,
      hello: () => this.#hello(),
      listener: {
        changed: (state) => this.#managerChanged(state),
        plan: (plan) => this.#planned(plan),
        notice: (notice) => this.#notice(notice),
      },
    });
    this.#display = new DisplayInput({
      clock,
      computer: (route, input) => this.#routes.input(route, input),
      held: (route) => this.#routes.held(route),
      osdKey: ({ key, pressed }, held) => this.#osd.take({ type: 'key', key, pressed, held }),
      osdOpen: (wanted) => this.#osd.take({ type: 'open', function: wanted }),
      osdPassed: () => this.#osd.take({ type: 'passed' }),
    });
    this.#osd = new OsdHost({
      overlay: drivers.overlay,
      clock,
      log,
      request: (request) => this.#manager.request(request),
      notify: (notice) => this.#manager.notify(notice),
      signOut: () => this.#signOut('operator'),
      focusDisplay: (number) => this.#seat.choose(number, this.#display.activeSource),
      sendHotkey: () => this.#display.sendHotkey(),
      presence: (presence) => {
        this.#capturing = presence.capturing;
        this.#display.osd(presence);
      },
    });
    this.#picture = new ReceiverPicture({ ...options, ...drivers, log, undecodable: () => this.#routes.undecodable() });
    this.#serial = new SerialToDesk({ port: drivers.serialPort, log });
    this.#routes = new RouteRunner({
      network,
      clock,
      random,
      log,
      codecs: drivers.videoOutput.codecs,
      media: () => this.#picture.media,
      serial: this.#serial,
      show: (unit, crop) => this.#picture.show(unit, crop),
      clear: () => this.#picture.clear(),
      steered: () => this.#steered(),
      leds: () => this.#tellLeds(),
      sound: (unit) => this.#picture.play(unit),
      silence: () => this.#picture.silence(),
      frozen: () => this.#tellOsd(),
      keysDropped: () => this.#osd.take({ type: 'keys-dropped' }),
      reports: (reports) => {
        this.#manager.notify({ type: 'route-reports', reports });
        this.#tellOsd();
      },
    });
    this.#seat = new ReceiverSeat({
      ...options,
      log,
      hidHost: drivers.hidHost,
      managerTime: () => this.#manager.managerTime(),
      hear: (input) => this.#hear(input),
      moved: () => this.#tellOsd(),
      chosen: () => this.#openMenu(),
      signOut: () => this.#signOut('idle'),
    });
    this.#reports = new RepeatedReport({
      clock,
      measure: (elapsed) => this.#report(elapsed),
      say: (report) => this.#manager.notify(report),
    });
    this.#identification = new Identification({
      clock,
      blink: (on) => {
        drivers.boxInfo.identify(on);
        this.#seat.blink(on);
      },
    });
  }

  async start(): Promise<void> {
    const { drivers, network, peer, console: pages = null } = this.#options;
    this.#osd.start(this.#situation());
    drivers.networkPort.listen(({ up }) => {
      this.#carrier = up;
      this.#tellOsd();
    });
    this.#seat.start();
    this.#serial.start();
    await this.#picture.open();
    const { '/peer': peerMax, '/console': consoleMax } = LISTENER_FRAME_MAX;
    this.#listening = await network.listen({
      host: peer.host,
      port: peer.port,
      frameMax: pages === null ? { '/peer': peerMax } : { '/peer': peerMax, '/console': consoleMax },
      accept: (transport, path) => this.#accept(transport, path),
    });
    this.#manager.start();
  }

  async stop(): Promise<void> {
    const { hidHost, videoOutput, overlay, soundOutput, serialPort, networkPort, boxInfo, shared } =
      this.#options.drivers;
    // Keys first: whatever hangs afterwards, no computer holds anything.
    this.#display.stop();
    this.#identification.stop();
    this.#seat.stop();
    this.#reports.stop();
    this.#osd.stop();
    this.#routes.stop();
    await this.#manager.stop();
    await this.#listening?.close();
    await this.#picture.close();
    for (const driver of [hidHost, videoOutput, overlay, soundOutput, serialPort, networkPort, boxInfo, shared]) {
      await driver?.[Symbol.asyncDispose]();
    }
  }

  #accept(transport: Transport, path: LinkPath): void {
    const { console: pages = null } = this.#options;
    if (path === '/peer') this.#seat.accept(transport);
    else if (path === '/console' && pages !== null && transport.peer.role === 'manager') pages.accept(transport);
    else transport.close({ code: CloseCode.unauthorised, reason: `${path} is not for you` });
  }

  #managerChanged(state: { readonly live: boolean; readonly pending: boolean }): void {
    this.#managerState = state;
    if (state.live && !state.pending) this.#reports.start();
    else this.#reports.stop();
    this.#tellOsd();
  }

  #planned(plan: Plan): void {
    if (plan.type === 'receiver') this.#obey(plan);
    else this.#log.error('the manager takes this receiver for a transmitter', { revision: plan.revision });
  }

  #obey(given: ReceiverPlan): void {
    const left = given.session !== null && given.session.id === this.#left;
    const plan = left ? { ...given, session: null, route: null, attempt: null } : given;
    this.#plan = plan;
    this.#routes.plan(plan);
    this.#steered();
    this.#seat.plan(plan);
    this.#tellOsd();
  }

  #notice(notice: Parameters<ConstructorParameters<typeof ManagerLink>[0]['listener']['notice']>[0]): void {
    switch (notice.type) {
      case 'settings':
        this.#osd.take({ type: 'settings', settings: notice.settings });
        this.#display.settings(notice.settings);
        return;
      case 'list-page':
        this.#osd.take({ type: 'list', page: notice.page });
        return;
      case 'desk-notice':
        this.#osd.take({ type: 'notice', notice: notice.notice });
        return;
      case 'box-command':
        this.#command(notice);
        return;
    }
  }

  #command({ command }: Extract<ManagerNotice, { type: 'box-command' }>): void {
    const { boxInfo } = this.#options.drivers;
    switch (command.type) {
      case 'restart':
        boxInfo.restart();
        return;
      case 'message':
        this.#osd.take(command);
        return;
      case 'identify':
        this.#identification.identify(command.seconds);
        this.#osd.take(command);
        return;
      case 'foreign-viewer':
        // A receiver captures nothing that it could send.
        this.#manager.notify({ type: 'foreign-viewer', number: command.number, key: null });
        return;
      case 'preview-socket':
        // Asked of transmitters alone: a receiver's small picture is that of the computer that it shows.
        return;
      default:
        unreachable(command);
    }
  }

  /** Without the manager the desk signs itself out: the hello will say that nobody is there any more. */
  #signOut(reason: 'operator' | 'idle'): void {
    const session = this.#plan?.session?.id ?? null;
    const alone = (why: string) => {
      this.#log.info('signed out without the manager', { why });
      this.#left = session;
      if (this.#plan !== null) this.#obey(this.#plan);
    };
    this.#manager.request({ type: 'sign-out', reason }).then(
      (answer) => {
        if (answer.type === 'fault') alone(answer.code);
      },
      (cause: unknown) => alone(String(cause)),
    );
  }

  #hear(input: InputSourcesInput): void {
    const { message } = input;
    const typed = message.type === 'input' && message.pointer === null && message.keys.length > 0;
    if (typed && this.#typesIntoNothing) this.#osd.take({ type: 'keys-dropped' });
    this.#display.take(input);
    if (input.message.type === 'focus') this.#tellOsd();
  }

  /** The operator looks at a computer whose link is lost. */
  get #typesIntoNothing(): boolean {
    const lost = this.#routes.steered === null && this.#routes.shown?.reported?.type === 'lost';
    return lost && this.#plan?.session != null && !this.#capturing;
  }

  #openMenu(): void {
    if (this.#plan?.session != null) this.#osd.take({ type: 'open', function: 'connect' });
  }

  /** Who gets this display's keys. Nobody's computer without an operator, whatever the route allows. */
  #steered(): void {
    const steered = this.#routes.steered;
    const signedOut = this.#plan?.device.receiverKind === 'desk' && this.#plan.session === null;
    const route: RouterRoute | null =
      steered === null
        ? null
        : {
            id: steered.route.id,
            generation: steered.route.generation,
            mode: signedOut ? 'view' : steered.route.mode,
          };
    this.#display.route(route);
    this.#tellLeds();
  }

  #tellLeds(): void {
    this.#seat.leds(this.#routes.leds);
  }

  #tellOsd(): void {
    const situation = this.#situation();
    if (!sameSituation(situation, this.#osd.situation)) this.#osd.take({ type: 'situation', situation });
  }

  #situation() {
    const { firmware, identity } = this.#options;
    const single = (this.#plan?.seat.members.length ?? 1) <= 1;
    return situationOf({
      firmware,
      fingerprint: identity.fingerprint,
      plan: this.#plan,
      carrier: this.#carrier,
      manager: this.#managerState,
      focused: single || this.#display.isFocused(this.#seat.plugged ? null : OWN_DEVICES),
      link: this.#routes.shown ?? this.#routes.route,
      frozen: this.#routes.frozen,
    });
  }

  #hello(): Hello {
    const { identity, memory, firmware, enrolmentCode, peer, drivers, console: pages = null } = this.#options;
    return {
      type: 'hello',
      versions: { oldest: PROTOCOL_VERSION, newest: PROTOCOL_VERSION },
      kind: 'receiver',
      firmware,
      model: drivers.boxInfo.model,
      capabilities: [
        'route',
        'seat',
        ...(pages === null ? [] : (['console'] as const)),
        ...(this.#options.drivers.serialPort === null ? [] : (['serial'] as const)),
      ],
      codecs: drivers.videoOutput.codecs,
      highestGeneration: memory.highestGeneration,
      session: this.#plan?.session?.id ?? null,
      peer: { host: peer.advertise ?? peer.host, port: this.#listening?.port ?? peer.port },
      routes: this.#routes.reports(),
      authorities: identity.authorities(),
      certificateRequest: identity.certificateRequest(),
      enrolmentCode: identity.adopted ? null : enrolmentCode,
    };
  }

  #report(elapsed: Duration): BoxReport {
    const { boxInfo } = this.#options.drivers;
    return {
      type: 'box-report',
      ...this.#picture.report(elapsed, this.#routes.figures()),
      ...boxInfo.health(),
      firmware: this.#options.firmware,
      identifySigns: [
        'screen',
        ...(this.#seat.typing ? (['keyboard'] as const) : []),
        ...(boxInfo.lamp ? (['lamp'] as const) : []),
      ],
    };
  }
}
