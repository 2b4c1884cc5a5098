import { MultiSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { create, replace } from '../../api/changes.ts';
import { useCollection } from '../../api/queries.ts';
import type { Group } from '../../api/records.ts';
import { fieldProblem } from '../../language/failure-text.ts';
import { word } from '../../language/words.ts';
import { DeleteButton } from '../../parts/delete-button.tsx';
import { DraftBar } from '../../parts/draft-bar.tsx';
import { NameDialogue } from '../../parts/name-dialogue.tsx';
import { useRecordDraft } from '../../parts/record-draft.ts';
import { RecordList } from '../../parts/record-list.tsx';
import { RecordTab } from '../../parts/record-tab.tsx';
import { act } from '../../shell/notices.tsx';

/** Operators with the same rights. */
export function GroupsTab(): ReactNode {
  const groups = useCollection('groups');
  const operators = useCollection('operators');
  const membersOf = (key: string) => [...operators.values()].filter((operator) => operator.groups.includes(key));
  return (
    <RecordTab
      parameter="group"
      records={groups}
      nameOf={({ name }) => name}
      list={({ add, choose }) => (
        <RecordList
          records={groups}
          nameOf={({ name }) => name}
          nameTitle={word('name')}
          columns={[
            { title: word('members'), cell: ({ key }) => word('memberCount', { count: membersOf(key).length }) },
          ]}
          empty={{ title: word('noGroups'), text: word('noGroupsText') }}
          addLabel={word('newGroup')}
          add={add}
          choose={choose}
        />
      )}
      details={(group, close) => <GroupDetails group={group} close={close} />}
      creation={(actions) => (
        <NameDialogue title={word('newGroup')} make={(name) => create('groups', { name })} {...actions} />
      )}
    />
  );
}

function GroupDetails({ group, close }: { readonly group: Group; readonly close: () => void }): ReactNode {
  const operators = useCollection('operators');
  const draft = useRecordDraft('groups', group);
  const members = [...operators.values()].filter(({ groups }) => groups.includes(group.key)).map(({ key }) => key);
  const setMembers = async (wanted: readonly string[]) => {
    const changed = [...operators.values()].filter(({ key }) => wanted.includes(key) !== members.includes(key));
    const turned = (operator: (typeof changed)[number]) => ({
      ...operator,
      groups: wanted.includes(operator.key)
        ? [...operator.groups, group.key]
        : operator.groups.filter((key) => key !== group.key),
    });
    const saved: (typeof changed)[number][] = [];
    await act(
      async () => {
        for (const operator of changed) saved.push(await replace('operators', turned(operator)));
      },
      {
        done: word('saved'),
        undo: () =>
          Promise.all(
            saved.map(({ key, version }) => {
              const before = changed.find((each) => each.key === key);
              return before === undefined ? undefined : replace('operators', { ...before, version });
            }),
          ),
      },
    );
  };
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
          value={draft.value.name}
          error={fieldProblem(draft.problem, '/name')}
          onChange={({ currentTarget }) => draft.set({ ...draft.value, name: currentTarget.value })}
        />
        <DraftBar draft={draft} fields={[{ label: word('name'), text: ({ name }) => name }]} />
      </form>
      <MultiSelect
        label={word('members')}
        searchable
        data={[...operators.values()].map(({ key, name }) => ({ value: key, label: name }))}
        value={members}
        onChange={(wanted) => void setMembers(wanted)}
      />
      <div className="row end">
        <DeleteButton
          collection="groups"
          record={group}
          name={group.name}
          question={{ title: word('deleteGroupTitle', { name: group.name }), text: word('deleteGroupText') }}
          deleted={close}
        />
      </div>
    </div>
  );
}
