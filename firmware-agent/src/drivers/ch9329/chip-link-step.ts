import { encodeLeds } from '@seatmatrix/protocol/domain';
import {
  after,
  between,
  type Duration,
  type Instant,
  milliseconds,
  type Stepped,
  unreachable,
} from '@seatmatrix/protocol/kernel';
import { type ChipInfo, configurationWarning, decodeInfo } from './chip-answer.ts';
import { ChipCommand, type ChipFrame, ChipStatus, encodeFrame, giveUpPending, readFrames } from './chip-frame.ts';
import {
  ANSWER_LIMIT,
  type ChipLink,
  type ChipLinkCommand,
  type ChipLinkInput,
  type ChipLinkOut,
  FRAME_GAP,
  INFO_AFTER_KEY,
  infoInterval,
  REFUSED_PAUSE,
  SEEK_PAUSE,
  UNANSWERED_MAX,
} from './chip-link.ts';
import { allUp } from './chip-rest.ts';
import {
  type ChipReport,
  enqueue,
  newestOfEach,
  reportFrame,
  standing,
  takeReport,
  withoutMovement,
} from './report-queue.ts';

type Next = Stepped<ChipLink, ChipLinkOut>;

/**
 * Speaks to the chip: one command at a time, each with an answer. A command that gets none is not sent again before
 * GET_INFO was answered: the chip answers in order, so that no late answer is taken for that of a later command.
 */
export function chipLinkStep(link: ChipLink, input: ChipLinkInput): Next {
  const taken = take(link, input);
  const sent = sendNext(taken.state, input.at);
  const wakeAt = due(sent.state);
  const wake: readonly ChipLinkOut[] = wakeAt === null ? [] : [{ type: 'wake', at: wakeAt }];
  return { state: sent.state, out: [...taken.out, ...sent.out, ...wake] };
}

function take(link: ChipLink, input: ChipLinkInput): Next {
  switch (input.type) {
    case 'plugged':
      if (link.phase !== 'absent') return stay(link);
      // The rate at which it answered last is tried first.
      return {
        state: { ...link, phase: 'seeking', pausedUntil: input.at },
        out: [{ type: 'baud', baud: link.baud }],
      };
    case 'unplugged':
      return link.phase === 'absent' || link.phase === 'rested' ? stay(link) : lose(link, 'absent');
    case 'bytes':
      return takeBytes(link, input);
    case 'report':
      return stay(takeReportIn(link, input));
    case 'rest':
      if (link.phase === 'found' && link.connected) {
        return stay({ ...link, phase: 'resting', queue: allUp(link.newest), pausedUntil: input.at });
      }
      return { state: { ...link, phase: 'rested', awaiting: null }, out: [{ type: 'rested' }] };
    case 'tick':
      return link.awaiting !== null && input.at >= link.awaiting.until ? unanswered(link, input.at) : stay(link);
    default:
      return unreachable(input);
  }
}

function takeBytes(link: ChipLink, { bytes, at }: { readonly bytes: Uint8Array; readonly at: Instant }): Next {
  if (link.phase === 'absent' || link.phase === 'rested') return stay(link);
  const stale = link.pending.length > 0 && between(link.heardAt, at) > FRAME_GAP;
  const given = stale ? giveUpPending(link.pending) : { frames: [], pending: link.pending, malformed: 0 };
  const read = readFrames(given.pending, bytes);
  const malformed = link.malformed + given.malformed + read.malformed;
  let next: Next = stay({ ...link, pending: read.pending, heardAt: at, malformed });
  for (const frame of [...given.frames, ...read.frames]) {
    const { state, out } = takeAnswer(next.state, { frame, at });
    next = { state, out: [...next.out, ...out] };
  }
  return next;
}

function takeReportIn(link: ChipLink, { report, at }: { readonly report: ChipReport; readonly at: Instant }): ChipLink {
  if (link.phase === 'resting' || link.phase === 'rested') return link;
  const known = link.newest.find(({ kind }) => kind === report.kind);
  if (known !== undefined && 'data' in known && 'data' in report && sameBytes(known.data, report.data)) return link;
  const newest = newestOfEach([...link.newest, withoutMovement(report)]);
  if (link.phase !== 'found' || !link.connected) return { ...link, newest, queue: [] };
  // What a computer that takes nothing has missed, it has missed: it gets the newest state when it begins.
  const queue = at < link.pausedUntil ? standing([...link.queue, report]) : enqueue(link.queue, report);
  return { ...link, newest, queue };
}

