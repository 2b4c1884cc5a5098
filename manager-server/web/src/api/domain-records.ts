import type { Device, DeviceGroup, Grant, Hotkey, Operator } from '@seatmatrix/protocol/domain';
import type * as records from './records.ts';

// The manager has judged every record by the domain's own schemas: its keys and IDs are what the domain's brands say.

export const domainDevice = (record: records.Device): Device => record as unknown as Device;
export const domainOperator = (record: records.Operator): Operator => record as unknown as Operator;
export const domainGrant = (record: records.Grant): Grant => record as unknown as Grant;
export const domainDeviceGroup = (record: records.DeviceGroup): DeviceGroup => record as unknown as DeviceGroup;
export const domainHotkey = (record: records.Hotkey): Hotkey => record as unknown as Hotkey;
