import { generation, type Hello, sessionId } from '../domain/index.ts';
import { readFingerprint, readKey, writeFingerprint } from './identity.ts';
import {
  AUTHORITIES_MAX,
  CERTIFICATE_REQUEST_MAX,
  ENROLMENT_CODE_MAX,
  FIRMWARE_MAX,
  HOST_MAX,
  MODEL_MAX,
  OFFERS_MAX,
  ROUTES_MAX,
} from './limits.ts';
import { malformed, optional, readList, readText, readWhole } from './reading.ts';
import { readRouteReport, writeRouteReport } from './route.ts';
import type { generated } from './schema.ts';
import { capabilities, codecs, deviceKinds } from './words.ts';

export function writeHello(hello: Hello): generated.v1.Hello.$Properties {
  return {
    oldestVersion: hello.versions.oldest,
    newestVersion: hello.versions.newest,
    kind: deviceKinds.write(hello.kind),
    firmware: hello.firmware.toWellFormed(),
    model: hello.model.toWellFormed(),
    capabilities: hello.capabilities.map(capabilities.write),
    codecs: hello.codecs.map(codecs.write),
    highestGeneration: hello.highestGeneration,
    session: hello.session,
    peerHost: hello.peer.host,
    peerPort: hello.peer.port,
    routes: hello.routes.map(writeRouteReport),
    authorities: hello.authorities.map(writeFingerprint),
    certificateRequest: hello.certificateRequest,
    enrolmentCode: hello.enrolmentCode,
  };
}

export function readHello(raw: generated.v1.Hello.$Properties): Hello {
  const oldest = readWhole(raw.oldestVersion, { field: 'oldest version', min: 1, max: 65_535 });
  const newest = readWhole(raw.newestVersion, { field: 'newest version', min: 1, max: 65_535 });
  if (newest < oldest) throw malformed('newest version', 'is below the oldest');
  if ((raw.capabilities?.length ?? 0) > OFFERS_MAX) throw malformed('capabilities', 'are too many');
  if ((raw.codecs?.length ?? 0) > OFFERS_MAX) throw malformed('codecs', 'are too many');
  return {
    type: 'hello',
    versions: { oldest, newest },
    kind: deviceKinds.read(raw.kind),
    firmware: readText(raw.firmware, { field: 'firmware', max: FIRMWARE_MAX }),
    model: readText(raw.model, { field: 'model', max: MODEL_MAX }),
    capabilities: capabilities.readKnown(raw.capabilities),
    codecs: codecs.readKnown(raw.codecs),
    highestGeneration: generation(readWhole(raw.highestGeneration, { field: 'highest generation' })),
    session: optional(raw.session, (session) => readKey(session, { field: 'session', make: sessionId })),
    peer: {
      host: readText(raw.peerHost, { field: 'peer host', max: HOST_MAX }),
      port: readWhole(raw.peerPort, { field: 'peer port', max: 65_535 }),
    },
    routes: readList(raw.routes, { field: 'hello routes', max: ROUTES_MAX, read: readRouteReport }),
    authorities: readList(raw.authorities, {
      field: 'authorities',
      max: AUTHORITIES_MAX,
      read: (each) => readFingerprint(each, 'authority'),
    }),
    certificateRequest: optional(raw.certificateRequest, (pem) =>
      readText(pem, { field: 'certificate request', max: CERTIFICATE_REQUEST_MAX }),
    ),
    enrolmentCode: optional(raw.enrolmentCode, (code) =>
      readText(code, { field: 'enrolment code', max: ENROLMENT_CODE_MAX }),
    ),
  };
}
