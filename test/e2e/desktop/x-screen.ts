import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Usage, Usages } from '@seatmatrix/protocol/domain';
import { Fault, silentLog } from '@seatmatrix/protocol/kernel';
import { evdevKeymap } from '../../../firmware-agent/src/drivers/x11/keymap.ts';
import { startXvfb, type Xvfb } from '../../../firmware-agent/src/drivers/x11/testing/xvfb.ts';
import { managerIsThere } from '../../../firmware-agent/src/drivers/x11/window-manager.ts';
import { openX11Connection, type X11Connection } from '../../../firmware-agent/src/drivers/x11/x11-connection.ts';
import { keyFor } from '../../../hw-sim/src/physical/us-layout.ts';
import type { Pixels } from '../../harness/screenshot.ts';
import { plainEnvironment, root } from '../npm-program.ts';
import { png } from './png.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** An X server as a screen and a keyboard with somebody before it: programs run on it, keys are pressed, pixels are looked at. */
export class XScreen implements AsyncDisposable {
  readonly #xvfb: Xvfb;
  readonly #connection: X11Connection;
  readonly #fake: (type: number, detail: number) => void;
  readonly #programs = new Set<ChildProcess>();
  #size: Size;
  #modes = 0;

  private constructor(given: {
    readonly xvfb: Xvfb;
    readonly connection: X11Connection;
    readonly fake: (type: number, detail: number) => void;
  }) {
    this.#xvfb = given.xvfb;
    this.#connection = given.connection;
    this.#fake = given.fake;
    this.#size = given.connection.screen;
  }

  static async open(size: Size): Promise<XScreen> {
    const xvfb = await startXvfb(size);
    const connection = await openX11Connection(xvfb.display, silentLog);
    const xtest = await connection.extension('xtest');
    if (xtest === null) throw new Fault({ code: 'driver-unavailable', message: 'this X server has no XTEST' });
    return new XScreen({ xvfb, connection, fake: (type, detail) => xtest.FakeInput(type, detail, 0, 0, 0, 0) });
  }

  /** Such as `:3`. */
  get display(): string {
    return this.#xvfb.display;
  }

  run(program: string, argv: readonly string[], folder: string): ChildProcess {
    const child = spawn(program, argv, {
      cwd: folder,
      stdio: 'ignore',
      env: { ...plainEnvironment(), DISPLAY: this.display },
    });
    this.#programs.add(child);
    child.once('exit', () => this.#programs.delete(child));
    return child;
  }

  /** Whether a window manager gives new windows the focus. */
  managed(): Promise<boolean> {
    return managerIsThere(this.#connection);
  }

  async holdKey(key: Usage): Promise<void> {
    this.#fake(KEY_PRESS, keycodeOf(key));
    await this.#connection.sync();
  }

  async letKeyGo(key: Usage): Promise<void> {
    this.#fake(KEY_RELEASE, keycodeOf(key));
    await this.#connection.sync();
  }

  /** One after the other, each down and up. */
  async press(...keys: readonly Usage[]): Promise<void> {
    for (const key of keys) {
      await this.holdKey(key);
      await this.letKeyGo(key);
    }
  }

  /** What an American keyboard can write. */
  async type(text: string): Promise<void> {
    for (const character of text) {
      const { key, shift } = keyOf(character);
      if (shift) await this.holdKey(Usages.LeftShift);
      await this.press(key);
      if (shift) await this.letKeyGo(Usages.LeftShift);
    }
  }

  /** Every key that the server takes for pressed. */
  async keysDown(): Promise<readonly Usage[]> {
    const bits = await this.#connection.ask<Buffer>((reply) => this.#connection.client.QueryKeymap(reply));
    const down: Usage[] = [];
    for (let keycode = 8; keycode < 256; keycode++) {
      const key = ((bits[keycode >> 3] ?? 0) & (1 << (keycode & 7))) === 0 ? null : evdevKeymap.usageOf(keycode);
      if (key !== null) down.push(key);
    }
    return down;
  }

  /** The whole screen, as it is shown. */
  async pixels(): Promise<Pixels> {
    const { client, screen } = this.#connection;
    const { width, height } = this.#size;
    const { data } = await this.#connection.ask<{ readonly data: Buffer }>((reply) =>
      client.GetImage(Z_PIXMAP, screen.root, 0, 0, width, height, 0xffffffff, reply),
    );
    for (let at = 0; at < data.length; at += 4) {
      const blue = data[at] ?? 0;
      data[at] = data[at + 2] ?? 0;
      data[at + 2] = blue;
      data[at + 3] = 255;
    }
    return { width, height, data };
  }

  /** Where a person finds what was to be seen. */
  async keep(name: string): Promise<string> {
    mkdirSync(ARTEFACTS, { recursive: true });
    const path = join(ARTEFACTS, `${name}.png`);
    writeFileSync(path, png(await this.pixels()));
    return path;
  }

  /** As `xrandr --newmode`, `--addmode` and `--mode` do. */
  async resize(size: Size): Promise<void> {
    const { screen } = this.#connection;
    const randr = await this.#connection.extension('randr');
    if (randr === null) throw new Fault({ code: 'driver-unavailable', message: 'this X server has no RandR' });
    const { outputs, crtcs } = await this.#connection.ask<Resources>((reply) =>
      randr.GetScreenResources(screen.root, reply),
    );
    // The server keeps modes by their names, and has one for the size that it began with.
    const name = `test ${++this.#modes}`;
    const mode = await this.#connection.ask<number>((reply) => randr.CreateMode(screen.root, { ...size, name }, reply));
    randr.AddOutputMode(outputs[0] ?? 0, mode);
    // The screen has to hold the old mode and the new one.
    const [width, height] = [Math.max(this.#size.width, size.width), Math.max(this.#size.height, size.height)];
    randr.SetScreenSize(screen.root, width, height, 270, 160);
    await this.#connection.ask<unknown>((reply) =>
      randr.SetCrtcConfig(crtcs[0] ?? 0, 0, 0, 0, 0, mode, 1, outputs, reply),
    );
    randr.SetScreenSize(screen.root, size.width, size.height, 270, 160);
    await this.#connection.sync();
    this.#size = size;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#programs].map(end));
    await this.#connection[Symbol.asyncDispose]();
    await this.#xvfb[Symbol.asyncDispose]();
  }
}

interface Resources {
  readonly outputs: readonly number[];
  readonly crtcs: readonly number[];
}

const ARTEFACTS = join(root, 'test-artifacts', 'e2e');

const KEY_PRESS = 2;
const KEY_RELEASE = 3;
const Z_PIXMAP = 2;

async function end(program: ChildProcess): Promise<void> {
  const ended = once(program, 'exit');
  program.kill('SIGKILL');
  await ended;
}

function keycodeOf(key: Usage): number {
  const keycode = evdevKeymap.keycodeOf(key);
  if (keycode === null) throw new Fault({ code: 'invariant-broken', message: `X has no key ${key}` });
  return keycode;
}

function keyOf(character: string): { readonly key: Usage; readonly shift: boolean } {
  const found = keyFor(character);
  if (found === null) throw new Fault({ code: 'invariant-broken', message: `no key writes ${character}` });
  return found;
}
