import { expect } from 'vitest';
import {
  HEAD_GROUP,
  inView,
  type Metrics,
  metricsFor,
  type View,
} from '../../../manager-server/web/src/pages/matrix/matrix-geometry.ts';
import { eventually } from '../eventually.ts';
import type { SitePage } from './page-site.ts';

interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** A person's hand on the matrix: the page has no element for a crosspoint, only the place where it is painted. */
export class MatrixHand {
  readonly #person: SitePage;
  readonly #size: Size;

  constructor(person: SitePage, size: Size) {
    this.#person = person;
    this.#size = size;
  }

  get grid() {
    return this.#person.page.getByRole('grid');
  }

  /** Moves the cursor by typing IDs, as a person who knows them does. */
  async goTo(receiver: string, transmitter: string): Promise<void> {
    const { page } = this.#person;
    await this.grid.focus();
    for (const id of [receiver, transmitter]) {
      await page.keyboard.type(id);
      await page.keyboard.press('Escape');
    }
    await this.reads(receiver, transmitter);
  }

  /** Waits until what is read aloud of the cursor has all of this. */
  async reads(...texts: readonly string[]): Promise<void> {
    let seen = '';
    await eventually(
      `the cursor reads ${texts.join(', ')}`,
      async () => {
        seen = (await this.#person.page.locator('#crosspoint-cell').textContent()) ?? '';
        return texts.every((text) => seen.includes(text));
      },
      { seen: () => `It reads ${seen}` },
    );
  }

  async click(row: number, column: number): Promise<void> {
    const { x, y } = await this.#middle(row, column);
    await this.#person.page.mouse.click(x, y);
  }

  async hover(row: number, column: number): Promise<void> {
    const { x, y } = await this.#middle(row, column);
    await this.#person.page.mouse.move(x, y);
  }

  /** From one place to another; −1 is the head or the names. */
  async drag(
    from: readonly [number, number],
    to: readonly [number, number],
    during?: () => Promise<void>,
  ): Promise<void> {
    const { mouse } = this.#person.page;
    const [start, end] = [await this.#middle(...from), await this.#middle(...to)];
    await mouse.move(start.x, start.y);
    await mouse.down();
    await mouse.move(end.x, end.y, { steps: 6 });
    await during?.();
    await mouse.up();
  }

  /** Whether a source's head has a picture in it, and not its dark ground. */
  async hasPicture(column: number): Promise<boolean> {
    const { metrics } = await this.#window();
    const [x, y] = [metrics.names + (column + 0.5) * metrics.cellWidth, HEAD_GROUP + 14];
    const pixel = await this.#person.page.evaluate<number[]>(
      `(() => {
        const context = new OffscreenCanvas(1, 1).getContext('2d');
        const scale = devicePixelRatio;
        context.drawImage(document.querySelector('.matrix canvas'), ${x} * scale, ${y} * scale, 1, 1, 0, 0, 1, 1);
        return [...context.getImageData(0, 0, 1, 1).data];
      })()`,
    );
    const ground = [0x0d, 0x14, 0x1e];
    return ground.some((part, index) => Math.abs(part - (pixel[index] ?? 0)) > 8);
  }

  async #middle(row: number, column: number): Promise<{ readonly x: number; readonly y: number }> {
    const { view, metrics, left, top } = await this.#window();
    const shown = inView(view, this.#size, metrics);
    expect(row).toBeLessThan(shown.rows[1]);
    expect(column).toBeLessThan(shown.columns[1]);
    const { names, head, cellWidth, cellHeight } = metrics;
    return {
      x: left + (column < 0 ? names / 2 : names + (column + 0.5) * cellWidth - view.left),
      y: top + (row < 0 ? head / 2 : head + (row + 0.5) * cellHeight - view.top),
    };
  }

  async #window(): Promise<{
    readonly view: View;
    readonly metrics: Metrics;
    readonly left: number;
    readonly top: number;
  }> {
    const read = await this.#person.page.evaluate<
      View & { readonly x: number; readonly y: number; readonly dense: boolean }
    >(
      `(() => {
        const frame = document.querySelector('.matrix');
        const { x, y } = frame.getBoundingClientRect();
        const dense = localStorage.getItem('matrix-density') === 'dense';
        return { x, y, dense, left: frame.scrollLeft, top: frame.scrollTop, width: frame.clientWidth, height: frame.clientHeight };
      })()`,
    );
    return {
      view: read,
      left: read.x,
      top: read.y,
      metrics: metricsFor(read.dense ? 'dense' : 'pictures', read, this.#size),
    };
  }
}
