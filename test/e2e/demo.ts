import { demoAdministrator } from '../../hw-sim/src/demo/demo-site.ts';
import { freePort } from './free-port.ts';
import { NpmProgram } from './npm-program.ts';
import { SiteClient } from './site-client.ts';

export interface DemoPlace {
  readonly port: number;
  readonly boxPort: number;
  readonly data: string;
}

export async function demoPlace(data: string): Promise<DemoPlace> {
  return { port: await freePort(), boxPort: await freePort(), data };
}

/** `npm start`, as the README says it, and what it needs to run beside others. */
export const startDemo = ({ port, boxPort, data }: DemoPlace, more: readonly string[] = []): NpmProgram =>
  new NpmProgram({
    script: 'start',
    argv: ['--port', String(port), '--box-port', String(boxPort), '--data', data, ...more],
  });

/** Resolves with the pages' address when the terminal shows it. */
export async function demoRuns(program: NpmProgram): Promise<string> {
  const [, pages = ''] = await program.says(/Seatmatrix demonstration: (\S+)/);
  return pages;
}

/** Signed in as the demonstration's administrator. */
export async function demoClient(pages: string): Promise<SiteClient> {
  const client = new SiteClient({ base: pages, fingerprint: null });
  await client.signIn('/api/session', demoAdministrator);
  return client;
}
