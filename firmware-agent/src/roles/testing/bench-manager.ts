import { generateKeyPairSync } from 'node:crypto';
import type {
  BoxAnswer,
  BoxNotice,
  BoxReport,
  BoxRequest,
  Fingerprint,
  ManagerNotice,
  RouteReport,
  SignedTicket,
  Ticket,
} from '@seatmatrix/protocol/domain';
import { fingerprint } from '@seatmatrix/protocol/domain';
import { type Clock, Fault, silentLog } from '@seatmatrix/protocol/kernel';
import {
  type ControlSession,
  LISTENER_FRAME_MAX,
  type Listening,
  type Network,
  serveControl,
  signTicket,
  ticketKeyBytes,
} from '@seatmatrix/protocol/link';

export const MANAGER = fingerprint('f'.repeat(64));

/** Says plans and writes down what boxes say; decides nothing. */
export class BenchManager {
  readonly #clock: Clock;
  readonly #network: Network;
  readonly #keys = generateKeyPairSync('ed25519');
  readonly sessions = new Map<Fingerprint, ControlSession>();
  readonly notices: { readonly from: Fingerprint; readonly notice: BoxNotice }[] = [];
  readonly requests: BoxRequest[] = [];
  answer: (request: BoxRequest, from: Fingerprint) => BoxAnswer | Promise<BoxAnswer> = () => {
    throw new Fault({ code: 'invariant-broken', message: 'the bench has no answer' });
  };
  state: 'adopted' | 'pending' = 'adopted';
  #listening: Listening | null = null;

  constructor(options: { readonly clock: Clock; readonly network: Network }) {
    this.#clock = options.clock;
    this.#network = options.network;
  }

  get time(): number {
    return 1_800_000_000_000 + this.#clock.now();
  }

  async start(): Promise<void> {
    this.#listening = await this.#network.listen({
      host: 'manager',
      port: 8443,
      frameMax: { '/control': LISTENER_FRAME_MAX['/control'] },
      accept: (transport) => {
        serveControl({
          transport,
          clock: this.#clock,
          log: silentLog,
          handler: {
            hello: (session) => {
              this.sessions.set(session.peer.fingerprint, session);
              session.notify({
                type: 'welcome',
                version: 1,
                state: this.state,
                certificate: null,
                authority: 'PEM',
                ticketKey: ticketKeyBytes(this.#keys.publicKey),
                time: this.time,
                manager: MANAGER,
              });
            },
            request: async (request, session) => {
              this.requests.push(request);
              return this.answer(request, session.peer.fingerprint);
            },
            notice: (notice, session) => void this.notices.push({ from: session.peer.fingerprint, notice }),
            lost: (session) => {
              if (session !== null && this.sessions.get(session.peer.fingerprint) === session) {
                this.sessions.delete(session.peer.fingerprint);
              }
            },
          },
        });
      },
    });
  }

  async stop(): Promise<void> {
    await this.#listening?.close();
  }

  tell(box: Fingerprint, notice: ManagerNotice): void {
    const session = this.sessions.get(box);
    if (session === undefined) throw new Fault({ code: 'invariant-broken', message: 'the box is not there' });
    session.notify(notice);
  }

  sign(ticket: Omit<Ticket, 'expiresAt'> & { readonly expiresAt?: number }): SignedTicket {
    return signTicket({ expiresAt: this.time + 60_000, ...ticket }, this.#keys.privateKey);
  }

  /** All that a box has said of itself. */
  boxReports(box: Fingerprint): readonly BoxReport[] {
    return this.notices.flatMap(({ from, notice }) => (from === box && notice.type === 'box-report' ? [notice] : []));
  }

  /** What a box last said of its routes, newest word a route. */
  reports(box: Fingerprint): readonly RouteReport[] {
    const said = this.notices.flatMap(({ from, notice }) =>
      from === box && notice.type === 'route-reports' ? [notice.reports] : [],
    );
    return said.at(-1) ?? [];
  }
}
