import { Button } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { api, doneOf } from '../api/client.ts';
import { queryClient, useAccount } from '../api/queries.ts';
import { word } from '../language/words.ts';
import { LiveSite } from '../live/live-site.tsx';
import { EntryForm, EntryFrame } from '../pages/entry/entry-form.tsx';
import { signOut } from './sign-out.ts';

// Few ever need it, and the first page does not wait for it.
const Enrolment = lazy(async () => ({
  default: (await import('../pages/account/second-factor-enrolment.tsx')).SecondFactorEnrolment,
}));

/** Whoever owes something before the pages open does it here, and is told why. */
export function AccountGate({ children }: { readonly children: ReactNode }): ReactNode {
  const { restriction } = useAccount();
  if (restriction === 'password-too-short') return <PasswordOrFactor />;
  if (restriction === 'second-factor-missing') {
    return <EnrolFirst title={word('secondFactorMissing')} text={word('secondFactorMissingText')} instead={null} />;
  }
  return (
    <>
      <LiveSite />
      {children}
    </>
  );
}

function PasswordOrFactor(): ReactNode {
  const [factor, setFactor] = useState(false);
  if (factor) {
    return (
      <EnrolFirst
        title={word('secondFactorEnrol')}
        text={word('secondFactorText')}
        instead={{ text: word('passwordInstead'), choose: () => setFactor(false) }}
      />
    );
  }
  return (
    <EntryForm
      title={word('passwordTooShortTitle')}
      text={word('passwordTooShortText')}
      fields={[
        { name: 'current', label: word('currentPassword'), type: 'password', autocomplete: 'current-password' },
        { name: 'next', label: word('nextPassword'), type: 'password', autocomplete: 'new-password' },
        { name: 'again', label: word('passwordAgain'), type: 'password', autocomplete: 'new-password' },
      ]}
      button={word('changePassword')}
      submit={async ({ current = '', next = '', again = '' }) => {
        if (next !== again) throw new RangeError(word('passwordsDiffer'));
        await doneOf(api.PUT('/api/session/password', { body: { current, next } }));
        await queryClient.resetQueries();
      }}
    >
      <Others instead={{ text: word('secondFactorInstead'), choose: () => setFactor(true) }} />
    </EntryForm>
  );
}

interface Instead {
  readonly text: string;
  readonly choose: () => void;
}

function EnrolFirst({
  title,
  text,
  instead,
}: {
  readonly title: string;
  readonly text: string;
  readonly instead: Instead | null;
}): ReactNode {
  return (
    <EntryFrame title={title} wide>
      <div className="card stack">
        <h1>{title}</h1>
        <p className="quiet">{text}</p>
        <Suspense>
          <Enrolment cancel={null} enrolled={() => void queryClient.resetQueries()} />
        </Suspense>
        <Others instead={instead} />
      </div>
    </EntryFrame>
  );
}

function Others({ instead }: { readonly instead: Instead | null }): ReactNode {
  return (
    <div className="row wrap between">
      {instead !== null && (
        <Button variant="subtle" size="compact-md" onClick={instead.choose}>
          {instead.text}
        </Button>
      )}
      <Button variant="subtle" color="gray" size="compact-md" onClick={() => void signOut()}>
        {word('signOut')}
      </Button>
    </div>
  );
}
