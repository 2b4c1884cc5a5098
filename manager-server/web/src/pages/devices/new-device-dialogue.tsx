import { Button, Modal, SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { create } from '../../api/changes.ts';
import type { Device, New } from '../../api/records.ts';
import { word } from '../../language/words.ts';
import { labelOf } from '../../parts/kind-word.ts';
import { act } from '../../shell/notices.tsx';
import type { SiteView } from '../../site-view.ts';
import { DeviceFields, newDevice, ReceiverKindField } from './device-fields.tsx';
import { freeId } from './free-id.ts';

/** A place whose box comes later. */
export function NewDeviceDialogue({ site, close }: { readonly site: SiteView; readonly close: () => void }): ReactNode {
  const begin = (kind: Device['kind']) => {
    const id = freeId(kind, site.devices.values());
    return { id, name: `${kind === 'receiver' ? 'Rx' : 'Tx'} ${id}`, location: '' };
  };
  const [kind, setKind] = useState<Device['kind']>('transmitter');
  const [fields, setFields] = useState(() => begin('transmitter'));
  const [receiverKind, setReceiverKind] = useState<'desk' | 'display'>('desk');
  const [problem, setProblem] = useState<unknown>(null);
  const add = async () => {
    const value: New<'devices'> = newDevice(kind, { ...fields, receiverKind });
    const done = await act(
      () =>
        create('devices', value).catch((error: unknown) => {
          setProblem(error);
          throw error;
        }),
      { done: word('deviceCreated', { name: labelOf(fields) }) },
    );
    if (done) close();
  };
  return (
    <Modal opened onClose={close} title={word('addPlace')} size="lg">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <p className="quiet">{word('addPlaceText')}</p>
        <SegmentedControl
          aria-label={word('kind')}
          data={[
            { value: 'transmitter', label: word('transmitter') },
            { value: 'receiver', label: word('receiver') },
          ]}
          value={kind}
          onChange={(chosen) => {
            const next = chosen === 'receiver' ? 'receiver' : 'transmitter';
            setKind(next);
            setFields({ ...begin(next), location: fields.location });
          }}
        />
        <DeviceFields kind={kind} value={fields} set={setFields} problem={problem} own={null} />
        {kind === 'receiver' && <ReceiverKindField value={receiverKind} set={setReceiverKind} problem={problem} />}
        <div className="row end">
          <Button variant="default" onClick={close}>
            {word('cancel')}
          </Button>
          <Button type="submit">{word('addPlace')}</Button>
        </div>
      </form>
    </Modal>
  );
}
