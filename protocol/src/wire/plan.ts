import {
  type DeviceId,
  type DeviceKey,
  deviceKey,
  generation,
  NAME_MAX,
  type PeerAddress,
  type PermittedRoute,
  type Plan,
  type PlannedAttempt,
  type PlannedRoute,
  type PlannedSeat,
  type PlannedSession,
  type ReceiverPlan,
  routeId,
  SEAT_RECEIVERS_MAX,
  type SeatMember,
  seatKey,
  sessionId,
  type TransmitterPlan,
} from '../domain/index.ts';
import { unknownMessage } from './frame-bytes.ts';
import { readDeviceId, readFingerprint, readKey, writeFingerprint } from './identity.ts';
import { HOST_MAX, IDLE_MINUTES_MAX, ROUTES_MAX } from './limits.ts';
import { optional, readList, readText, readWhole, required } from './reading.ts';
import { readBasis, readSignedTicket, writeBasis } from './route.ts';
import type { generated } from './schema.ts';
import { readSourceSettings, writeSourceSettings } from './source-settings.ts';
import { readCrop } from './video.ts';
import { accessModes, receiverKinds } from './words.ts';

export function writePlan(plan: Plan): generated.v1.Plan.$Properties {
  const { revision, generation } = plan;
  return plan.type === 'receiver'
    ? { revision, generation, receiver: writeReceiverPlan(plan) }
    : { revision, generation, transmitter: writeTransmitterPlan(plan) };
}

export function readPlan(raw: generated.v1.Plan.$Properties): Plan {
  const head = {
    revision: readWhole(raw.revision, { field: 'plan revision' }),
    generation: generation(readWhole(raw.generation, { field: 'plan generation' })),
  };
  const receiver = optional(raw.receiver, (plan) => readReceiverPlan(plan, head));
  const plan = receiver ?? optional(raw.transmitter, (plan) => readTransmitterPlan(plan, head));
  if (plan === null) throw unknownMessage('plan');
  return plan;
}

type Head = Pick<Plan, 'revision' | 'generation'>;

interface NamedDevice {
  readonly key: DeviceKey;
  readonly id: DeviceId;
  readonly name: string;
}

const writeDevice = ({ key, id, name }: NamedDevice): generated.v1.PlannedDevice.$Properties => ({
  key,
  id,
  name: name.toWellFormed(),
});

function readDevice(raw: generated.v1.PlannedDevice.$Properties): NamedDevice {
  return {
    key: readKey(raw.key, { field: 'device key', make: deviceKey }),
    id: readDeviceId(raw.id, 'device ID'),
    name: readText(raw.name, { field: 'device name', max: NAME_MAX }),
  };
}

const writePeer = (peer: PeerAddress): generated.v1.PeerAddress.$Properties => ({
  host: peer.host,
  port: peer.port,
  fingerprint: writeFingerprint(peer.fingerprint),
});

function readPeer(raw: generated.v1.PeerAddress.$Properties): PeerAddress {
  return {
    host: readText(raw.host, { field: 'peer host', min: 1, max: HOST_MAX }),
    port: readWhole(raw.port, { field: 'peer port', min: 1, max: 65_535 }),
    fingerprint: readFingerprint(raw.fingerprint, 'peer fingerprint'),
  };
}

function writeReceiverPlan(plan: ReceiverPlan): generated.v1.ReceiverPlan.$Properties {
  return {
    device: writeDevice(plan.device),
    receiverKind: receiverKinds.write(plan.device.receiverKind),
    seat: writeSeat(plan.seat),
    session: optional(plan.session, ({ id, operator }) => ({ id, operator: operator.toWellFormed() })),
    route: optional(plan.route, writeRoute),
    attempt: optional(plan.attempt, (attempt) => ({
      route: writeRoute(attempt),
      hold: attempt.hold,
      withoutPicture: attempt.withoutPicture,
    })),
  };
}

function readReceiverPlan(raw: generated.v1.ReceiverPlan.$Properties, head: Head): ReceiverPlan {
  return {
    type: 'receiver',
    ...head,
    device: {
      ...readDevice(required(raw.device, 'plan device')),
      receiverKind: receiverKinds.read(raw.receiverKind),
    },
    seat: readSeat(required(raw.seat, 'plan seat')),
    session: optional(raw.session, readSession),
    route: optional(raw.route, readRoute),
    attempt: optional(raw.attempt, readAttempt),
  };
}

