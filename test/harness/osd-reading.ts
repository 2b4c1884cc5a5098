import type { Monitor } from '@seatmatrix/hw-sim';
import type { InputNode, MarkNode, Scene, TextNode } from '@seatmatrix/osd';
import { type Hue, hasPixelsOf, hueOf, rgbOf } from './hue.ts';

export interface ReadRow {
  readonly id: string;
  readonly name: string;
  readonly hue: Hue;
  readonly mark: MarkNode['shape'];
}

type Written = TextNode | InputNode;

/** A screen that can be looked at: a simulated monitor, or a canvas in a browser. */
export type Readable = Pick<Monitor, 'mode' | 'pixels'>;

/**
 * Reads the OSD as an eye would: a text counts only when pixels of its colour stand where the scene says it is
 * written.
 */
export class OsdReading {
  readonly #scene: Scene | null;
  readonly #monitor: Readable;

  constructor(options: { readonly scene: Scene | null; readonly monitor: Readable }) {
    this.#scene = options.scene;
    this.#monitor = options.monitor;
  }

  texts(): readonly string[] {
    return this.#written().map((node) => node.text);
  }

  reads(text: string): boolean {
    return this.#find(text) !== undefined;
  }

  hue(text: string): Hue | null {
    const node = this.#find(text);
    return node === undefined ? null : hueOf(rgbOf(node.colour));
  }

  /** What stands in the line that is typed into. */
  input(): string {
    return this.#written().find((node) => node.type === 'input')?.text ?? '';
  }

  /** The rows of the list: a mark, the ID, the name. */
  list(): readonly ReadRow[] {
    const written = this.#written();
    return (this.#scene?.nodes ?? []).flatMap((node, index, nodes): ReadRow[] => {
      const [id, name] = [nodes[index + 1], nodes[index + 2]];
      if (node.type !== 'mark' || id?.type !== 'text' || name?.type !== 'text' || !/^\d{4}$/.test(id.text)) return [];
      if (!written.includes(id)) return [];
      return [{ id: id.text, name: name.text, hue: hueOf(rgbOf(id.colour)), mark: node.shape }];
    });
  }

  #find(text: string): Written | undefined {
    return this.#written().find((node) => node.text.includes(text));
  }

  #written(): readonly Written[] {
    return (this.#scene?.nodes ?? []).filter(
      (node): node is Written =>
        (node.type === 'text' || node.type === 'input') && node.text.trim() !== '' && this.#isPainted(node),
    );
  }

  #isPainted({ box, colour }: Written): boolean {
    const { width, height } = this.#monitor.mode;
    const x = Math.max(0, Math.floor(box.x));
    const y = Math.max(0, Math.floor(box.y));
    const area = {
      x,
      y,
      width: Math.min(width - x, Math.ceil(box.width)),
      height: Math.min(height - y, Math.ceil(box.height)),
    };
    return area.width > 0 && area.height > 0 && hasPixelsOf(this.#monitor.pixels(area), rgbOf(colour));
  }
}
