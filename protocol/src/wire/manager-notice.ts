import { BANNER_MAX, type BoxCommand, type DeskNotice, type ManagerNotice, type Welcome } from '../domain/index.ts';
import { unknownMessage } from './frame-bytes.ts';
import { readFingerprint, writeFingerprint } from './identity.ts';
import {
  CERTIFICATE_MAX,
  HOST_MAX,
  IDENTIFY_SECONDS_DEFAULT,
  IDENTIFY_SECONDS_MAX,
  LABEL_MAX,
  MESSAGE_SECONDS_MAX,
  TICKET_KEY_BYTES,
} from './limits.ts';
import { readListPage, writeListPage } from './list-page.ts';
import { readPlan, writePlan } from './plan.ts';
import { optional, readBytes, readText, readWhole } from './reading.ts';
import type { generated } from './schema.ts';
import { readSettings, writeSettings } from './settings.ts';
import { boxStates, signedOutReasons } from './words.ts';

export function writeManagerNotice(notice: ManagerNotice): Partial<generated.v1.ManagerFrame.$Properties> {
  switch (notice.type) {
    case 'welcome':
      return { welcome: writeWelcome(notice) };
    case 'plan':
      return { plan: writePlan(notice.plan) };
    case 'settings':
      return { settings: writeSettings(notice.settings) };
    case 'list-page':
      return { listPage: writeListPage(notice.page) };
    case 'box-command':
      return { boxCommand: writeBoxCommand(notice.command) };
    case 'desk-notice':
      return { deskNotice: writeDeskNotice(notice.notice) };
  }
}

export function readManagerNotice(raw: generated.v1.ManagerFrame.$Properties): ManagerNotice | null {
  return (
    optional(raw.welcome, readWelcome) ??
    optional(raw.plan, (plan) => ({ type: 'plan' as const, plan: readPlan(plan) })) ??
    optional(raw.settings, (settings) => ({ type: 'settings' as const, settings: readSettings(settings) })) ??
    optional(raw.listPage, (page) => ({ type: 'list-page' as const, page: readListPage(page) })) ??
    optional(raw.boxCommand, (command) => ({ type: 'box-command' as const, command: readBoxCommand(command) })) ??
    optional(raw.deskNotice, (notice) => ({ type: 'desk-notice' as const, notice: readDeskNotice(notice) }))
  );
}

function writeWelcome(welcome: Welcome): generated.v1.Welcome.$Properties {
  return {
    version: welcome.version,
    state: boxStates.write(welcome.state),
    certificate: welcome.certificate,
    authority: welcome.authority,
    ticketKey: welcome.ticketKey,
    time: Math.trunc(welcome.time),
    manager: writeFingerprint(welcome.manager),
  };
}

function readWelcome(raw: generated.v1.Welcome.$Properties): Welcome {
  return {
    type: 'welcome',
    version: readWhole(raw.version, { field: 'version', min: 1, max: 65_535 }),
    state: boxStates.read(raw.state),
    certificate: optional(raw.certificate, (pem) => readText(pem, { field: 'certificate', max: CERTIFICATE_MAX })),
    authority: readText(raw.authority, { field: 'authority', max: CERTIFICATE_MAX }),
    ticketKey: readBytes(raw.ticketKey, { field: 'ticket key', min: TICKET_KEY_BYTES, max: TICKET_KEY_BYTES }),
    time: readWhole(raw.time, { field: 'time' }),
    manager: readFingerprint(raw.manager, 'manager'),
  };
}

function writeBoxCommand(command: BoxCommand): generated.v1.BoxCommand.$Properties {
  switch (command.type) {
    case 'identify':
      return { identify: { seconds: command.seconds } };
    case 'restart':
      return { restart: {} };
    case 'message':
      return { message: { text: command.text.toWellFormed(), seconds: command.seconds } };
    case 'foreign-viewer': {
      const { number, host, port, seconds } = command;
      return { foreignViewer: { number, host, port, seconds } };
    }
    case 'preview-socket':
      return { previewSocket: {} };
  }
}

function readBoxCommand(raw: generated.v1.BoxCommand.$Properties): BoxCommand {
  const command =
    optional(raw.identify, ({ seconds }) => ({
      type: 'identify' as const,
      seconds:
        optional(seconds, (value) => readWhole(value, { field: 'identify seconds', max: IDENTIFY_SECONDS_MAX })) ??
        IDENTIFY_SECONDS_DEFAULT,
    })) ??
    optional(raw.restart, () => ({ type: 'restart' as const })) ??
    optional(raw.message, ({ text, seconds }) => ({
      type: 'message' as const,
      text: readText(text, { field: 'message text', max: BANNER_MAX }),
      seconds: readWhole(seconds, { field: 'message seconds', min: 1, max: MESSAGE_SECONDS_MAX }),
    })) ??
    optional(raw.foreignViewer, ({ number, host, port, seconds }) => ({
      type: 'foreign-viewer' as const,
      number: readWhole(number, { field: 'foreign viewer' }),
      host: readText(host, { field: 'viewer host', min: 1, max: HOST_MAX }),
      port: readWhole(port, { field: 'viewer port', min: 1, max: 65_535 }),
      seconds: readWhole(seconds, { field: 'viewer seconds', min: 1, max: MESSAGE_SECONDS_MAX }),
    })) ??
    optional(raw.previewSocket, () => ({ type: 'preview-socket' as const }));
  if (command === null) throw unknownMessage('box command');
  return command;
}

function writeDeskNotice(notice: DeskNotice): generated.v1.DeskNotice.$Properties {
  switch (notice.type) {
    case 'pushed-by':
      return { pushedBy: { operator: notice.operator.toWellFormed(), source: notice.source.toWellFormed() } };
    case 'right-withdrawn':
      return { rightWithdrawn: { source: notice.source.toWellFormed() } };
    case 'signed-out':
      return { signedOut: { reason: signedOutReasons.write(notice.reason) } };
  }
}

function readDeskNotice(raw: generated.v1.DeskNotice.$Properties): DeskNotice {
  const notice =
    optional(raw.pushedBy, ({ operator, source }) => ({
      type: 'pushed-by' as const,
      operator: readText(operator, { field: 'operator', max: LABEL_MAX }),
      source: readText(source, { field: 'source', max: LABEL_MAX }),
    })) ??
    optional(raw.rightWithdrawn, ({ source }) => ({
      type: 'right-withdrawn' as const,
      source: readText(source, { field: 'source', max: LABEL_MAX }),
    })) ??
    optional(raw.signedOut, ({ reason }) => ({ type: 'signed-out' as const, reason: signedOutReasons.read(reason) }));
  if (notice === null) throw unknownMessage('desk notice');
  return notice;
}
