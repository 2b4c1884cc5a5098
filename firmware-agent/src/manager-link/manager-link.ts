import {
  type BoxAnswer,
  type BoxNotice,
  type BoxRequest,
  DEFAULT_BOX_SETTINGS,
  type Fingerprint,
  type Hello,
  type ManagerNotice,
  type Plan,
  type Welcome,
} from '@seatmatrix/protocol/domain';
import { between, type Duration, Fault, type Instant, seconds, type Timer } from '@seatmatrix/protocol/kernel';
import {
  CloseCode,
  type ControlClient,
  createControlClient,
  DIALLER_FRAME_MAX,
  type DialTarget,
  fingerprintOfCertificate,
  type Network,
  splitCertificates,
  type Transport,
} from '@seatmatrix/protocol/link';
import { authorityPrefixOf } from '../identity/enrolment-code.ts';
import type { AgentOptions } from '../roles/agent.ts';

export interface ManagerLinkListener {
  /** `pending`: the manager knows the box and waits for an administrator to adopt it. */
  changed(state: { readonly live: boolean; readonly pending: boolean }): void;
  /** Not older than what the box has obeyed, and its generation is durable. */
  plan(plan: Plan): void;
  notice(notice: Exclude<ManagerNotice, Welcome | { readonly type: 'plan' }>): void;
  /** The manager has been away for longer than the site allows: what nobody can withdraw any more ends. */
  graceOver?(): void;
}

/** The manager has 2 s to try a link and some to write; an operator waits no longer than this for a word. */
const REQUEST_DEADLINE = seconds(5);

/** A box's side of the control link: who the manager is, which plans count, what time it is there. */
export class ManagerLink {
  readonly #options: AgentOptions;
  readonly #listener: ManagerLinkListener;
  readonly #client: ControlClient;
  readonly #managers: Network;
  #welcomed: { readonly time: number; readonly at: Instant } | null = null;
  #adopting: Promise<void> = Promise.resolve();
  #adoptionFailed = false;
  #newest: Plan | null = null;
  #refusedPlans = 0;
  #graceTime: Duration = DEFAULT_BOX_SETTINGS.offlineGrace;
  #grace: Timer | null = null;
  #graceIsOver = false;