function takeAnswer(link: ChipLink, { frame, at }: { readonly frame: ChipFrame; readonly at: Instant }): Next {
  const { awaiting } = link;
  // Late, or noise with a true sum: nobody waits for it.
  if (awaiting === null || !isAnswerTo(frame, commandFrame(awaiting.command))) return stay(link);
  const { command } = awaiting;
  switch (command.type) {
    case 'info': {
      const info = isRefusal(frame) ? null : decodeInfo(frame.data);
      return info === null ? unanswered(link, at) : informed(link, { info, at });
    }
    case 'configuration': {
      const message = isRefusal(frame) ? null : configurationWarning(frame.data);
      return {
        state: { ...link, awaiting: null },
        out: message === null ? [] : [{ type: 'warn', message, fields: {} }],
      };
    }
    case 'report':
      return reported({ ...link, awaiting: null }, { report: command.report, status: frame.data[0] ?? 0, at });
    default:
      return unreachable(command);
  }
}

function reported(
  link: ChipLink,
  { report, status, at }: { readonly report: ChipReport; readonly status: number; readonly at: Instant },
): Next {
  switch (status) {
    case ChipStatus.success:
      if (report.kind !== 'keyboard') return stay(link);
      return stay({ ...link, infoAt: earlier(link.infoAt, after(at, INFO_AFTER_KEY)) });
    case ChipStatus.timeout:
    case ChipStatus.head:
    case ChipStatus.sum:
      // It did not arrive whole, so that nothing of it was done: the movement goes with it again.
      return failed({ ...link, queue: [report, ...link.queue] }, at);
    case ChipStatus.operate:
      return stay({
        ...link,
        queue: standing([report, ...link.queue]),
        pausedUntil: after(at, REFUSED_PAUSE),
      });
    default:
      if (link.refusedKinds.includes(report.kind)) return stay(link);
      return {
        state: { ...link, refusedKinds: [...link.refusedKinds, report.kind] },
        out: [
          { type: 'warn', message: 'the chip does not take a kind of report', fields: { kind: report.kind, status } },
        ],
      };
  }
}

function informed(link: ChipLink, { info, at }: { readonly info: ChipInfo; readonly at: Instant }): Next {
  const found = link.phase === 'seeking';
  const entered = info.connected && (found || !link.connected);
  const host = info.connected ? 'awake' : 'unplugged';
  // A computer that is gone has no lights; those that were told stay told.
  const leds = info.connected ? info.leds : link.leds;
  const state: ChipLink = {
    ...link,
    phase: found ? 'found' : link.phase,
    awaiting: null,
    unanswered: 0,
    infoAt: after(at, infoInterval(link.baud)),
    pausedUntil: entered ? at : link.pausedUntil,
    connected: info.connected,
    host,
    leds,
    queue: entered ? [...allUp(link.newest), ...standing(link.newest)] : info.connected ? link.queue : [],
  };
  const out: ChipLinkOut[] = [];
  if (encodeLeds(leds) !== encodeLeds(link.leds)) out.push({ type: 'event', event: { type: 'leds', leds } });
  if (host !== link.host) out.push({ type: 'event', event: { type: 'host', state: host } });
  if (found) out.push({ type: 'sought' });
  return { state, out };
}

function unanswered(link: ChipLink, at: Instant): Next {
  if (link.phase === 'seeking') {
    const index = (link.bauds.indexOf(link.baud) + 1) % link.bauds.length;
    const baud = link.bauds[index] ?? link.baud;
    const round = index === 0;
    return {
      state: { ...link, awaiting: null, baud, pausedUntil: round ? after(at, SEEK_PAUSE) : at },
      out: [{ type: 'baud', baud }, ...(round ? [{ type: 'sought' } as const] : [])],
    };
  }
  const command = link.awaiting?.command;
  // It may have arrived and only its answer not: what it moved is not moved twice.
  const again = command?.type === 'report' ? [withoutMovement(command.report)] : [];
  return failed({ ...link, awaiting: null, queue: [...again, ...link.queue] }, at);
}

