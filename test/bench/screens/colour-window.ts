import type { X11Connection } from '../../../firmware-agent/src/drivers/x11/x11-connection.ts';
import type { Area, Colour } from './screen-eye.ts';

const INPUT_OUTPUT = 1;

/** A window of one colour on the computer's screen, above all others. */
export class ColourWindow {
  readonly #connection: X11Connection;
  readonly #window: number;

  constructor(connection: X11Connection, { area, colour }: { readonly area: Area; readonly colour: Colour }) {
    const { client, screen } = connection;
    this.#connection = connection;
    this.#window = client.AllocID();
    const { x, y, width, height } = area;
    const values = { backgroundPixel: colour, overrideRedirect: true };
    client.CreateWindow(this.#window, screen.root, x, y, width, height, 0, 0, INPUT_OUTPUT, 0, values);
    client.MapWindow(this.#window);
  }

  /** Returns the time (of `performance.now`) at which it was asked for. */
  paint(colour: Colour): number {
    const { client } = this.#connection;
    const asked = performance.now();
    client.ChangeWindowAttributes(this.#window, { backgroundPixel: colour });
    client.ClearArea(this.#window, 0, 0, 0, 0, 0);
    return asked;
  }

  raise(): void {
    this.#connection.client.RaiseWindow(this.#window);
  }

  close(): void {
    this.#connection.client.DestroyWindow(this.#window);
  }
}
