import { silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import { VideoCaptureProcess } from '../video-capture-process.ts';

/** An agent with nothing but a capture, to be killed: writes its media process's number. */
const capture = await VideoCaptureProcess.open({
  program: new URL('../x11-capture-program.ts', import.meta.url),
  arguments: [process.argv[2] ?? ''],
  name: 'capture',
  clock: systemClock,
  log: silentLog,
  random: Math.random,
});
process.stdout.write(`${capture.pid}\n`);
