import { Button, Modal, MultiSelect, PasswordInput, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { create } from '../../api/changes.ts';
import { useCollection } from '../../api/queries.ts';
import type { New } from '../../api/records.ts';
import { failureText, fieldProblem } from '../../language/failure-text.ts';
import { word } from '../../language/words.ts';
import { tellDone, tellFailure, tellProblem } from '../../shell/notices.tsx';
import { PasswordAdvice } from '../account/password-advice.tsx';
import { DESK_PASSWORD_MIN } from '../account/password-rules.ts';
import { setPassword } from './set-password.ts';

/** A person who may sign in at a seat: name, groups, and the first password. */
export function NewOperatorDialogue({
  close,
  created,
}: {
  readonly close: () => void;
  readonly created: (key: string) => void;
}): ReactNode {
  const groups = useCollection('groups');
  const [name, setName] = useState('');
  const [password, setNewPassword] = useState('');
  const [members, setMembers] = useState<string[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const add = async () => {
    setBusy(true);
    try {
      const value: New<'operators'> = { name, disabled: false, groups: members, role: 'operator' };
      const operator = await create('operators', value);
      // The person is there whatever becomes of the password: who wrote it goes on in the details.
      try {
        await setPassword(operator.key, password);
        tellDone(word('operatorCreated', { name }));
      } catch (error) {
        tellProblem(word('operatorWithoutPassword', { name, reason: failureText(error) }));
      }
      close();
      created(operator.key);
    } catch (error) {
      setProblem(error);
      tellFailure(error);
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={close} title={word('newOperator')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <TextInput
          label={word('operatorName')}
          name="name"
          required
          maxLength={200}
          data-autofocus
          autoComplete="off"
          value={name}
          error={fieldProblem(problem, '/name')}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <PasswordInput
          label={word('initialPassword')}
          name="password"
          required
          autoComplete="new-password"
          value={password}
          visibilityToggleButtonProps={{ 'aria-label': word('showPassword') }}
          onChange={({ currentTarget }) => setNewPassword(currentTarget.value)}
        />
        {password !== '' && <PasswordAdvice password={password} again={null} name={name} least={DESK_PASSWORD_MIN} />}
        {groups.size > 0 && (
          <MultiSelect
            label={word('memberOf')}
            searchable
            data={[...groups.values()].map((group) => ({ value: group.key, label: group.name }))}
            value={members}
            onChange={setMembers}
          />
        )}
        <div className="row end">
          <Button variant="default" onClick={close}>
            {word('cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {word('newOperator')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
