/** RFC 8446 §5.1: change cipher spec, alert, handshake, application data. */
const TYPES: ReadonlySet<number> = new Set([20, 21, 22, 23]);
const HEADER = 5;
const APPLICATION_DATA = 23;

/** What is not TLS in a connection's bytes, in words; null when every byte belongs to a record. */
export function clearTextIn(bytes: Uint8Array): string | null {
  let data = 0;
  for (let at = 0; at < bytes.length; ) {
    const [type = 0, major, minor, high = 0, low = 0] = bytes.subarray(at, at + HEADER);
    if (!TYPES.has(type) || major !== 3 || minor === undefined || minor > 4) return `byte ${at} begins no record`;
    if (type === APPLICATION_DATA) data++;
    // The last record may be cut by the end of listening.
    at += HEADER + ((high << 8) | low);
  }
  return data > 0 || bytes.length < 3000 ? null : 'no application data';
}
