import { deviceId } from '@seatmatrix/protocol/domain';
import { type Clock, Fault, type Log } from '@seatmatrix/protocol/kernel';
import { CloseCode, type Closed, type Transport } from '@seatmatrix/protocol/link';
import { decodeConsoleOutput } from '@seatmatrix/protocol/wire';
import { auditEntry } from '../../audit/index.ts';
import type { Directory } from '../../directory/directory.ts';
import type { SiteFeed } from '../../feed/index.ts';
import type { WebSessions } from '../../people/web-sessions.ts';
import type { Journal } from '../../store/index.ts';
import type { BoxSide } from '../box-side.ts';
import { actorOf } from '../endpoint.ts';
import { consoleRefusal } from './console-right.ts';
import type { PageSocket } from './page-socket.ts';
import type { SocketHandler, SocketRequest } from './page-sockets.ts';

/** More than two pictures of a desktop wait: newer ones replace the one that waits to be sent. */
const PICTURES_BEHIND_MAX = 1024 * 1024;
/** Even without pictures the page does not keep up: it is gone. */
const BEHIND_MAX = 8 * 1024 * 1024;
/** Key reports that the box has not taken: typed now, they would arrive much later and all at once. */
const KEYS_BEHIND_MAX = 16 * 1024;
/** RFC 6455's registry: try again later. */
const TRY_AGAIN_LATER = 1013;

export interface ConsoleProxyOptions {
  readonly boxSide: BoxSide;
  readonly directory: Pick<Directory, 'snapshot'>;
  readonly feed: Pick<SiteFeed, 'subscribe'>;
  readonly sessions: WebSessions;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * `/console/socket/5004`: a page's keys to a receiver, that receiver's pictures and OSD to the page. Frames are passed on
 * as they are; only when the page is slow are they looked into, so that pictures give way to everything else.
 */
export function consoleProxy(options: ConsoleProxyOptions): SocketHandler {
  return (page, request) => {
    const abort = new AbortController();
    const { by } = request.signedIn;
    const bridge = new ConsoleBridge(page, () => {
      if (by.type === 'session') options.sessions.touch(by.session.id);
    });
    if (isSomebodyElses(options, request)) {
      page.close({ code: CloseCode.unauthorised, reason: 'somebody else works here' });
      return;
    }
    const watch = options.feed.subscribe(null, (message) => {
      if (message.type !== 'event' || message.event.type !== 'session') return;
      if (!isSomebodyElses(options, request)) return;
      page.close({ code: CloseCode.unauthorised, reason: 'somebody else works here' });
    });
    page.listen({
      frame: (frame) => bridge.fromPage(frame),
      drained: () => bridge.pageDrained(),
      closed: (closed) => {
        watch.end();
        abort.abort(new Fault({ code: 'link-closed', message: 'the page left' }));
        bridge.pageClosed(closed);
      },
    });
    openConsole(options, { request, signal: abort.signal }).then(
      (transport) => bridge.boxOpened(transport),
      (thrown: unknown) => {
        if (abort.signal.aborted) return;
        options.log.info('a console did not open', { device: request.params.device, thrown });
        page.close({ code: TRY_AGAIN_LATER, reason: 'the receiver has no console now' });
      },
    );
  };
}

function isSomebodyElses({ boxSide, directory }: ConsoleProxyOptions, { params, signedIn }: SocketRequest): boolean {
  const device = [...directory.snapshot.devices.values()].find(({ value }) => value.id === params.device)?.value;
  return device !== undefined && consoleRefusal(boxSide.sessions(), { account: signedIn.account, device }) !== null;
}

async function openConsole(
  { boxSide, clock, journal }: ConsoleProxyOptions,
  { request, signal }: { readonly request: SocketRequest; readonly signal: AbortSignal },
): Promise<Transport> {
  const device = deviceId(request.params.device ?? '');
  if (device === null) throw new Fault({ code: 'link-lost', message: 'there is no such receiver' });
  const act = {
    actor: actorOf(request.signedIn),
    from: request.from,
    action: 'console.open',
    object: device,
    outcome: 'done',
  } as const;
  // First the entry, then the picture: nobody looks over a shoulder unseen.
  await journal.commit([{ type: 'audit', entry: auditEntry(act, clock) }]);
  return boxSide.openConsole(device, signal);
}

class ConsoleBridge {
  readonly #page: PageSocket;
  readonly #used: () => void;
  #transport: Transport | null = null;
  #ended: Closed | null = null;
  /** The newest picture that can be shown by itself, while the page is behind. */
  #held: Uint8Array | null = null;
  #skipping = false;

  constructor(page: PageSocket, used: () => void) {
    this.#page = page;
    this.#used = used;
  }

  boxOpened(transport: Transport): void {
    if (this.#ended !== null) {
      transport.close(this.#ended);
      return;
    }
    this.#transport = transport;
    transport.listen({
      frame: (frame) => this.#fromBox(frame),
      closed: ({ reason }) => {
        this.#transport = null;
        this.#page.close({ code: TRY_AGAIN_LATER, reason });
      },
    });
  }

  fromPage(frame: Uint8Array): void {
    this.#used();
    const transport = this.#transport;
    // Nothing is typed into a console that is not open yet.
    if (transport === null) return;
    if (transport.buffered > KEYS_BEHIND_MAX) {
      this.#page.close({ code: CloseCode.slow, reason: 'the receiver does not take the keys' });
    } else transport.send(frame);
  }

  pageDrained(): void {
    if (this.#held === null || this.#page.buffered > PICTURES_BEHIND_MAX / 2) return;
    const held = this.#held;
    this.#held = null;
    this.#skipping = false;
    this.#page.send(held);
  }

  pageClosed(closed: Closed): void {
    this.#ended = { code: CloseCode.goingAway, reason: closed.reason };
    this.#held = null;
    this.#transport?.close(this.#ended);
    this.#transport = null;
  }

  #fromBox(frame: Uint8Array): void {
    const { buffered } = this.#page;
    if (buffered > BEHIND_MAX) {
      this.#page.close({ code: CloseCode.slow, reason: 'the page reads too slowly' });
      return;
    }
    if (buffered <= PICTURES_BEHIND_MAX && !this.#skipping) {
      this.#page.send(frame);
      return;
    }
    const picture = pictureIn(frame);
    if (picture === 'malformed') {
      this.#page.close({ code: CloseCode.malformed, reason: 'the receiver sent what nobody can read' });
    } else if (picture === 'none') {
      this.#page.send(frame);
    } else {
      // Pictures that build on one that was left out are worth nothing: the next whole one ends the gap.
      this.#skipping = true;
      this.#held = picture === 'whole' ? frame : null;
      this.pageDrained();
    }
  }
}

function pictureIn(frame: Uint8Array): 'none' | 'whole' | 'part' | 'malformed' {
  try {
    const output = decodeConsoleOutput(frame);
    if (output.type === 'no-picture') return 'whole';
    if (output.type !== 'unit') return 'none';
    return output.unit.key ? 'whole' : 'part';
  } catch (thrown) {
    if (thrown instanceof Fault) return 'malformed';
    throw thrown;
  }
}
