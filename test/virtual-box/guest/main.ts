import { setTimeout as wait } from 'node:timers/promises';
import { loaded } from './hooks.ts';
import { hostPort } from './host.ts';
import { QEMU_KEYBOARD, qemuKeyboards, typeKeys } from './qemu-keyboard.ts';
import { type CollectedTest, collected } from './test-collector.ts';
import { until } from './until.ts';

/*
 * node main.ts --list   on any machine: prints which tests there are and which files they load
 * node main.ts          in the guest: runs them and tells the host of each
 */

/** One test of the guest, which emulates its processor: ten times what it takes on hardware. */
const TEST_LIMIT = 30_000;

await import('./suites.ts');
if (process.argv.includes('--list')) {
  // Loads what the driver loads when it first opens a device.
  const { getHidapiVersion, setDriverType } = await import('node-hid');
  setDriverType('hidraw');
  getHidapiVersion();
  const files = [...loaded].filter((url) => url.startsWith('file:'));
  console.log(JSON.stringify({ tests: collected.map(({ name }) => name), files }));
} else {
  await runAll();
}
process.exit(0);

async function runAll(): Promise<void> {
  for (const { name, run } of collected) {
    hostPort.tell({ type: 'begun', name });
    const started = performance.now();
    const error = await failureOf(run);
    hostPort.tell({ type: 'ended', name, error, milliseconds: Math.round(performance.now() - started) });
  }
  await rebootByKeys();
}

/** Without a driver the kernel acts on the keyboard: the machine ends here, or the tests that it does not prove nothing. */
async function rebootByKeys(): Promise<void> {
  await hostPort.ask('device_add', QEMU_KEYBOARD);
  await until(() => qemuKeyboards().includes('0'));
  hostPort.tell({ type: 'last-keys' });
  for (let again = 0; again < 10; again++) await typeKeys(['ctrl', 'alt', 'delete']);
  hostPort.tell({ type: 'survived' });
}

async function failureOf(run: CollectedTest['run']): Promise<string | null> {
  const limit = new AbortController();
  try {
    await Promise.race([
      run({ skip: unexpectedSkip }),
      wait(TEST_LIMIT, undefined, { signal: limit.signal }).then(() => {
        throw new Error(`not done within ${TEST_LIMIT} ms`);
      }),
    ]);
    return null;
  } catch (error) {
    return tell(error);
  } finally {
    limit.abort();
  }
}

function tell(error: unknown): string {
  if (error instanceof SuppressedError) return `${tell(error.suppressed)}\nand in tidying up: ${tell(error.error)}`;
  return error instanceof Error ? `${error.message}\n${error.stack}` : String(error);
}

/** The guest has everything: a test that does not find it has found a fault. */
function unexpectedSkip(reason: string): never {
  throw new Error(`skipped: ${reason}`);
}
