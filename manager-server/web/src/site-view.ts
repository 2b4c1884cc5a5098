import { useMemo } from 'react';
import { useBoxes, useCollection, useRoutes, useSessions } from './api/queries.ts';
import type { Box, ByKey, Device, Operator, Route, Session } from './api/records.ts';

/** The site with what belongs together found: boxes by their devices, operators by the receivers before them. */
export interface SiteView {
  readonly devices: ByKey<Device>;
  /** By ID. */
  readonly transmitters: readonly Device[];
  readonly receivers: readonly Device[];
  readonly pending: readonly Box[];
  boxOf(device: string): Box | undefined;
  isOnline(device: string): boolean;
  routeOf(receiver: string): Route | undefined;
  operatorAt(receiver: string): Operator | undefined;
  /** `0001 Dispatch`; the key where there is no such device any more. */
  labelOf(device: string): string;
}

export function useSiteView(): SiteView {
  const devices = useCollection('devices');
  const operators = useCollection('operators');
  const boxes = useBoxes();
  const routes = useRoutes();
  const sessions = useSessions();
  return useMemo(
    () => siteView({ devices, operators, boxes, routes, sessions }),
    [devices, operators, boxes, routes, sessions],
  );
}

export function siteView(site: {
  readonly devices: ByKey<Device>;
  readonly operators: ByKey<Operator>;
  readonly boxes: ByKey<Box>;
  readonly routes: ByKey<Route>;
  readonly sessions: readonly Session[];
}): SiteView {
  const { devices, operators, boxes, routes, sessions } = site;
  const byDevice = new Map<string, Box>();
  const pending: Box[] = [];
  for (const box of boxes.values()) {
    if (box.device === null) pending.push(box);
    else byDevice.set(box.device, box);
  }
  const operatorByReceiver = new Map<string, string>();
  for (const session of sessions) {
    for (const receiver of session.receivers) operatorByReceiver.set(receiver, session.operator);
  }
  const byId = [...devices.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    devices,
    transmitters: byId.filter(({ kind }) => kind === 'transmitter'),
    receivers: byId.filter(({ kind }) => kind === 'receiver'),
    pending,
    boxOf: (device) => byDevice.get(device),
    isOnline: (device) => byDevice.get(device)?.online ?? false,
    routeOf: (receiver) => routes.get(receiver),
    operatorAt: (receiver) => operators.get(operatorByReceiver.get(receiver) ?? ''),
    labelOf(key) {
      const device = devices.get(key);
      return device === undefined ? key : `${device.id} ${device.name}`;
    },
  };
}
