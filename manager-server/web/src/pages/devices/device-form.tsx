import { Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Device } from '../../api/records.ts';
import { word } from '../../language/words.ts';
import { DraftBar, type FieldText } from '../../parts/draft-bar.tsx';
import { useRecordDraft } from '../../parts/record-draft.ts';
import { DeviceFields, ReceiverKindField } from './device-fields.tsx';
import { SourceSettingsFields } from './source-settings-fields.tsx';

/** What an administrator says of a device. */
export function DeviceForm({ device }: { readonly device: Device }): ReactNode {
  const draft = useRecordDraft('devices', device);
  const { value, set, problem } = draft;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void draft.save();
      }}
    >
      <h2>{word('edit')}</h2>
      <DeviceFields kind={value.kind} value={value} set={set} problem={problem} own={device.key} />
      {value.kind === 'receiver' && (
        <>
          <ReceiverKindField
            value={value.receiverKind}
            set={(receiverKind) => set({ ...value, receiverKind })}
            problem={problem}
          />
          <Switch
            label={word('viewWhileSignedOut')}
            description={word('viewWhileSignedOutText')}
            checked={value.viewWhileSignedOut}
            onChange={({ currentTarget }) => set({ ...value, viewWhileSignedOut: currentTarget.checked })}
          />
        </>
      )}
      {value.kind === 'transmitter' && (
        <SourceSettingsFields
          value={value.settings}
          set={(settings) => set({ ...value, settings })}
          problem={problem}
        />
      )}
      <DraftBar draft={draft} fields={deviceTexts()} />
    </form>
  );
}

const deviceTexts = (): readonly FieldText<Device>[] => [
  { label: word('deviceId'), text: ({ id }) => id },
  { label: word('deviceName'), text: ({ name }) => name },
  { label: word('location'), text: ({ location }) => location },
  {
    label: word('receiverKind'),
    text: (device) =>
      device.kind === 'receiver' ? word(device.receiverKind === 'desk' ? 'deskKind' : 'displayKind') : '',
  },
  {
    label: word('viewWhileSignedOut'),
    text: (device) => (device.kind === 'receiver' ? word(device.viewWhileSignedOut ? 'yes' : 'no') : ''),
  },
  {
    label: word('sourceSettings'),
    text: (device) => (device.kind === 'transmitter' ? JSON.stringify(device.settings) : ''),
  },
];
