import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type GuestRun, guestProgram, runGuest } from './guest-run.ts';
import { kernelPackage } from './kernel-package.ts';

/*
 * The drivers of hardware, on a kernel that has the hardware: one QEMU guest runs every suite of guest/, and each of its
 * tests stands here by its name.
 */

/** Booting, some forty tests of one to three seconds, and a machine that does other things beside. */
const RUN_LIMIT = 280_000;

const missing = whatIsMissing();
if (missing !== null && process.env.CI !== undefined) throw new Error(missing);

describe.skipIf(missing !== null)(missing === null ? 'in a virtual box' : `in a virtual box: ${missing}`, () => {
  const program = missing === null ? guestProgram() : { tests: [], files: [] };
  let run: GuestRun | null = null;

  beforeAll(async () => {
    run = await runGuest(program);
  }, RUN_LIMIT);

  test.each(program.tests)('%s', (name) => {
    const result = run?.results.get(name);
    if (result === undefined) {
      throw new Error(`the guest ended before it, at "${run?.unfinished}"; its console:\n${run?.console.slice(-4000)}`);
    }
    expect(result.error).toBe(null);
  });

  test('Ctrl+Alt+Del reboots the box when no driver keeps its kernel from the keyboard', () => {
    // Or the test above that it does not reboot with the driver would prove nothing.
    expect(run?.rebootedByKeys).toBe(true);
  });
});

/** Null when everything is there. */
function whatIsMissing(): string | null {
  if (process.arch !== 'x64') return 'the guest is an x86 machine and runs the Node of this one';
  const programs = [
    ['/usr/bin/qemu-system-x86_64', 'qemu-system-x86'],
    ['/bin/busybox', 'busybox-static'],
    ['/usr/bin/xz', 'xz-utils'],
    ['/usr/bin/setpriv', 'util-linux'],
  ] as const;
  const absent = programs.filter(([path]) => !existsSync(path)).map(([, name]) => name);
  if (absent.length > 0) return `the Debian packages ${absent.join(', ')} are not installed`;
  try {
    kernelPackage();
    return null;
  } catch (error) {
    return `no kernel: ${error instanceof Error ? error.message : String(error)}`;
  }
}
