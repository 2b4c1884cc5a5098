import { runMediaProgram } from './child-life.ts';

/** The arguments: the display's name, and the window's number. */
const [display = '', window = '0'] = process.argv.slice(2);

// Imported late, so that a library that is not installed is told instead of ending the process.
await runMediaProgram(async (life) => {
  const { WindowDisplay } = await import('./window-display.ts');
  return new WindowDisplay(life, { display, window: Number(window) });
});
