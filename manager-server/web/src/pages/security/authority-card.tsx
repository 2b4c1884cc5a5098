import { Button, Progress } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { type CertificateAuthority, useAuthority } from '../../api/account-queries.ts';
import { api, doneOf } from '../../api/client.ts';
import { queryClient, useAccount, useBoxes } from '../../api/queries.ts';
import { word } from '../../language/words.ts';
import { FingerprintText } from '../../parts/fingerprint.tsx';
import { confirmed } from '../../shell/confirmation.tsx';
import { act } from '../../shell/notices.tsx';
import { withPassword } from '../../shell/password-confirmation.tsx';
import { useSiteView } from '../../site-view.ts';
import { nextStep, type RotationStep, rotationSteps, stateOfStep } from './rotation-step.ts';

const phases = { settled: 'phaseSettled', prepared: 'phasePrepared', switched: 'phaseSwitched' } as const;
const stepWords = {
  prepare: { name: 'stepPrepare', text: 'stepPrepareText' },
  switch: { name: 'stepSwitch', text: 'stepSwitchText' },
  drop: { name: 'stepDrop', text: 'stepDropText' },
} as const;
const stateWords = { done: 'rotationDone', now: 'rotationNow', next: 'rotationNext' } as const;

/** The CA that boxes and manager know each other by, and its change in three steps. */
export function AuthorityCard(): ReactNode {
  const authority = useAuthority();
  const { phase, current, other, waiting } = authority;
  const { role } = useAccount();
  const boxes = useBoxes();
  const total = [...boxes.values()].filter(({ state }) => state === 'adopted').length;
  const following = total - waiting.length;
  return (
    <section className="card stack" aria-labelledby="authority">
      <div className="row wrap between">
        <div className="stack tight grow">
          <h2 id="authority">{word('authority')}</h2>
          <p className="quiet">{word('authorityText')}</p>
        </div>
        <span className={phase === 'settled' ? 'chip good' : 'chip info'} data-phase={phase}>
          {word(phases[phase])}
        </span>
      </div>
      <div className="columns">
        <div className="stack tight">
          <span className="small quiet">{word('authorityCurrent')}</span>
          <FingerprintText of={current} />
        </div>
        {other !== null && (
          <div className="stack tight">
            <span className="small quiet">{word(phase === 'prepared' ? 'authorityNext' : 'authorityFormer')}</span>
            <FingerprintText of={other} />
          </div>
        )}
      </div>
      {phase !== 'settled' && (
        <div className="stack tight" role="status">
          <div className="row between">
            <span className="strong">
              {phase === 'prepared'
                ? word('trustCount', { count: following, total })
                : word('switchCount', { count: following, total })}
            </span>
          </div>
          <Progress
            value={total === 0 ? 100 : (100 * following) / total}
            color={waiting.length === 0 ? 'green' : 'blue'}
            aria-label={word(phases[phase])}
          />
          {waiting.length > 0 && <Waiting waiting={waiting} />}
        </div>
      )}
      <ol className="steps">
        {rotationSteps.map((step) => (
          <Step key={step} step={step} authority={authority} total={total} mayGo={role === 'administrator'} />
        ))}
      </ol>
    </section>
  );
}

function Step(options: {
  readonly step: RotationStep;
  readonly authority: CertificateAuthority;
  readonly total: number;
  readonly mayGo: boolean;
}): ReactNode {
  const { step, authority, total, mayGo } = options;
  const [busy, setBusy] = useState(false);
  const { phase, waiting } = authority;
  const due = nextStep(phase) === step;
  const state = stateOfStep(step, phase);
  const name = word(stepWords[step].name);
  const go = async () => {
    const without = waiting.length > 0;
    const question = {
      title: word('rotateTitle', { step: name }),
      text: (
        <div className="stack">
          <p>{consequence(step, total)}</p>
          {without && <p className="callout bad">{word('rotateWithout', { count: waiting.length })}</p>}
        </div>
      ),
      action: without ? word('rotateAnyway') : name,
      danger: without || step !== 'prepare',
    };
    if (!(await confirmed(question))) return;
    setBusy(true);
    const body = { step, ...(without ? { withoutWaiting: true } : {}) };
    await act(() => withPassword(() => doneOf(api.POST('/api/certificate-authority/rotation', { body }))), {
      done: word('rotated', { step: name }),
    });
    await queryClient.invalidateQueries({ queryKey: ['certificate-authority'] });
    setBusy(false);
  };
  return (
    <li aria-current={due ? 'step' : undefined} data-step={step}>
      <div className="row between">
        <strong>{name}</strong>
        <span className={state === 'done' ? 'chip good' : 'chip plain'}>{word(stateWords[state])}</span>
      </div>
      <span className="quiet small">{word(stepWords[step].text)}</span>
      {due && mayGo && (
        <div className="foot">
          <Button
            variant={waiting.length > 0 ? 'light' : 'filled'}
            color={waiting.length > 0 ? 'red' : 'blue'}
            loading={busy}
            onClick={() => void go()}
          >
            {name}
          </Button>
        </div>
      )}
    </li>
  );
}

function consequence(step: RotationStep, total: number): string {
  if (step === 'prepare') return word('rotatePrepareText', { total });
  return word(step === 'switch' ? 'rotateSwitchText' : 'rotateDropText');
}

/** Which boxes, by the devices that they are. */
function Waiting({ waiting }: { readonly waiting: readonly string[] }): ReactNode {
  const boxes = useBoxes();
  const site = useSiteView();
  return (
    <div className="stack tight">
      <span className="small quiet">{word('waitingFor')}</span>
      <ul className="row wrap plain-list">
        {waiting.map((fingerprint) => {
          const box = boxes.get(fingerprint);
          const name =
            box?.device == null ? word('stranger', { fingerprint: fingerprint.slice(0, 8) }) : site.labelOf(box.device);
          return (
            <li
              key={fingerprint}
              className={box?.online === true ? 'chip warn' : 'chip bad'}
              data-waiting={fingerprint}
            >
              <bdi>{name}</bdi>
              {box?.online !== true && ` · ${word('waitingOffline')}`}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
