import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { word } from '../../language/words.ts';
import { Empty, Page } from '../../shell/page.tsx';

/** A site without devices begins with how they come. */
export function FirstSteps({ pending }: { readonly pending: number }): ReactNode {
  return (
    <Page title={word('overview')}>
      <div className="card">
        <Empty title={word('firstStepsTitle')} text={word('firstStepsText')}>
          {pending > 0 && <p className="strong">{word('waitingBoxes', { count: pending })}</p>}
          <Button component={Link} href="/devices" size="md">
            {word('addDevices')}
          </Button>
        </Empty>
      </div>
    </Page>
  );
}
