import { Button, PasswordInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useAccount } from '../../api/queries.ts';
import { word } from '../../language/words.ts';
import { downloadBlob } from '../../parts/download.ts';
import { Icon } from '../../shell/icons.tsx';
import { tellDone, tellFailure } from '../../shell/notices.tsx';
import { PasswordAdvice } from '../account/password-advice.tsx';
import { PAGE_PASSWORD_MIN, passwordLength } from '../account/password-rules.ts';
import { makeBackup } from './transfer-requests.ts';

/** The whole site in one file that nobody opens without the passphrase. */
export function BackupCard(): ReactNode {
  const { name: operator } = useAccount();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [busy, setBusy] = useState(false);
  const ready = passwordLength(passphrase) >= PAGE_PASSWORD_MIN && passphrase === again;
  const make = async () => {
    setBusy(true);
    try {
      const { name, file } = await makeBackup(passphrase);
      downloadBlob(name, file);
      setPassphrase('');
      setAgain('');
      tellDone(word('backupMade', { name }));
    } catch (error) {
      tellFailure(error);
    }
    setBusy(false);
  };
  const common = { visibilityToggleButtonProps: { 'aria-label': word('showPassword') }, autoComplete: 'new-password' };
  return (
    <section className="card stack" aria-labelledby="backup">
      <h2 id="backup">{word('backupTitle')}</h2>
      <p>{word('backupText')}</p>
      <div className="callout warn">{word('backupLost')}</div>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) void make();
        }}
      >
        <div className="fields">
          <PasswordInput
            {...common}
            label={word('passphrase')}
            name="passphrase"
            value={passphrase}
            onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
          />
          <PasswordInput
            {...common}
            label={word('passphraseAgain')}
            name="passphrase-again"
            value={again}
            onChange={({ currentTarget }) => setAgain(currentTarget.value)}
          />
        </div>
        {passphrase !== '' && (
          <PasswordAdvice password={passphrase} again={again} name={operator} least={PAGE_PASSWORD_MIN} />
        )}
        <div className="row end">
          <Button type="submit" disabled={!ready} loading={busy} leftSection={<Icon name="download" size={17} />}>
            {word('makeBackup')}
          </Button>
        </div>
      </form>
    </section>
  );
}
