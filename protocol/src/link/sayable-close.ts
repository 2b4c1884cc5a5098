import { CloseCode, type Closed } from './transport.ts';

/** RFC 6455 §5.5: a control frame holds 125 bytes, two of them the code. */
const REASON_BYTES_MAX = 123;

/** A close as a WebSocket can say it: codes that only a side itself may use are replaced, long reasons shortened. */
export const sayableClose = ({ code, reason }: Closed): Closed => ({
  code: isSayable(code) ? code : CloseCode.goingAway,
  reason: shortened(reason),
});

/** RFC 6455 §7.4.1 reserves 1004–1006 and 1015. */
const isSayable = (code: number): boolean =>
  (code >= 1000 && code <= 1014 && (code < 1004 || code > 1006)) || (code >= 3000 && code <= 4999);

function shortened(reason: string): string {
  const bytes = new TextEncoder().encode(reason);
  if (bytes.length <= REASON_BYTES_MAX) return reason;
  // As a stream, so that a character that is cut in the middle is left out.
  return new TextDecoder().decode(bytes.subarray(0, REASON_BYTES_MAX), { stream: true });
}