  constructor(options: AgentOptions & { readonly hello: () => Hello; readonly listener: ManagerLinkListener }) {
    this.#options = options;
    this.#listener = options.listener;
    const { clock, random, log, hello } = options;
    this.#managers = this.#managersOnly(options.network);
    this.#client = createControlClient({
      network: this.#managers,
      target: () => ({ ...options.manager(), path: '/control', expect: null, frameMax: DIALLER_FRAME_MAX['/control'] }),
      hello,
      clock,
      random,
      log,
      listener: {
        live: (welcome) => this.#live(welcome),
        lost: () => this.#lost(),
        message: (notice) => this.#message(notice),
      },
    });
  }

  get live(): boolean {
    return this.#client.live;
  }

  /** Plans that were older than what the box had obeyed. */
  get refusedPlans(): number {
    return this.#refusedPlans;
  }

  /**
   * Milliseconds since 1970 by the manager's clock, by which tickets are judged. Null until it has said them since this
   * start, and after it has been away for longer than the site allows.
   */
  managerTime(): number | null {
    if (this.#welcomed === null || this.#graceIsOver) return null;
    return this.#welcomed.time + between(this.#welcomed.at, this.#options.clock.now());
  }

  start(): void {
    this.#client.start();
  }

  async stop(): Promise<void> {
    await this.#client.stop();
    this.#grace?.cancel();
  }

  request(request: BoxRequest): Promise<BoxAnswer> {
    return this.#client.request(request, { deadline: REQUEST_DEADLINE });
  }

  notify(notice: BoxNotice): void {
    this.#client.notify(notice);
  }

  /** Another socket to the manager that the control link goes to. Rejects as Network.dial does. */
  dial(path: '/preview', signal: AbortSignal): Promise<Transport> {
    const target = { ...this.#options.manager(), path, expect: null, frameMax: DIALLER_FRAME_MAX[path] };
    return this.#managers.dial(target, signal);
  }

  #lost(): void {
    const { clock } = this.#options;
    this.#grace?.cancel();
    this.#grace = clock.timer({ name: 'offline grace', after: this.#graceTime, fire: () => this.#endGrace() });
    this.#listener.changed({ live: false, pending: false });
  }

  #endGrace(): void {
    this.#graceIsOver = true;
    this.#options.log.warn('the manager has been away for longer than the site allows: links end');
    this.#listener.graceOver?.();
  }

  #live(welcome: Welcome): void {
    const { identity, log, clock } = this.#options;
    this.#grace?.cancel();
    this.#graceIsOver = false;
    this.#welcomed = { time: welcome.time, at: clock.now() };
    if (welcome.certificate !== null && identity.certificateRequest() !== null) {
      this.#adopting = this.#adopt({ certificate: welcome.certificate, welcome });
    } else if (welcome.state === 'adopted' && identity.adopted) {
      this.#keepTrusted(welcome).catch((cause: unknown) => log.error('the site cannot be kept', { cause }));
      if (!sameAuthorities(welcome.authority, identity.authorities())) this.#adopting = this.#trust(welcome);
    }
    this.#listener.changed({ live: true, pending: welcome.state === 'pending' });
  }

  async #adopt(given: { readonly certificate: string; readonly welcome: Welcome }): Promise<void> {
    const { identity, enrolmentCode, log, clock } = this.#options;
    const { certificate, welcome } = given;
    try {
      // An adopted box gets another certificate from a manager that it trusts already, maybe from another CA.
      const prefix = enrolmentCode === null || identity.adopted ? null : authorityPrefixOf(enrolmentCode);
      if (prefix !== null && !fingerprintOfCertificate(welcome.authority).startsWith(prefix)) {
        log.error('a manager that did not make the enrolment code wants to adopt this box', {
          manager: welcome.manager,
        });
        this.#adoptionFailed = true;
        return;
      }
      await clock.outside(identity.adopt({ certificate, authority: welcome.authority }));
      await this.#keepTrusted(welcome);
      log.info('adopted by the site', { manager: welcome.manager });
    } catch (cause) {
      this.#adoptionFailed = true;
      log.error('the adoption failed', { manager: welcome.manager, cause });
    }
  }

  /** The site changes its CA. Who says so has a certificate of the one that was trusted until now. */
  async #trust({ authority, manager }: Welcome): Promise<void> {
    const { identity, log, clock } = this.#options;
    try {
      await clock.outside(identity.trust(authority));
      log.info('the site has other authorities', { manager, trusted: identity.authorities().length });
      // The manager waits for every box to know before it goes on; the hello tells it.
      this.#client.again();
    } catch (cause) {
      log.error('the authorities of the site cannot be kept', { manager, cause });
    }
  }

  #keepTrusted({ ticketKey, authority }: Welcome): Promise<void> {
    return this.#options.clock.outside(this.#options.memory.keepTrusted({ ticketKey, authority }));
  }

  #message(notice: ManagerNotice): void {
    if (notice.type === 'settings') this.#graceTime = notice.settings.offlineGrace;
    if (notice.type === 'plan') this.#planned(notice.plan);
    else if (notice.type !== 'welcome') this.#listener.notice(notice);
  }

  #planned(plan: Plan): void {
    const { memory, clock, log } = this.#options;
    if (plan.generation < memory.highestGeneration) {
      this.#refusedPlans += 1;
      const { generation, revision } = plan;
      log.warn('an old plan is refused', { generation, revision, highest: memory.highestGeneration });
      return;
    }
    this.#newest = plan;
    const kept = clock.outside(memory.keepGeneration(plan.generation)).then(() => {
      // A newer one came while this one's generation went to the disk.
      if (this.#newest === plan) this.#listener.plan(plan);
    });
    kept.catch((cause: unknown) => log.error('a plan cannot be obeyed', { revision: plan.revision, cause }));
  }

  /** Any holder of a site certificate could stand where DNS says the manager is; only a manager's counts. */
  #managersOnly(network: Network): Network {
    return {
      listen: (options) => network.listen(options),
      dial: async (target: DialTarget, signal: AbortSignal): Promise<Transport> => {
        // A box that is being adopted comes back with the certificate that it just got.
        await this.#adopting;
        if (this.#adoptionFailed) {
          // Dialling at once would be answered with the same certificate, again and again.
          this.#adoptionFailed = false;
          throw new Fault({ code: 'link-lost', message: 'the certificate that the manager gave was not taken' });
        }
        const transport = await network.dial(target, signal);
        if (!this.#options.identity.adopted || transport.peer.role === 'manager') return transport;
        transport.close({ code: CloseCode.unauthorised, reason: 'not a manager' });
        throw new Fault({ code: 'peer-unauthorised', message: 'who answered is no manager of the site' });
      },
    };
  }
}

/** The same CAs, and the certificate from the one that the site issues from now. */
function sameAuthorities(pem: string, trusted: readonly Fingerprint[]): boolean {
  // A simulated box has no certificates.
  if (trusted.length === 0) return true;
  const said = splitCertificates(pem).map(fingerprintOfCertificate);
  return said.length === trusted.length && said[0] === trusted[0] && said.every((each) => trusted.includes(each));
}
