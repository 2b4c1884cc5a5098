import { type ChildProcess, spawn } from 'node:child_process';
import { Duplex } from 'node:stream';
import { fileURLToPath } from 'node:url';
import {
  between,
  type Clock,
  type Duration,
  Fault,
  type Log,
  type Random,
  retryDelays,
  type Timer,
} from '@seatmatrix/protocol/kernel';
import { decodeLine, EVENT_TYPES, encodeLine, LineReader, type MediaEvent, type MediaOrder } from './media-message.ts';
import { FIRST_WORD_LIMIT, RESTART, SILENCE_LIMIT, WELL_AFTER } from './media-pipes.ts';

export interface MediaProcessOptions {
  /** A program of this folder. */
  readonly program: URL;
  readonly arguments: readonly string[];
  /** For the log. */
  readonly name: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly random: Random;
  /** Told to every process as it starts. */
  readonly orders: () => readonly MediaOrder[];
  readonly event: (event: MediaEvent) => void;
  readonly media?: (bytes: Uint8Array) => void;
  /** It ended or hung; the next one comes by itself. */
  readonly away: () => void;
}

/** Of its stderr, for the log. */
const LAST_LINES = 20;

/** Its JavaScript only hands things on: a small heap and one helper thread of V8 save 10 MB. */
const NODE_OPTIONS = ['--no-warnings', '--max-semi-space-size=1', '--v8-pool-size=1'];

interface Child {
  readonly process: ChildProcess;
  readonly control: Duplex;
  readonly media: Duplex;
  readonly lines: string[];
}

/**
 * A process that does the work of libraries which can crash or hang. It inherits two pipes and nothing else, ends with
 * the agent, and is started again when it dies or says nothing any more.
 */
export class MediaProcess implements AsyncDisposable {
  readonly #options: MediaProcessOptions;
  #child: Child | null = null;
  #delays: Generator<Duration, never>;
  #restart: Timer | null = null;
  #silence: Timer | null = null;
  #disposed = false;
  #ended: (() => void) | null = null;
  /** Ends one after the other: said once, or a screen that is off for a night fills the log. */
  #failures = 0;

  constructor(options: MediaProcessOptions) {
    this.#options = options;
    this.#delays = retryDelays(RESTART, options.random);
    this.#start();
  }

  /** Null while none runs. */
  get pid(): number | null {
    return this.#child?.process.pid ?? null;
  }

  /** Nothing happens while none runs: what counts then is in `orders`. */
  tell(order: MediaOrder): void {
    this.#child?.control.write(encodeLine(order));
  }

  send(bytes: Uint8Array): void {
    this.#child?.media.write(bytes);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#disposed = true;
    this.#restart?.cancel();
    const child = this.#child;
    if (child === null) return;
    const ended = new Promise<void>((resolve) => {
      this.#ended = resolve;
    });
    child.process.kill('SIGKILL');
    await ended;
  }

  #start(): void {
    this.#restart = null;
    const { program, name, log, clock, orders } = this.#options;
    const path = fileURLToPath(program);
    const child = spawn(process.execPath, [...NODE_OPTIONS, path, ...this.#options.arguments], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    });
    const [, , , control, media] = child.stdio;
    if (!(control instanceof Duplex) || !(media instanceof Duplex)) {
      throw new Fault({ code: 'invariant-broken', message: `${name} has no pipes` });
    }
    const own: Child = { process: child, control, media, lines: [] };
    this.#child = own;
    const started = clock.now();
    // Writes to a process that just died; its exit tells.
    for (const pipe of [control, media]) pipe.on('error', () => undefined);
    const texts = new LineReader();
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      for (const line of texts.push(text)) this.#note(own, line);
    });
    const events = new LineReader();
    control.setEncoding('utf8');
    control.on('data', (text: string) => {
      this.#guard(own, () => {
        for (const line of events.push(text)) this.#hear(own, line);
      });
    });
    media.on('data', (bytes: Buffer) => {
      this.#guard(own, () => this.#child === own && this.#options.media?.(bytes));
    });
    child.once('error', (error) => log.error('a media process does not start', { process: name, error }));
    child.once('close', (code, signal) => {
      if (between(started, clock.now()) > WELL_AFTER) {
        this.#delays = retryDelays(RESTART, this.#options.random);
        this.#failures = 0;
      }
      this.#closed(own, signal ?? code);
    });
    this.#watch(own, FIRST_WORD_LIMIT);
    for (const order of orders()) this.tell(order);
  }

  /** A process that talks nonsense is ended as one that hangs: the agent goes on. */
  #guard(child: Child, work: () => void): void {
    try {
      work();
    } catch (thrown) {
      if (!(thrown instanceof Fault) || thrown.origin === 'ours') throw thrown;
      const { log, name } = this.#options;
      log.warn('a media process cannot be understood and is killed', { code: thrown.code, process: name, thrown });
      child.process.kill('SIGKILL');
    }
  }

  #hear(child: Child, line: string): void {
    if (this.#child !== child || this.#disposed) return;
    this.#watch(child);
    const event = decodeLine<MediaEvent>(line, EVENT_TYPES);
    if (event.type !== 'alive') this.#options.event(event);
  }

  #note(child: Child, line: string): void {
    child.lines.push(line);
    if (child.lines.length > LAST_LINES) child.lines.shift();
    this.#options.log.debug(line, { process: this.#options.name });
  }

  /** The way on from any word of the process. */
  #watch(child: Child, limit: Duration = SILENCE_LIMIT): void {
    this.#silence?.cancel();
    const { clock, log, name } = this.#options;
    this.#silence = clock.timer({
      name: 'media process silence',
      after: limit,
      fire: () => {
        log.warn('a media process hangs and is killed', { code: 'media-failed', process: name });
        child.process.kill('SIGKILL');
      },
    });
  }

  #closed(child: Child, status: string | number | null): void {
    this.#silence?.cancel();
    this.#child = null;
    this.#ended?.();
    if (this.#disposed) return;
    const { clock, log, name, away } = this.#options;
    const after = this.#delays.next().value;
    const say = this.#failures === 0 ? log.warn : log.debug;
    this.#failures++;
    say.call(log, 'a media process ended and is started again', {
      code: 'media-failed',
      process: name,
      status,
      after: Math.round(after),
      lines: child.lines,
    });
    away();
    this.#restart = clock.timer({ name: 'media process restart', after, fire: () => this.#start() });
  }
}
