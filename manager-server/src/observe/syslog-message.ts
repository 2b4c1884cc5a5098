import type { AuditEntry } from '../store/store.ts';

/** RFC 5424 §6.2.1: 13 is the log audit, 16 the first that a site may use as it likes. */
const Facility = { audit: 13, local0: 16 } as const;
const Severity = { error: 3, warning: 4, notice: 5, informational: 6 } as const;

/** RFC 5426 §3.2 wants every receiver to take so much in one datagram; more may be cut anywhere. */
const DATAGRAM_MAX = 2048;
/** What remains of each text when the whole does not fit. */
const SHORTENED_TEXT = 60;

export interface SyslogOrigin {
  readonly host: string;
  readonly process: number;
}

/** One message without its framing: ASCII alone, so that no receiver can read it wrongly. */
export function auditMessage(entry: AuditEntry, origin: SyslogOrigin): string {
  const { at, action, outcome } = entry;
  const severity = outcome === 'done' ? Severity.informational : Severity.notice;
  const head = header({ priority: Facility.audit * 8 + severity, at: new Date(at), id: action, origin });
  const { actor, from, object, detail } = entry;
  return fitted(head, { actor, from, action, object, outcome, detail });
}

export function logMessage(
  line: { readonly level: 'error' | 'warn'; readonly message: string; readonly at: Date },
  origin: SyslogOrigin,
): string {
  const severity = line.level === 'error' ? Severity.error : Severity.warning;
  const head = header({ priority: Facility.local0 * 8 + severity, at: line.at, id: line.level, origin });
  return fitted(head, { message: line.message });
}

function header(of: {
  readonly priority: number;
  readonly at: Date;
  readonly id: string;
  readonly origin: SyslogOrigin;
}): string {
  const { priority, at, id, origin } = of;
  const host = printable(origin.host, 255);
  return `<${priority}>1 ${at.toISOString()} ${host} seatmatrix ${origin.process} ${printable(id, 32)} -`;
}

/** `@cee:` and JSON is what rsyslog, syslog-ng and Graylog take apart; non-ASCII is escaped, so no BOM is needed. */
function fitted(head: string, fields: Readonly<Record<string, string>>): string {
  const whole = `${head} @cee:${ascii(fields)}`;
  if (whole.length <= DATAGRAM_MAX) return whole;
  const short = Object.entries(fields).map(([name, text]) => [name, [...text].slice(0, SHORTENED_TEXT).join('')]);
  return `${head} @cee:${ascii({ ...Object.fromEntries(short), shortened: 'true' })}`;
}

function ascii(fields: Readonly<Record<string, string>>): string {
  return JSON.stringify(fields).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** PRINTUSASCII of the header's fields; nothing left over is the NILVALUE. */
function printable(text: string, max: number): string {
  return text.replace(/[^!-~]/g, '').slice(0, max) || '-';
}
