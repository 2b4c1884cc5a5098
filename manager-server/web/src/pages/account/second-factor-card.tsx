import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { answerOf, api, doneOf } from '../../api/client.ts';
import { queryClient, useAccount } from '../../api/queries.ts';
import { word } from '../../language/words.ts';
import { tellDone } from '../../shell/notices.tsx';
import { PasswordAndCode } from './password-and-code.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SecondFactorEnrolment } from './second-factor-enrolment.tsx';

/** Below this somebody is told to make new ones while he still has some. */
const FEW = 3;

type Doing = 'nothing' | 'enrol' | 'renew' | 'remove' | { readonly codes: readonly string[] };

/** One's own second factor: set up, with new recovery codes, or turned off. */
export function SecondFactorCard(): ReactNode {
  const { secondFactor, recoveryCodes } = useAccount();
  const [doing, setDoing] = useState<Doing>('nothing');
  const changed = async (told: string | null) => {
    setDoing('nothing');
    if (told !== null) tellDone(told);
    await queryClient.invalidateQueries({ queryKey: ['account'] });
    await queryClient.invalidateQueries({ queryKey: ['web-sessions'] });
  };
  const cancel = () => setDoing('nothing');
  return (
    <section className="card stack" aria-labelledby="second-factor">
      <div className="stack tight">
        <div className="row between">
          <h2 id="second-factor">{word('secondFactor')}</h2>
          <span className={secondFactor ? 'chip good' : 'chip warn'}>
            {word(secondFactor ? 'secondFactorOn' : 'secondFactorOff')}
          </span>
        </div>
        <p className="quiet">{word('secondFactorText')}</p>
      </div>
      {secondFactor && doing === 'nothing' && (
        <>
          <p className={recoveryCodes < FEW ? 'callout warn' : undefined}>
            {word('recoveryLeft', { count: recoveryCodes })}
            {recoveryCodes < FEW && ` — ${word('recoveryFew')}`}
          </p>
          <div className="row wrap">
            <Button variant="default" onClick={() => setDoing('renew')}>
              {word('newRecovery')}
            </Button>
            <Button variant="light" color="red" onClick={() => setDoing('remove')}>
              {word('secondFactorRemove')}
            </Button>
          </div>
        </>
      )}
      {!secondFactor && doing === 'nothing' && (
        <div className="row">
          <Button onClick={() => setDoing('enrol')}>{word('secondFactorEnrol')}</Button>
        </div>
      )}
      {doing === 'enrol' && (
        <SecondFactorEnrolment cancel={cancel} enrolled={() => void changed(word('secondFactorEnrolled'))} />
      )}
      {doing === 'renew' && (
        <PasswordAndCode
          text={word('newRecoveryText')}
          button={word('newRecovery')}
          danger={false}
          cancel={cancel}
          send={async (body) => {
            const answer = await answerOf(api.POST('/api/session/second-factor/recovery-codes', { body }));
            setDoing({ codes: answer.recoveryCodes });
          }}
        />
      )}
      {doing === 'remove' && (
        <PasswordAndCode
          text={word('secondFactorRemoveText')}
          button={word('secondFactorRemove')}
          danger={true}
          cancel={cancel}
          send={async (body) => {
            await doneOf(api.DELETE('/api/session/second-factor', { body }));
            await changed(word('secondFactorRemoved'));
          }}
        />
      )}
      {typeof doing === 'object' && <RecoveryCodes codes={doing.codes} kept={() => void changed(null)} />}
    </section>
  );
}
