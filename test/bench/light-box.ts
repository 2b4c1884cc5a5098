import type { FileIdentity } from '@seatmatrix/firmware-agent';
import {
  type BoxReport,
  type CommandRefusal,
  type DeviceKind,
  type Generation,
  generation,
  type Hello,
  type Plan,
  PROTOCOL_VERSION,
  type RouteId,
} from '@seatmatrix/protocol/domain';
import { Fault, seconds, silentLog, systemClock, systemRandom } from '@seatmatrix/protocol/kernel';
import {
  type ControlClient,
  createControlClient,
  createTlsNetwork,
  DIALLER_FRAME_MAX,
  type Network,
} from '@seatmatrix/protocol/link';

/** Longer than two commits of the slowest store, in line behind two others. */
const ANSWER_LIMIT = seconds(30);

export interface LightBoxOptions {
  readonly identity: FileIdentity;
  readonly kind: DeviceKind;
  readonly manager: { readonly host: string; readonly port: number };
}

export interface Connected {
  readonly refusal: CommandRefusal | null;
  /** Milliseconds from the command to the plan with the attempt; null when none came. */
  readonly plan: number | null;
  /** Milliseconds from the command to the answer. */
  readonly answer: number;
}

/** A box without hardware: the real link to the manager, and a receiver's word that every attempt is live at once. */
export class LightBox {
  readonly #options: LightBoxOptions;
  readonly #client: ControlClient;
  readonly #adopted = Promise.withResolvers<void>();
  #adopting: Promise<void> = Promise.resolve();
  #highest: Generation = generation(0);
  #answered: RouteId | null = null;
  #planAt = 0;

  constructor(options: LightBoxOptions) {
    this.#options = options;
    const { identity, manager } = options;
    this.#client = createControlClient({
      network: this.#network(),
      target: () => ({ ...manager, path: '/control', expect: null, frameMax: DIALLER_FRAME_MAX['/control'] }),
      hello: () => this.#hello(),
      ...{ clock: systemClock, random: systemRandom, log: silentLog },
      listener: {
        live: ({ certificate, authority, state }) => {
          if (certificate !== null) this.#adopting = identity.adopt({ certificate, authority });
          else if (state === 'adopted') this.#adopted.resolve();
        },
        lost: () => undefined,
        message: (notice) => {
          if (notice.type === 'plan') this.#planned(notice.plan);
        },
      },
    });
  }

  /** Resolves when the manager has taken it in with its certificate. */
  async start(): Promise<void> {
    this.#client.start();
    await this.#adopted.promise;
  }

  stop(): Promise<void> {
    return this.#client.stop();
  }

  /** Says how it is, as boxes do every few seconds. */
  report(report: BoxReport): void {
    this.#client.notify(report);
  }

  async signIn(person: { readonly name: string; readonly password: string }): Promise<void> {
    const answer = await this.#client.request({ type: 'sign-in', ...person }, { deadline: ANSWER_LIMIT });
    if (answer.type === 'sign-in-answer' && answer.refusal === null) return;
    throw new Fault({ code: 'invariant-broken', message: `a sign-in is answered with ${JSON.stringify(answer)}` });
  }

  /** One at a time. */
  async connect(text: string): Promise<Connected> {
    const started = performance.now();
    this.#planAt = 0;
    const answer = await this.#client.request(
      { type: 'command', function: 'connect', text, withoutPicture: false },
      { deadline: ANSWER_LIMIT },
    );
    const passed = performance.now() - started;
    if (answer.type !== 'command-answer') {
      throw new Fault({ code: 'invariant-broken', message: `a connect is answered with ${JSON.stringify(answer)}` });
    }
    return {
      refusal: answer.refusal,
      plan: this.#planAt === 0 ? null : this.#planAt - started,
      answer: passed,
    };
  }

  /** Figures that are others each time. */
  tellFigures(number: number): void {
    this.#client.notify({
      type: 'box-report',
      mode: { width: 1920, height: 1080, rate: 60 },
      capture: 'none',
      ...{ codec: 'h264', engine: 'avdec_h264', refused: 0, firmware: 'bench', identifySigns: ['screen', 'keyboard'] },
      ...{ framesPerSecond: number % 61, bitsPerSecond: (number % 90) * 100_000, delay: 10 + (number % 17) },
      reception: { loss: (number % 7) / 1000, jitter: 1 + (number % 5) },
      ...{ temperature: 40 + (number % 9), temperatureLimit: 85, load: 0.2, uptime: number },
      memory: { used: 2 ** 28, total: 2 ** 30 },
    });
  }

  #planned(plan: Plan): void {
    if (plan.generation > this.#highest) this.#highest = plan.generation;
    if (plan.type !== 'receiver' || plan.attempt === null || plan.attempt.id === this.#answered) return;
    const { id: route, generation } = plan.attempt;
    this.#answered = route;
    this.#planAt = performance.now();
    const status = { type: 'live', picture: true } as const;
    this.#client.notify({ type: 'route-reports', reports: [{ route, generation, status }] });
  }

  /** Who is being adopted comes back with the certificate that it just got. */
  #network(): Network {
    const { identity } = this.#options;
    const network = createTlsNetwork({ identity: () => identity.credentials(), clock: systemClock, log: silentLog });
    return {
      listen: (options) => network.listen(options),
      dial: async (target, signal) => {
        await this.#adopting;
        return network.dial(target, signal);
      },
    };
  }

  #hello(): Hello {
    const { identity, kind } = this.#options;
    return {
      type: 'hello',
      versions: { oldest: PROTOCOL_VERSION, newest: PROTOCOL_VERSION },
      ...{ kind, firmware: 'bench', model: 'Box of a benchmark', capabilities: ['route'], codecs: ['h264', 'jpeg'] },
      highestGeneration: this.#highest,
      ...{ session: null, routes: [], enrolmentCode: null },
      // Never dialled: these boxes show no pictures.
      peer: { host: '127.0.0.1', port: 9 },
      authorities: [],
      certificateRequest: identity.certificateRequest(),
    };
  }
}
