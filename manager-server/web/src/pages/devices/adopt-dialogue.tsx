import { Button, Checkbox, Modal, Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Box } from '../../api/records.ts';
import { word } from '../../language/words.ts';
import { FingerprintText } from '../../parts/fingerprint.tsx';
import { kindWord, labelOf } from '../../parts/kind-word.ts';
import { act } from '../../shell/notices.tsx';
import type { SiteView } from '../../site-view.ts';
import { adoptAs, adoptAsNew } from './adopt-box.ts';
import { DeviceFields, newDevice, ReceiverKindField } from './device-fields.tsx';
import { freeId } from './free-id.ts';

const NEW = 'new';

/** Compares the key, and says in one go what the box is to be. */
export function AdoptDialogue({
  box,
  site,
  close,
}: {
  readonly box: Box;
  readonly site: SiteView;
  readonly close: () => void;
}): ReactNode {
  const kind = box.kind ?? 'receiver';
  const [place, setPlace] = useState(NEW);
  const [compared, setCompared] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const [fields, setFields] = useState(() => {
    const id = freeId(kind, site.devices.values());
    return { id, name: `${kind === 'receiver' ? 'Rx' : 'Tx'} ${id}`, location: '' };
  });
  const [receiverKind, setReceiverKind] = useState<'desk' | 'display'>('desk');
  const free = [...(kind === 'receiver' ? site.receivers : site.transmitters)].filter(
    ({ key }) => site.boxOf(key) === undefined,
  );
  const adopt = async () => {
    setBusy(true);
    const name = place === NEW ? labelOf(fields) : site.labelOf(place);
    const done = await act(
      async () => {
        try {
          if (place === NEW) await adoptAsNew(box.fingerprint, newDevice(kind, { ...fields, receiverKind }));
          else await adoptAs(box.fingerprint, place);
        } catch (error) {
          setProblem(error);
          throw error;
        }
      },
      { done: word('adopted', { name }) },
    );
    setBusy(false);
    if (done) close();
  };
  return (
    <Modal opened onClose={close} title={`${word('adoptTitle')} · ${kindWord(kind)}`} size="lg">
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void adopt();
        }}
      >
        <strong>{word('compare')}</strong>
        <FingerprintText of={box.fingerprint} />
        <p className="small quiet">{word('compareText')}</p>
        <Checkbox
          label={word('compared')}
          checked={compared}
          data-autofocus
          onChange={({ currentTarget }) => setCompared(currentTarget.checked)}
        />
        <Select
          label={word('place')}
          allowDeselect={false}
          searchable={free.length > 8}
          data={[
            { value: NEW, label: word('newDevice') },
            ...free.map((device) => ({ value: device.key, label: labelOf(device) })),
          ]}
          value={place}
          onChange={(chosen) => setPlace(chosen ?? NEW)}
        />
        {place === NEW && <DeviceFields kind={kind} value={fields} set={setFields} problem={problem} own={null} />}
        {place === NEW && kind === 'receiver' && (
          <ReceiverKindField value={receiverKind} set={setReceiverKind} problem={problem} />
        )}
        <div className="row end">
          <Button variant="default" onClick={close}>
            {word('cancel')}
          </Button>
          <Button type="submit" disabled={!compared} loading={busy}>
            {word('adopt')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
