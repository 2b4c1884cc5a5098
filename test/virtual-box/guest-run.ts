import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { initramfs } from './initramfs.ts';
import { kernelPackage } from './kernel-package.ts';
import { VirtualMachine } from './virtual-machine.ts';

const TREE = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const GUEST = fileURLToPath(new URL('./guest/', import.meta.url));

export interface GuestProgram {
  readonly tests: readonly string[];
  /** Absolute paths. */
  readonly files: readonly string[];
}

/** Which tests the guest has and what it loads, by starting its program here. */
export function guestProgram(): GuestProgram {
  const { stdout, stderr } = spawnSync(process.execPath, [join(GUEST, 'main.ts'), '--list'], {
    encoding: 'utf8',
    // The runner's own settings are not for the guest's program.
    env: { PATH: process.env.PATH },
  });
  if (!stdout.startsWith('{')) throw new Error(`the guest's program does not start: ${stderr}`);
  const listed: GuestProgram = JSON.parse(stdout);
  // What registers the hooks is loaded before they tell of anything.
  const own = readdirSync(GUEST)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(GUEST, name));
  const loaded = listed.files.map((url) => fileURLToPath(url));
  return { tests: listed.tests, files: [...new Set([...loaded, ...own, ...nativeParts(loaded)])] };
}

/** Node loads native modules without telling its hooks. */
function nativeParts(files: readonly string[]): readonly string[] {
  return files
    .filter((file) => file.endsWith('/node-hid/nodehid.js'))
    .map((file) => join(dirname(file), `prebuilds/HID_hidraw-linux-${process.arch}/node-napi-v4.node`));
}

export interface GuestResult {
  readonly error: string | null;
  readonly milliseconds: number;
}

export interface GuestRun {
  readonly results: ReadonlyMap<string, GuestResult>;
  /** What was being done when the guest ended, if it ended in the middle. */
  readonly unfinished: string | null;
  /** Whether Ctrl+Alt+Del rebooted it when no driver ran any more. */
  readonly rebootedByKeys: boolean;
  /** What the kernel and the program printed. */
  readonly console: string;
}

type GuestMessage =
  | { readonly type: 'begun'; readonly name: string }
  | ({ readonly type: 'ended'; readonly name: string } & GuestResult)
  | { readonly type: 'ask'; readonly execute: string; readonly options: object }
  | { readonly type: 'last-keys' }
  | { readonly type: 'survived' };

/** Boots the guest, runs all of its tests and ends it. */
export async function runGuest({ files }: GuestProgram): Promise<GuestRun> {
  const { image, modules } = kernelPackage();
  const archive = initramfs({ tree: TREE, files, modules });
  const run = await runMachine(image, archive);
  // An emulated processor now and then ends Node with a segmentation fault at its start; a fault of ours does so twice.
  return run.unfinished === 'booting' ? await runMachine(image, archive) : run;
}

async function runMachine(kernel: string, archive: Uint8Array): Promise<GuestRun> {
  const results = new Map<string, GuestResult>();
  let unfinished: string | null = 'booting';
  let rebootedByKeys = false;
  await using machine = await VirtualMachine.start({
    kernel,
    initramfs: archive,
    heard: (line) => {
      const message: GuestMessage = JSON.parse(line);
      if (message.type === 'begun') unfinished = message.name;
      else if (message.type === 'ended') {
        results.set(message.name, message);
        unfinished = null;
      } else if (message.type === 'last-keys') rebootedByKeys = true;
      else if (message.type === 'survived') rebootedByKeys = false;
      else {
        machine.command(message.execute, message.options).then(
          () => machine.say(JSON.stringify({ error: null })),
          (error) => machine.say(JSON.stringify({ error: String(error) })),
        );
      }
    },
  });
  await machine.ended;
  return { results, unfinished, rebootedByKeys, console: machine.console() };
}
