import { Fault, type FaultCode } from '../kernel/index.ts';
import { CloseCode, type Closed } from './transport.ts';

/** How a connection ends over what was thrown while one of its frames was handled. */
export function closeOf(thrown: unknown): Closed {
  const code = thrown instanceof Fault ? closeCodes.get(thrown.code) : undefined;
  if (code === undefined || !(thrown instanceof Fault)) return { code: CloseCode.internal, reason: 'internal' };
  return { code, reason: thrown.message };
}

/** What the other side's close says went wrong. */
export function faultOf({ code, reason }: Closed): Fault {
  const context = { close: code };
  for (const [fault, said] of closeCodes) {
    if (said === code) return new Fault({ code: fault, message: reason || fault, context });
  }
  const orderly = ORDERLY.includes(code);
  return new Fault({
    code: orderly ? 'link-closed' : 'link-lost',
    message: reason || (orderly ? 'closed by the other side' : 'the connection broke'),
    context,
  });
}

/** Faults that are told to the other side; of two with one close code, the first is what the code means. */
const closeCodes: ReadonlyMap<FaultCode, CloseCode> = new Map([
  ['frame-malformed', CloseCode.malformed],
  ['frame-oversized', CloseCode.oversized],
  ['frame-unknown', CloseCode.unknown],
  ['version-unsupported', CloseCode.versionUnsupported],
  ['hello-expected', CloseCode.helloExpected],
  ['peer-unauthorised', CloseCode.unauthorised],
  ['ticket-refused', CloseCode.unauthorised],
  ['overloaded', CloseCode.overloaded],
]);

const ORDERLY: readonly number[] = [
  CloseCode.normal,
  CloseCode.goingAway,
  CloseCode.adopted,
  CloseCode.replaced,
  CloseCode.slow,
];
