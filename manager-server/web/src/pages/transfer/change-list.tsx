import type { ReactNode } from 'react';
import { Difference } from './difference.tsx';
import type { Verdict } from './judging.ts';

/** What an import or a restore would do, as its answer says it: problems first, then each change. */
export const ChangeList = (answer: Omit<Verdict, 'revision' | 'signsYouOut'>): ReactNode => (
  <Difference verdict={{ ...answer, revision: '', signsYouOut: false }} />
);
