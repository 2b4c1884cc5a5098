import { it } from 'vitest';
import { type Lab, openLab } from './lab.ts';

/**
 * A test on a whole site in virtual time. Whatever it did, when its programs have stopped every key and button is up at
 * every computer.
 */
export function scenario(name: string, play: (lab: Lab) => Promise<void>): void {
  it(name, async () => {
    const lab = await openLab();
    try {
      await play(lab);
      await lab.lettingGo();
    } finally {
      await lab.close();
    }
    lab.expectAllUp();
    lab.expectNoAlarm();
  });
}
