import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Another process that has opened a driver (agent-process.ts). Disposing kills it if it is still there. */
export interface OtherAgent extends AsyncDisposable {
  readonly pid: number;
  /** Resolves with its exit code, null when the signal ended it. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
}

export async function startAgent(driver: 'hidraw' | 'hidg'): Promise<OtherAgent> {
  const program = fileURLToPath(new URL('./agent-process.ts', import.meta.url));
  const agent = spawn(process.execPath, [program, driver], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(agent, 'exit');
  await Promise.race([once(agent.stdout, 'data'), exited]);
  const end = (signal: 'SIGTERM' | 'SIGKILL') => endProcess(agent, { exited, signal });
  return {
    pid: agent.pid ?? 0,
    end,
    async [Symbol.asyncDispose]() {
      await end('SIGKILL');
    },
  };
}

async function endProcess(
  agent: ChildProcess,
  { exited, signal }: { readonly exited: Promise<unknown[]>; readonly signal: 'SIGTERM' | 'SIGKILL' },
): Promise<number | null> {
  agent.kill(signal);
  await exited;
  return agent.exitCode;
}
