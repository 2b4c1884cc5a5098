import { npm } from './npm.ts';

export type Vulnerabilities =
  | { readonly type: 'known'; readonly high: number; readonly critical: number; readonly packages: readonly string[] }
  /** The registry answers no such question: a mirror, or no network. */
  | { readonly type: 'unknown'; readonly why: string };

interface AuditAnswer {
  readonly message?: string;
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string }>>;
}

/** What is known against the packages of the lock file, those of the development among them. */
export function knownVulnerabilities(): Vulnerabilities {
  const { stdout, stderr } = npm(['audit', '--json', '--package-lock-only']);
  return readAudit(stdout, stderr);
}

export function readAudit(stdout: string, stderr: string): Vulnerabilities {
  const answer = parsed(stdout);
  if (answer?.vulnerabilities === undefined) {
    // Without the address: which mirror a machine uses is nobody's business.
    const why = (answer?.message ?? stderr.split('\n')[0] ?? '').replace(/ - (GET|POST) .*| request to .*/, '');
    return { type: 'unknown', why: why === '' ? 'no answer' : why };
  }
  const found = Object.entries(answer.vulnerabilities);
  const of = (severity: string) => found.filter(([, each]) => each.severity === severity).map(([name]) => name);
  const [high, critical] = [of('high'), of('critical')];
  return { type: 'known', high: high.length, critical: critical.length, packages: [...critical, ...high] };
}

function parsed(text: string): AuditAnswer | null {
  try {
    return JSON.parse(text) as AuditAnswer;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
