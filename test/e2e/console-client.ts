import type { Scene } from '@seatmatrix/osd';
import { type AccessUnit, encodeBootKeyboard, type Usage, Usages, usage } from '@seatmatrix/protocol/domain';
import { decodeConsoleOutput, encodeConsoleInput } from '@seatmatrix/protocol/wire';
import { WebSocket } from 'ws';
import { eventually } from './eventually.ts';
import { computerIn, picturePixels } from './picture-pixels.ts';
import type { SiteClient } from './site-client.ts';

/** A desk that is used by its console's WebSocket: what the page does, without a browser. */
export class ConsoleClient implements Disposable {
  readonly #socket: WebSocket;
  role: 'control' | 'watch' | null = null;
  #scene: Scene | null = null;
  #unit: AccessUnit | null = null;
  #closed: string | null = null;

  /** The keys that these letters stand on. */
  static keys(text: string): readonly Usage[] {
    return [...text].map(usageOf);
  }

  constructor(site: SiteClient, receiver: string) {
    this.#socket = openConsoleSocket({ base: site.base, receiver, cookie: site.cookie, origin: site.base });
    this.#socket.on('message', (bytes: Buffer) => this.#take(bytes));
    this.#socket.on('close', (code, reason) => {
      this.#closed = `${code} ${reason.toString()}`;
    });
    this.#socket.on('error', (error) => {
      this.#closed = error.message;
    });
  }

  /** The OSD's texts, from top to bottom as they are painted. */
  texts(): readonly string[] {
    return (this.#scene?.nodes ?? []).flatMap((node) => (node.type === 'text' ? [node.text] : []));
  }

  reads(text: string): Promise<true> {
    return eventually(`the OSD says ${text}`, () => this.texts().some((each) => each.includes(text)), {
      seen: () => `It says ${JSON.stringify(this.texts())}; ${this.#closed ?? 'open'}`,
    });
  }

  /** Small letters, digits, tabulators, backspaces and line ends; each key goes down and up. */
  type(text: string): void {
    for (const key of ConsoleClient.keys(text)) this.press(key);
  }

  press(...keys: readonly Usage[]): void {
    this.hold(...keys);
    this.hold();
  }

  /** From now on these keys are down and no others. */
  hold(...keys: readonly Usage[]): void {
    this.#socket.send(encodeConsoleInput({ type: 'keyboard', report: encodeBootKeyboard(keys) }));
  }

  /** Whose picture is shown, by the codes in it. */
  async computer(): Promise<number | null> {
    return this.#unit === null ? null : computerIn(await picturePixels(this.#unit.bytes));
  }

  get closed(): string | null {
    return this.#closed;
  }

  [Symbol.dispose](): void {
    this.#socket.terminate();
  }

  #take(bytes: Buffer): void {
    const output = decodeConsoleOutput(bytes);
    if (output.type === 'role') this.role = output.role;
    if (output.type === 'scene') this.#scene = output.scene === null ? null : (JSON.parse(output.scene) as Scene);
    if (output.type === 'unit') this.#unit = output.unit;
    if (output.type === 'no-picture') this.#unit = null;
  }
}

/** Null stands for what a program leaves out. */
export function openConsoleSocket({
  base,
  receiver,
  cookie,
  origin,
}: {
  readonly base: string;
  readonly receiver: string;
  readonly cookie: string | null;
  readonly origin: string | null;
}): WebSocket {
  return new WebSocket(`${base.replace(/^http/, 'ws')}/console/socket/${receiver}`, {
    // Its certificate was compared by its fingerprint when the client signed in.
    rejectUnauthorized: false,
    headers: cookie === null ? {} : { cookie },
    ...(origin === null ? {} : { origin }),
  });
}

function usageOf(letter: string): Usage {
  if (letter === '\n') return Usages.Enter;
  if (letter === '\b') return Usages.Backspace;
  if (letter === '\t') return Usages.Tab;
  if (letter === ' ') return Usages.Space;
  if (letter === '0') return Usages.Digit0;
  if (/[1-9]/.test(letter)) return usage(0x1d + Number(letter));
  return usage(0x04 + letter.charCodeAt(0) - 'a'.charCodeAt(0));
}