function failed(link: ChipLink, at: Instant): Next {
  const count = link.unanswered + 1;
  if (count < UNANSWERED_MAX) return stay({ ...link, unanswered: count });
  const lost = lose(link, 'seeking');
  const warning: ChipLinkOut = {
    type: 'warn',
    message: 'the chip does not answer any more',
    fields: { baud: link.baud, malformed: link.malformed },
  };
  return { state: { ...lost.state, pausedUntil: at }, out: [...lost.out, warning] };
}

function lose(link: ChipLink, phase: 'absent' | 'seeking'): Next {
  const resting = link.phase === 'resting';
  const state: ChipLink = {
    ...link,
    phase: resting ? 'rested' : phase,
    awaiting: null,
    queue: [],
    unanswered: 0,
    connected: false,
    host: 'unplugged',
    configurationRead: false,
  };
  const out: ChipLinkOut[] = resting ? [{ type: 'rested' }] : [];
  if (link.host !== 'unplugged') out.push({ type: 'event', event: { type: 'host', state: 'unplugged' } });
  return { state, out };
}

function sendNext(link: ChipLink, at: Instant): Next {
  if (link.awaiting !== null) return stay(link);
  switch (link.phase) {
    case 'absent':
    case 'rested':
      return stay(link);
    case 'seeking':
      return at < link.pausedUntil ? stay(link) : send(link, { command: { type: 'info' }, at });
    case 'found':
    case 'resting': {
      if (link.unanswered > 0 || (link.phase === 'found' && at >= link.infoAt)) {
        return send(link, { command: { type: 'info' }, at });
      }
      const taken = link.connected && at >= link.pausedUntil ? takeReport(link.queue) : null;
      if (taken !== null) {
        return send({ ...link, queue: taken.rest }, { command: { type: 'report', report: taken.report }, at });
      }
      if (link.phase === 'resting') {
        const over = link.queue.length === 0 || !link.connected;
        return over ? { state: { ...link, phase: 'rested' }, out: [{ type: 'rested' }] } : stay(link);
      }
      if (link.configurationRead) return stay(link);
      return send({ ...link, configurationRead: true }, { command: { type: 'configuration' }, at });
    }
    default:
      return unreachable(link.phase);
  }
}

function send(link: ChipLink, { command, at }: { readonly command: ChipLinkCommand; readonly at: Instant }): Next {
  const bytes = encodeFrame(commandFrame(command));
  const until = after(at, answerLimit({ bytes: bytes.length + ANSWER_BYTES[command.type], baud: link.baud }));
  return { state: { ...link, awaiting: { command, until } }, out: [{ type: 'send', bytes }] };
}

function commandFrame(command: ChipLinkCommand): ChipFrame {
  switch (command.type) {
    case 'info':
      return { command: ChipCommand.getInfo, data: new Uint8Array(0) };
    case 'configuration':
      return { command: ChipCommand.getConfiguration, data: new Uint8Array(0) };
    case 'report':
      return reportFrame(command.report);
    default:
      return unreachable(command);
  }
}

const ANSWER_BYTES = { info: 14, configuration: 56, report: 7 } as const;
const BITS_A_BYTE = 10;

const answerLimit = ({ bytes, baud }: { readonly bytes: number; readonly baud: number }): Duration =>
  milliseconds(ANSWER_LIMIT + (bytes * BITS_A_BYTE * 1000) / baud);

function due(link: ChipLink): Instant | null {
  if (link.awaiting !== null) return link.awaiting.until;
  switch (link.phase) {
    case 'absent':
    case 'rested':
      return null;
    case 'seeking':
    case 'resting':
      return link.pausedUntil;
    case 'found':
      return link.queue.length > 0 && link.connected ? earlier(link.infoAt, link.pausedUntil) : link.infoAt;
    default:
      return unreachable(link.phase);
  }
}

const stay = (state: ChipLink): Next => ({ state, out: [] });
const earlier = (one: Instant, other: Instant): Instant => (one < other ? one : other);

const isAnswerTo = ({ command }: ChipFrame, asked: ChipFrame): boolean =>
  (command & 0x80) !== 0 && (command & 0x3f) === asked.command;
const isRefusal = ({ command }: ChipFrame): boolean => (command & 0x40) !== 0;

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);
