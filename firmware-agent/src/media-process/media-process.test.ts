import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { CaptureState } from '@seatmatrix/protocol/domain';
import { type Log, type LogFields, silentLog, systemClock } from '@seatmatrix/protocol/kernel';
import { describe, expect, test } from 'vitest';
import { eventually, startXvfb, xvfbIsInstalled } from '../drivers/x11/testing/xvfb.ts';
import { MediaProcess } from './media-process.ts';
import { VideoCaptureProcess } from './video-capture-process.ts';

const program = new URL('./x11-capture-program.ts', import.meta.url);

describe.skipIf(!xvfbIsInstalled)('a media process', () => {
  test('that is killed is started again, and the stream goes on with a key', async () => {
    await using xvfb = await startXvfb({ width: 640, height: 360 });
    const { log, warnings } = recordingLog();
    await using capture = await openCapture(xvfb.display, log);
    const states: CaptureState['type'][] = [];
    const keys: boolean[] = [];
    capture.listen((event) => {
      if (event.type === 'state') states.push(event.state.type);
      if (event.type === 'unit') keys.push(event.unit.key);
    });
    capture.start();
    await eventually(() => expect(keys).toHaveLength(1));
    const first = capture.pid;
    process.kill(first ?? 0, 'SIGKILL');
    await eventually(() => expect(states).toEqual(['signal', 'no-signal', 'signal']));
    await eventually(() => expect(keys.length).toBeGreaterThan(1));

    expect(keys[1]).toBe(true);
    expect(capture.pid).not.toBe(first);
    expect(warnings[0]).toMatchObject({ code: 'media-failed', status: 'SIGKILL' });
  });

  test('that hangs is killed', { timeout: 40_000 }, async () => {
    await using xvfb = await startXvfb({ width: 640, height: 360 });
    const { log, warnings } = recordingLog();
    await using capture = await openCapture(xvfb.display, log);
    const first = capture.pid;
    process.kill(first ?? 0, 'SIGSTOP');
    const deadline = performance.now() + 30_000;
    while (capture.pid === first && performance.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 50));

    expect(capture.pid).not.toBe(first);
    expect(warnings[0]).toMatchObject({ code: 'media-failed' });
  });

  test('ends with the agent, also when that is killed', async () => {
    await using xvfb = await startXvfb({ width: 640, height: 360 });
    const agent = spawn(
      process.execPath,
      ['--no-warnings', fileURLToPath(new URL('./testing/capture-holder.ts', import.meta.url)), xvfb.display],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let child = 0;
    for await (const line of createInterface(agent.stdout)) {
      child = Number(line);
      break;
    }
    expect(isAlive(child)).toBe(true);
    agent.kill('SIGKILL');
    await eventually(() => expect(isAlive(child)).toBe(false));
  });

  test('that crashes leaves no core with pictures in it', async () => {
    await using xvfb = await startXvfb({ width: 640, height: 360 });
    await using capture = await openCapture(xvfb.display, silentLog);
    const limits = await readFile(`/proc/${capture.pid}/limits`, 'utf8');
    expect(limits).toMatch(/^Max core file size +0 +0 /m);
  });

  test('that talks nonsense is killed, and the agent goes on', async () => {
    const { log, warnings } = recordingLog();
    let away = 0;
    await using _child = new MediaProcess({
      program: new URL('./testing/babbling-program.ts', import.meta.url),
      arguments: [],
      name: 'babble',
      clock: systemClock,
      log,
      random: () => 1,
      orders: () => [],
      event: () => undefined,
      away: () => away++,
    });
    await eventually(() => expect(away).toBeGreaterThan(0));
    expect(warnings[0]).toMatchObject({ code: 'media-failed', process: 'babble' });
  });

  test('says in one line what it cannot do', async () => {
    await expect(openCapture(':29', silentLog)).rejects.toMatchObject({
      code: 'device-absent',
      message: expect.stringMatching(/^no X server answers at :29; /),
    });
  });
});

const openCapture = (display: string, log: Log): Promise<VideoCaptureProcess> =>
  VideoCaptureProcess.open({
    program,
    arguments: [display],
    name: 'capture',
    clock: systemClock,
    log,
    random: () => 0.5,
  });

function recordingLog(): { readonly log: Log; readonly warnings: LogFields[] } {
  const warnings: LogFields[] = [];
  return { warnings, log: { ...silentLog, warn: (_, fields) => void warnings.push(fields ?? {}) } };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
