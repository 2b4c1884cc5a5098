import { Button, Checkbox, Modal, Select, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { answerOf, api } from '../../api/client.ts';
import { queryClient } from '../../api/queries.ts';
import { failureText } from '../../language/failure-text.ts';
import { word } from '../../language/words.ts';
import { CopyLine } from '../../parts/copy-line.tsx';
import { scopeWords, type TokenScope, tokenScopes } from './token-scopes.ts';

/** The longest is what the manager allows. */
const lives = ['7', '30', '90', '180', '366'];

/** Name, scopes and life; then the token itself, this once. */
export function NewTokenDialogue({ close }: { readonly close: () => void }): ReactNode {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly TokenScope[]>(['read']);
  const [days, setDays] = useState('90');
  const [problem, setProblem] = useState('');
  const [made, setMade] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const make = async () => {
    setBusy(true);
    setProblem('');
    try {
      const body = { name, scopes: [...scopes], days: Number(days) };
      const { token } = await answerOf(api.POST('/api/tokens', { body }));
      setMade(token);
      await queryClient.invalidateQueries({ queryKey: ['tokens'] });
    } catch (error) {
      setProblem(failureText(error));
    }
    setBusy(false);
  };
  if (made !== null) {
    return (
      <Modal opened onClose={close} title={word('tokenMade')} size={560} closeOnClickOutside={false}>
        <div className="stack">
          <p className="callout warn">{word('tokenMadeText')}</p>
          <CopyLine label={name} text={made} />
          <div className="row end">
            <Button onClick={close}>{word('recoverySaved')}</Button>
          </div>
        </div>
      </Modal>
    );
  }
  return (
    <Modal opened onClose={close} title={word('newToken')} size={520}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <TextInput
          label={word('tokenName')}
          placeholder={word('tokenNameHint')}
          name="token-name"
          required
          withAsterisk={false}
          maxLength={200}
          data-autofocus
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <fieldset className="plain stack tight">
          <legend>{word('tokenScopes')}</legend>
          {tokenScopes.map((scope) => (
            <Checkbox
              key={scope}
              label={word(scopeWords[scope].name)}
              description={word(scopeWords[scope].text)}
              checked={scopes.includes(scope)}
              onChange={({ currentTarget: { checked } }) =>
                setScopes(tokenScopes.filter((each) => (each === scope ? checked : scopes.includes(each))))
              }
            />
          ))}
        </fieldset>
        <Select
          label={word('tokenDays')}
          allowDeselect={false}
          data={lives.map((value) => ({ value, label: word('days', { count: value }) }))}
          value={days}
          onChange={(chosen) => setDays(chosen ?? days)}
        />
        {problem !== '' && (
          <p className="callout bad" role="alert">
            {problem}
          </p>
        )}
        <div className="row end">
          <Button variant="default" onClick={close}>
            {word('cancel')}
          </Button>
          <Button type="submit" loading={busy} disabled={name.trim() === '' || scopes.length === 0}>
            {word('newToken')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