function readSession(raw: generated.v1.PlannedSession.$Properties): PlannedSession {
  return {
    id: readKey(raw.id, { field: 'session', make: sessionId }),
    operator: readText(raw.operator, { field: 'session operator', max: NAME_MAX }),
  };
}

function writeSeat(seat: PlannedSeat): generated.v1.PlannedSeat.$Properties {
  return {
    key: seat.key,
    name: seat.name.toWellFormed(),
    members: seat.members.map((member) => ({
      device: writeDevice(member),
      peer: optional(member.peer, writePeer),
      ticket: member.ticket,
    })),
    idleMinutes: seat.idleMinutes,
  };
}

function readSeat(raw: generated.v1.PlannedSeat.$Properties): PlannedSeat {
  return {
    key: readKey(raw.key, { field: 'seat key', make: seatKey }),
    name: readText(raw.name, { field: 'seat name', max: NAME_MAX }),
    members: readList(raw.members, { field: 'seat members', max: SEAT_RECEIVERS_MAX, read: readMember }),
    idleMinutes: optional(raw.idleMinutes, (value) =>
      readWhole(value, { field: 'idle minutes', min: 1, max: IDLE_MINUTES_MAX }),
    ),
  };
}

function readMember(raw: generated.v1.SeatMember.$Properties): SeatMember {
  return {
    ...readDevice(required(raw.device, 'member device')),
    peer: optional(raw.peer, readPeer),
    ticket: readSignedTicket(required(raw.ticket, 'member ticket')),
  };
}

function writeRoute(route: PlannedRoute): generated.v1.PlannedRoute.$Properties {
  return {
    id: route.id,
    generation: route.generation,
    source: writeDevice(route.source),
    peer: optional(route.peer, writePeer),
    ticket: route.ticket,
    mode: accessModes.write(route.mode),
    basis: writeBasis(route.basis),
    crop: route.crop,
  };
}

function readRoute(raw: generated.v1.PlannedRoute.$Properties): PlannedRoute {
  return {
    id: readKey(raw.id, { field: 'route', make: routeId }),
    generation: generation(readWhole(raw.generation, { field: 'route generation' })),
    source: readDevice(required(raw.source, 'route source')),
    peer: optional(raw.peer, readPeer),
    ticket: readSignedTicket(required(raw.ticket, 'route ticket')),
    mode: accessModes.read(raw.mode),
    basis: readBasis(required(raw.basis, 'route basis')),
    crop: optional(raw.crop, readCrop),
  };
}

function readAttempt(raw: generated.v1.PlannedAttempt.$Properties): PlannedAttempt {
  return {
    ...readRoute(required(raw.route, 'attempt route')),
    hold: raw.hold ?? false,
    withoutPicture: raw.withoutPicture ?? false,
  };
}

function writeTransmitterPlan(plan: TransmitterPlan): generated.v1.TransmitterPlan.$Properties {
  return {
    device: writeDevice(plan.device),
    settings: writeSourceSettings(plan.settings),
    routes: plan.routes.map((route) => ({
      id: route.id,
      generation: route.generation,
      receiver: writeFingerprint(route.receiver),
      mode: accessModes.write(route.mode),
    })),
  };
}

function readTransmitterPlan(raw: generated.v1.TransmitterPlan.$Properties, head: Head): TransmitterPlan {
  return {
    type: 'transmitter',
    ...head,
    device: readDevice(required(raw.device, 'plan device')),
    settings: readSourceSettings(raw.settings),
    routes: readList(raw.routes, { field: 'plan routes', max: ROUTES_MAX, read: readPermitted }),
  };
}

function readPermitted(raw: generated.v1.PermittedRoute.$Properties): PermittedRoute {
  return {
    id: readKey(raw.id, { field: 'permitted route', make: routeId }),
    generation: generation(readWhole(raw.generation, { field: 'permitted generation' })),
    receiver: readFingerprint(raw.receiver, 'permitted receiver'),
    mode: accessModes.read(raw.mode),
  };
}
