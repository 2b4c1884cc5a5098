import { Fault } from '../kernel/index.ts';
import { CloseCode, type Closed } from './transport.ts';

/** How a connection ends over what was thrown while one of its frames was handled. */
export function closeOf(thrown: unknown): Closed {
  if (!(thrown instanceof Fault)) return { code: CloseCode.internal, reason: 'internal' };
  switch (thrown.code) {
    case 'frame-malformed':
      return { code: CloseCode.malformed, reason: thrown.message };
    case 'frame-oversized':
      return { code: CloseCode.oversized, reason: thrown.message };
    case 'frame-unknown':
      return { code: CloseCode.unknown, reason: thrown.message };
    default:
      return { code: CloseCode.internal, reason: thrown.code };
  }
}
