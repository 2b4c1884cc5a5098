import { Button, MultiSelect, PasswordInput, Switch, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useOperatorAccess } from '../../api/account-queries.ts';
import { remove } from '../../api/changes.ts';
import { useCollection, useSessions } from '../../api/queries.ts';
import type { Operator } from '../../api/records.ts';
import { fieldProblem } from '../../language/failure-text.ts';
import { word } from '../../language/words.ts';
import { dropDraft } from '../../parts/draft.ts';
import { DraftBar } from '../../parts/draft-bar.tsx';
import { useRecordDraft } from '../../parts/record-draft.ts';
import { confirmed } from '../../shell/confirmation.tsx';
import { act } from '../../shell/notices.tsx';
import { PasswordAdvice } from '../account/password-advice.tsx';
import { DESK_PASSWORD_MIN, PAGE_PASSWORD_MIN } from '../account/password-rules.ts';
import { EffectiveRights } from './effective-rights.tsx';
import { OperatorAccessSection } from './operator-access.tsx';
import { OperatorPreview } from './operator-preview.tsx';
import { RoleField, roleText } from './role-field.tsx';
import { setPassword } from './set-password.ts';

export function OperatorDetails({
  operator,
  close,
}: {
  readonly operator: Operator;
  readonly close: () => void;
}): ReactNode {
  const { name } = operator;
  const deleteOperator = async () => {
    const question = { title: word('deleteOperatorTitle', { name }), text: word('deleteOperatorText') };
    if (!(await confirmed({ ...question, action: word('remove'), danger: true }))) return;
    if (!(await act(() => remove('operators', operator), { done: word('deleted', { name }) }))) return;
    dropDraft(`operators/${operator.key}`);
    close();
  };
  return (
    <div className="stack wide" data-details={operator.name}>
      <OperatorForm operator={operator} />
      <OperatorAccessSection operator={operator} />
      <PasswordForm operator={operator} />
      <OperatorPreview operator={operator} />
      <EffectiveRights operator={operator} />
      <div className="row end">
        <Button variant="light" color="red" onClick={() => void deleteOperator()}>
          {word('remove')}
        </Button>
      </div>
    </div>
  );
}

function OperatorForm({ operator }: { readonly operator: Operator }): ReactNode {
  const groups = useCollection('groups');
  const sessions = useSessions();
  const access = useOperatorAccess();
  const editing = useRecordDraft('operators', operator);
  const desks = sessions.filter((session) => session.operator === operator.key).length;
  const pages = access?.get(operator.key)?.webSessions ?? 0;
  const draft = {
    ...editing,
    async save() {
      const disables = editing.value.disabled && !operator.disabled;
      const question = {
        title: word('disableTitle', { name: operator.name }),
        action: word('disableNow'),
        danger: true,
      };
      const text = word('disableEnds', { desks, pages });
      // Where nobody is thrown out there is nothing to ask: undo brings it back.
      if (disables && desks + pages > 0 && !(await confirmed({ ...question, text }))) return false;
      return editing.save();
    },
  };
  const { value, set, problem } = draft;
  const nameOf = (key: string) => groups.get(key)?.name ?? key;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void draft.save();
      }}
    >
      <TextInput
        label={word('operatorName')}
        name="name"
        maxLength={200}
        value={value.name}
        error={fieldProblem(problem, '/name')}
        onChange={({ currentTarget }) => set({ ...value, name: currentTarget.value })}
      />
      <MultiSelect
        label={word('memberOf')}
        searchable
        data={[...groups.values()].map(({ key, name }) => ({ value: key, label: name }))}
        value={[...value.groups]}
        error={fieldProblem(problem, '/groups')}
        onChange={(chosen) => set({ ...value, groups: chosen })}
      />
      <RoleField value={value.role} set={(role) => set({ ...value, role })} problem={problem} />
      <Switch
        label={word('disable')}
        description={word('disableText')}
        checked={value.disabled}
        onChange={({ currentTarget }) => set({ ...value, disabled: currentTarget.checked })}
      />
      <DraftBar
        draft={draft}
        fields={[
          { label: word('operatorName'), text: ({ name }) => name },
          { label: word('memberOf'), text: ({ groups: keys }) => keys.map(nameOf).join(', ') },
          { label: word('role'), text: ({ role }) => roleText(role) },
          { label: word('disable'), text: ({ disabled }) => word(disabled ? 'yes' : 'no') },
        ]}
      />
    </form>
  );
}

function PasswordForm({ operator }: { readonly operator: Operator }): ReactNode {
  const [password, setNewPassword] = useState('');
  const { key, name, role } = operator;
  const least = role === 'operator' ? DESK_PASSWORD_MIN : PAGE_PASSWORD_MIN;
  const set = async () => {
    if (await act(() => setPassword(key, password), { done: word('passwordSet', { name }) })) setNewPassword('');
  };
  return (
    <form
      className="stack tight"
      onSubmit={(event) => {
        event.preventDefault();
        void set();
      }}
    >
      <div className="row wrap password-row">
        <PasswordInput
          className="grow"
          label={word('newPassword')}
          description={word('setPasswordText')}
          name="new-password"
          autoComplete="new-password"
          value={password}
          visibilityToggleButtonProps={{ 'aria-label': word('showPassword') }}
          onChange={({ currentTarget }) => setNewPassword(currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={password === ''}>
          {word('setPassword')}
        </Button>
      </div>
      {password !== '' && <PasswordAdvice password={password} again={null} name={name} least={least} />}
    </form>
  );
}
