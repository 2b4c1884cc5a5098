import { Button, PasswordInput, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useSettings } from '../../api/queries.ts';
import { dateTime } from '../../language/format.ts';
import { word } from '../../language/words.ts';
import { tellProblem } from '../../shell/notices.tsx';
import { base64Of } from './base64.ts';
import { FilePlace } from './file-place.tsx';
import { Judged } from './judged.tsx';
import { type JudgingState, useJudging } from './judging.ts';
import { type RestoreResult, sendRestore } from './transfer-requests.ts';

const BYTES_MAX = 32 * 1024 * 1024;

/** A backup: what it is and what it would change, and then, for whoever types the site's name, the restore. */
export function RestoreCard(): ReactNode {
  const { name: site } = useSettings();
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [typed, setTyped] = useState('');
  const judging = useJudging<RestoreResult>();
  const compare = async () => {
    if (file === null || passphrase === '') return;
    const backup = { file: await base64Of(file), passphrase };
    setTyped('');
    await judging.judge((since) => sendRestore(backup, since));
  };
  const choose = (chosen: File) => {
    if (chosen.size > BYTES_MAX) {
      tellProblem(word('fileTooLarge', { name: chosen.name, limit: '32 MB' }));
      return;
    }
    setFile(chosen);
    judging.reset();
  };
  return (
    <section className="card stack" aria-labelledby="restore" data-restore={judging.state.step}>
      <h2 id="restore">{word('restoreTitle')}</h2>
      <p className="quiet">{word('restoreText')}</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void compare();
        }}
      >
        <FilePlace label={word('backupFile')} accept=".smxbackup" file={file} choose={choose} />
        <div className="transfer-line">
          <PasswordInput
            className="grow"
            label={word('passphrase')}
            name="restore-passphrase"
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-label': word('showPassword') }}
            value={passphrase}
            onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
          />
          <Button type="submit" disabled={file === null || passphrase === ''} loading={judging.state.step === 'asking'}>
            {word('lookInside')}
          </Button>
        </div>
      </form>
      <BackupFacts state={judging.state} />
      <Judged
        judging={judging}
        done={word('restoreDone')}
        action={word('restore')}
        restart={() => {
          judging.reset();
          setFile(null);
          setPassphrase('');
        }}
        compareAgain={() => void compare()}
        before={{
          met: typed.trim() === site,
          node: (
            <TextInput
              label={word('typeToRestore', { site })}
              description={word('typeToRestoreText')}
              name="restore-confirmation"
              autoComplete="off"
              value={typed}
              onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            />
          ),
        }}
      />
    </section>
  );
}

function BackupFacts({ state }: { readonly state: JudgingState<RestoreResult> }): ReactNode {
  if (state.step !== 'judged' || state.result.backup === null) return null;
  const { site, madeAt, program, sameSite } = state.result.backup;
  return (
    <>
      <dl className="facts" data-backup={site}>
        <dt>{word('siteName')}</dt>
        <dd className="name">{site}</dd>
        <dt>{word('backupMadeAt')}</dt>
        <dd>{dateTime(madeAt)}</dd>
        <dt>{word('backupProgram')}</dt>
        <dd>{program}</dd>
      </dl>
      {!sameSite && (
        <div className="callout warn stack tight">
          <span>{word('otherSiteText')}</span>
          <code>npm run manager -- --restore BACKUP --data FOLDER</code>
        </div>
      )}
    </>
  );
}
