import { Fault } from '@seatmatrix/protocol/kernel';
import { type ChildLife, type MediaProgram, runMediaProgram } from './child-life.ts';

/** The arguments: the display's name, and `ximagesrc` where that is wanted in any case. */
const [displayName = '', grabber = ''] = process.argv.slice(2);

// Imported late, so that a library that is not installed is told instead of ending the process.
await runMediaProgram(async (life) => {
  if (grabber === 'ximagesrc') return openFallback(life, 'it was asked for');
  try {
    const { ScreenCapture } = await import('./screen-capture.ts');
    const capture = new ScreenCapture(life, displayName);
    await capture.warm();
    return capture;
  } catch (thrown) {
    if (!(thrown instanceof Fault) || thrown.code !== 'driver-unavailable') throw thrown;
    return openFallback(life, thrown.message);
  }
});

async function openFallback(life: ChildLife, reason: string): Promise<MediaProgram> {
  const { XimagesrcCapture } = await import('./ximagesrc-capture.ts');
  const capture = new XimagesrcCapture(life, { display: displayName, reason });
  await capture.warm();
  return capture;
}
