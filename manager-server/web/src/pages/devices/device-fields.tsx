import { Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCollection } from '../../api/queries.ts';
import type { Device, New } from '../../api/records.ts';
import { fieldProblem } from '../../language/failure-text.ts';
import { word } from '../../language/words.ts';
import { idProblem } from './id-problem.ts';

/** What every device has. `problem` is what the manager said against it. */
export interface PlaceFields {
  readonly id: string;
  readonly name: string;
  readonly location: string;
}

const NAME_MAX = 200;

export function DeviceFields<Fields extends PlaceFields>(options: {
  readonly kind: Device['kind'];
  readonly value: Fields;
  readonly set: (value: Fields) => void;
  readonly problem: unknown;
  /** Of the device that is edited, whose own ID is not taken; null for a new one. */
  readonly own: string | null;
}): ReactNode {
  const { kind, value, set, problem, own } = options;
  const devices = useCollection('devices');
  return (
    <div className="fields">
      <TextInput
        label={word('deviceId')}
        description={word(kind === 'transmitter' ? 'deviceIdTransmitter' : 'deviceIdReceiver')}
        // Below, so that the fields of a row stand at one height.
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        name="id"
        inputMode="numeric"
        maxLength={4}
        value={value.id}
        error={idProblem(value.id, { kind, own, devices: devices.values() }) ?? fieldProblem(problem, '/id')}
        onChange={({ currentTarget }) => set({ ...value, id: currentTarget.value })}
      />
      <TextInput
        label={word('deviceName')}
        name="name"
        maxLength={NAME_MAX}
        value={value.name}
        error={fieldProblem(problem, '/name')}
        onChange={({ currentTarget }) => set({ ...value, name: currentTarget.value })}
      />
      <TextInput
        label={word('location')}
        name="location"
        maxLength={NAME_MAX}
        value={value.location}
        error={fieldProblem(problem, '/location')}
        onChange={({ currentTarget }) => set({ ...value, location: currentTarget.value })}
      />
    </div>
  );
}

export function ReceiverKindField({
  value,
  set,
  problem,
}: {
  readonly value: 'desk' | 'display';
  readonly set: (value: 'desk' | 'display') => void;
  readonly problem: unknown;
}): ReactNode {
  return (
    <Select
      label={word('receiverKind')}
      allowDeselect={false}
      data={[
        { value: 'desk', label: word('deskKind') },
        { value: 'display', label: word('displayKind') },
      ]}
      value={value}
      error={fieldProblem(problem, '/receiverKind')}
      onChange={(chosen) => set(chosen === 'display' ? 'display' : 'desk')}
    />
  );
}

/** A device as the page begins one: the manager completes a transmitter's settings. */
export function newDevice(
  kind: Device['kind'],
  fields: PlaceFields & { readonly receiverKind: 'desk' | 'display' },
): New<'devices'> {
  const { id, name, location, receiverKind } = fields;
  if (kind === 'transmitter') return { kind, id, name, location };
  return { kind, id, name, location, receiverKind, viewWhileSignedOut: false };
}
