import { Socket } from 'node:net';
import { faultFrom } from '@seatmatrix/protocol/kernel';
import { decodeLine, encodeLine, LineReader, type MediaEvent, type MediaOrder, ORDER_TYPES } from './media-message.ts';
import { CONTROL_FD, HEARTBEAT, MEDIA_FD } from './media-pipes.ts';
import { openLibrary } from './native/native-library.ts';

const DEATH_SIGNAL = 1;
const KILL = 9;
/** RLIMIT_CORE */
const CORE_SIZE = 4;

/** The inside of a media process: its two pipes to the agent, and its end. */
export interface ChildLife {
  tell(event: MediaEvent): void;
  sendMedia(bytes: Uint8Array): void;
  /** Bytes that the agent has not read yet: who stops reading gets no more pictures. */
  mediaWaiting(): number;
}

/** What a media program does with what the agent says. */
export interface MediaProgram {
  order(order: MediaOrder): void;
  media?(bytes: Uint8Array): void;
}

/**
 * Runs a media program: `main` gets the pipes and answers what to do with orders and media. The process ends with the
 * agent's end of the pipes; the kernel sees to it when this loop hangs in a library just then. A fault that `main`
 * throws is told first.
 */
export async function runMediaProgram(main: (life: ChildLife) => Promise<MediaProgram>): Promise<void> {
  dieWithAgent();
  leaveNoCore();
  const control = new Socket({ fd: CONTROL_FD });
  const media = new Socket({ fd: MEDIA_FD });
  for (const pipe of [control, media]) {
    pipe.on('error', end);
    pipe.on('end', end);
  }
  const life: ChildLife = {
    tell: (event) => void control.write(encodeLine(event)),
    sendMedia: (bytes) => void media.write(bytes),
    mediaWaiting: () => media.writableLength,
  };
  const fail = (thrown: unknown) => {
    const fault = faultFrom(thrown, { code: 'media-failed', message: String(thrown) });
    process.stderr.write(`${fault.stack ?? fault.message}\n`);
    control.write(encodeLine({ type: 'fault', code: fault.code, message: fault.message }), end);
  };
  process.on('uncaughtException', fail);
  try {
    const program = await main(life);
    const lines = new LineReader();
    control.setEncoding('utf8');
    control.on('data', (text: string) => {
      for (const line of lines.push(text)) program.order(decodeLine<MediaOrder>(line, ORDER_TYPES));
    });
    media.on('data', (bytes: Buffer) => program.media?.(bytes));
    life.tell({ type: 'alive' });
    setInterval(() => life.tell({ type: 'alive' }), HEARTBEAT);
  } catch (thrown) {
    fail(thrown);
  }
}

/** SIGKILL instead of an orderly end: threads of libraries that wait for a device or a server would hold that up. */
function end(): void {
  process.kill(process.pid, 'SIGKILL');
}

function dieWithAgent(): void {
  const parent = process.ppid;
  openLibrary('libc.so.6').func('int prctl(int, ulong, ulong, ulong, ulong)')(DEATH_SIGNAL, KILL, 0, 0, 0);
  if (process.ppid !== parent) end();
}

/** A codec that crashes would leave what stood on the screen in a file. */
function leaveNoCore(): void {
  const nothing = new BigUint64Array(2);
  openLibrary('libc.so.6').func('int setrlimit(int, const void*)')(CORE_SIZE, nothing);
}
