import { parseSoundDevice } from '../drivers/gstreamer/sound-parts.ts';
import { runMediaProgram } from './child-life.ts';

/** The argument: the device. */
const url = process.argv[2] ?? '';

await runMediaProgram(async (life) => {
  const { SoundPlayer } = await import('./sound-player.ts');
  const player = new SoundPlayer(parseSoundDevice(url));
  life.tell({ type: 'engine', engine: url });
  return player;
});
