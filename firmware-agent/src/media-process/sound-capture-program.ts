import { parseSoundDevice } from '../drivers/gstreamer/sound-parts.ts';
import { runMediaProgram } from './child-life.ts';

/** The argument: the device. */
const url = process.argv[2] ?? '';

await runMediaProgram(async (life) => {
  const { SoundRecorder } = await import('./sound-recorder.ts');
  const recorder = new SoundRecorder(life, parseSoundDevice(url));
  life.tell({ type: 'engine', engine: url });
  return recorder;
});
