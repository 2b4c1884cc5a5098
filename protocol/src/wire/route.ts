import {
  generation,
  operatorKey,
  type RouteBasis,
  type RouteReport,
  type RouteStatus,
  routeId,
  type SignedTicket,
} from '../domain/index.ts';
import { readKey } from './identity.ts';
import { SIGNATURE_BYTES, TICKET_MAX } from './limits.ts';
import { malformed, readBytes, readWhole } from './reading.ts';
import { type generated, schema } from './schema.ts';

export function writeBasis(basis: RouteBasis): generated.v1.RouteBasis.$Properties {
  switch (basis.type) {
    case 'own-grant':
      return { kind: schema.RouteBasisKind.ROUTE_BASIS_KIND_OWN_GRANT, operator: basis.operator };
    case 'push':
      return { kind: schema.RouteBasisKind.ROUTE_BASIS_KIND_PUSH, operator: basis.by };
  }
}

export function readBasis(raw: generated.v1.RouteBasis.$Properties): RouteBasis {
  const operator = readKey(raw.operator, { field: 'basis operator', make: operatorKey });
  switch (raw.kind) {
    case schema.RouteBasisKind.ROUTE_BASIS_KIND_OWN_GRANT:
      return { type: 'own-grant', operator };
    case schema.RouteBasisKind.ROUTE_BASIS_KIND_PUSH:
      return { type: 'push', by: operator };
    default:
      throw malformed('basis kind', `has no value ${raw.kind ?? 0}`);
  }
}

export function readSignedTicket(raw: generated.v1.SignedTicket.$Properties): SignedTicket {
  return {
    body: readBytes(raw.body, { field: 'ticket body', min: 1, max: TICKET_MAX }),
    signature: readBytes(raw.signature, { field: 'ticket signature', min: SIGNATURE_BYTES, max: SIGNATURE_BYTES }),
  };
}

export function writeRouteReport(report: RouteReport): generated.v1.RouteReport.$Properties {
  const { status } = report;
  return {
    route: report.route,
    generation: report.generation,
    condition: condition(status),
    picture: status.type === 'live' && status.picture,
  };
}

export function readRouteReport(raw: generated.v1.RouteReport.$Properties): RouteReport {
  return {
    route: readKey(raw.route, { field: 'report route', make: routeId }),
    generation: generation(readWhole(raw.generation, { field: 'report generation' })),
    status: readStatus(raw),
  };
}

function condition(status: RouteStatus): generated.v1.RouteCondition {
  switch (status.type) {
    case 'opening':
      return schema.RouteCondition.ROUTE_CONDITION_OPENING;
    case 'ready':
      return schema.RouteCondition.ROUTE_CONDITION_READY;
    case 'live':
      return schema.RouteCondition.ROUTE_CONDITION_LIVE;
    case 'failed':
      return status.reason === 'link-failed'
        ? schema.RouteCondition.ROUTE_CONDITION_LINK_FAILED
        : schema.RouteCondition.ROUTE_CONDITION_NO_SIGNAL;
    case 'lost':
      return schema.RouteCondition.ROUTE_CONDITION_LOST;
  }
}

function readStatus(raw: generated.v1.RouteReport.$Properties): RouteStatus {
  switch (raw.condition) {
    case schema.RouteCondition.ROUTE_CONDITION_OPENING:
      return { type: 'opening' };
    case schema.RouteCondition.ROUTE_CONDITION_READY:
      return { type: 'ready' };
    case schema.RouteCondition.ROUTE_CONDITION_LIVE:
      return { type: 'live', picture: raw.picture ?? false };
    case schema.RouteCondition.ROUTE_CONDITION_LINK_FAILED:
      return { type: 'failed', reason: 'link-failed' };
    case schema.RouteCondition.ROUTE_CONDITION_NO_SIGNAL:
      return { type: 'failed', reason: 'no-signal' };
    case schema.RouteCondition.ROUTE_CONDITION_LOST:
      return { type: 'lost' };
    default:
      throw malformed('route condition', `has no value ${raw.condition ?? 0}`);
  }
}
