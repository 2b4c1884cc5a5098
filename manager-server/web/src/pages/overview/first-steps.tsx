import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { useCollection, useSessions } from '../../api/queries.ts';
import { type PlainWord, word } from '../../language/words.ts';
import { Icon } from '../../shell/icons.tsx';
import type { SiteView } from '../../site-view.ts';
import { receiverConsole } from '../console/console-place.ts';

interface Step {
  readonly name: PlainWord;
  readonly text: PlainWord;
  readonly done: boolean;
  readonly path: string;
  readonly button: PlainWord;
}

const CLOSED = 'first-steps-closed';
/** On a larger site nobody is new, and its grants are many: they are not read for this. */
const LARGE_SITE = 30;
/** Up to here a site where nobody is signed in and nothing is shown is one that has never been used. */
const TRIAL_SITE = 4;

/** What is left to do until somebody sees a picture at a desk; nothing once that is so. */
export const FirstSteps = ({ site }: { readonly site: SiteView }): ReactNode =>
  site.devices.size < LARGE_SITE && <Steps site={site} />;

function Steps({ site }: { readonly site: SiteView }): ReactNode {
  const operators = useCollection('operators');
  const grants = useCollection('grants');
  const sessions = useSessions();
  const [closed, setClosed] = useState(() => localStorage.getItem(CLOSED) !== null);
  const [desk] = site.receivers;
  const shown = site.receivers.some(({ key }) => site.routeOf(key) !== undefined);
  const steps: readonly Step[] = [
    {
      ...{ name: 'stepTransmitter', text: 'stepTransmitterText', path: '/devices', button: 'stepAdopt' },
      done: site.transmitters.length > 0,
    },
    {
      ...{ name: 'stepReceiver', text: 'stepReceiverText', path: '/devices', button: 'stepAdopt' },
      done: site.receivers.length > 0,
    },
    {
      ...{ name: 'stepOperator', text: 'stepOperatorText', path: '/people', button: 'stepCreateOperator' },
      done: grants.size > 0 || [...operators.values()].some(({ role }) => role === 'operator'),
    },
    {
      ...{ name: 'stepGrant', text: 'stepGrantText', path: '/people?tab=grants', button: 'stepGiveGrant' },
      done: grants.size > 0,
    },
    {
      ...{ name: 'stepDesk', text: 'stepDeskText', button: 'stepOpenDesk' },
      path: desk === undefined ? '' : receiverConsole(desk.id),
      done: shown || sessions.length > 0 || site.devices.size > TRIAL_SITE,
    },
  ];
  const next = steps.find(({ done }) => !done);
  // Without devices this is all that the page has to say.
  const mayClose = site.devices.size > 0;
  if ((closed && mayClose) || next === undefined) return null;
  const close = () => {
    localStorage.setItem(CLOSED, 'true');
    setClosed(true);
  };
  return (
    <section className="card stack first-steps" aria-labelledby="first-steps">
      <div className="row between wrap">
        <h2 id="first-steps">{word('firstSteps')}</h2>
        <span className="small quiet" role="status">
          {word('firstStepsProgress', { done: steps.filter(({ done }) => done).length, all: steps.length })}
        </span>
      </div>
      <ol>
        {steps.map((step) => (
          <StepLine key={step.name} step={step} isNext={step === next} />
        ))}
      </ol>
      {mayClose && (
        <div className="row end">
          <Button variant="subtle" color="gray" size="compact-sm" onClick={close}>
            {word('stepsClose')}
          </Button>
        </div>
      )}
    </section>
  );
}

function StepLine({
  step: { name, text, done, path, button },
  isNext,
}: {
  readonly step: Step;
  readonly isNext: boolean;
}): ReactNode {
  return (
    <li
      className={done ? 'done' : isNext ? 'next' : undefined}
      data-step={name}
      aria-current={isNext ? 'step' : undefined}
    >
      <span className="sign" role="img" aria-label={word(done ? 'stepDone' : 'stepOpen')}>
        {done && <Icon name="check" size={14} />}
      </span>
      <div className="grow">
        <strong>{word(name)}</strong>
        {!done && <p className="small quiet">{word(text)}</p>}
      </div>
      {isNext && (
        <Button component={Link} href={path} size="compact-md">
          {word(button)}
        </Button>
      )}
    </li>
  );
}
