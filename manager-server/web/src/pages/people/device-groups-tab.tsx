import { MultiSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { create } from '../../api/changes.ts';
import { useCollection } from '../../api/queries.ts';
import type { DeviceGroup } from '../../api/records.ts';
import { fieldProblem } from '../../language/failure-text.ts';
import { word } from '../../language/words.ts';
import { DeleteButton } from '../../parts/delete-button.tsx';
import { DraftBar } from '../../parts/draft-bar.tsx';
import { labelOf } from '../../parts/kind-word.ts';
import { NameDialogue } from '../../parts/name-dialogue.tsx';
import { useRecordDraft } from '../../parts/record-draft.ts';
import { RecordList } from '../../parts/record-list.tsx';
import { RecordTab } from '../../parts/record-tab.tsx';
import { useSiteView } from '../../site-view.ts';

/** Devices that are granted together. */
export function DeviceGroupsTab(): ReactNode {
  const groups = useCollection('device-groups');
  return (
    <RecordTab
      parameter="device-group"
      records={groups}
      nameOf={({ name }) => name}
      list={({ add, choose }) => (
        <RecordList
          records={groups}
          nameOf={({ name }) => name}
          nameTitle={word('name')}
          columns={[{ title: word('devices'), cell: ({ devices }) => word('deviceCount', { count: devices.length }) }]}
          empty={{ title: word('noDeviceGroups'), text: word('noDeviceGroupsText') }}
          addLabel={word('newDeviceGroup')}
          add={add}
          choose={choose}
        />
      )}
      details={(group, close) => <DeviceGroupDetails group={group} close={close} />}
      creation={(actions) => (
        <NameDialogue
          title={word('newDeviceGroup')}
          make={(name) => create('device-groups', { name, devices: [] })}
          {...actions}
        />
      )}
    />
  );
}

function DeviceGroupDetails({ group, close }: { readonly group: DeviceGroup; readonly close: () => void }): ReactNode {
  const site = useSiteView();
  const draft = useRecordDraft('device-groups', group);
  const { value, set, problem } = draft;
  return (
    <div className="stack wide" data-details={group.name}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void draft.save();
        }}
      >
        <TextInput
          label={word('name')}
          name="name"
          maxLength={200}
          value={value.name}
          error={fieldProblem(problem, '/name')}
          onChange={({ currentTarget }) => set({ ...value, name: currentTarget.value })}
        />
        <MultiSelect
          label={word('devices')}
          searchable
          limit={200}
          data={[...site.transmitters, ...site.receivers].map((device) => ({
            value: device.key,
            label: labelOf(device),
          }))}
          value={[...value.devices]}
          error={fieldProblem(problem, '/devices')}
          onChange={(devices) => set({ ...value, devices })}
        />
        <DraftBar
          draft={draft}
          fields={[
            { label: word('name'), text: ({ name }) => name },
            { label: word('devices'), text: ({ devices }) => devices.map(site.labelOf).join(', ') },
          ]}
        />
      </form>
      <div className="row end">
        <DeleteButton
          collection="device-groups"
          record={group}
          name={group.name}
          question={{ title: word('deleteGroupTitle', { name: group.name }), text: word('deleteGroupText') }}
          deleted={close}
        />
      </div>
    </div>
  );
}
