import type { Mutation } from '../mutation.ts';

export const signInMutations: readonly Mutation[] = [
  {
    row: 'M01',
    fault: 'a desk that restarts gets the last operator’s session back without a sign-in',
    file: 'manager-server/src/matrix/session.ts',
    find: 'if (shown === session.id) {',
    replace: 'if (shown === session.id || shown === null) {',
  },
  {
    row: 'M02',
    fault: 'Enter in the password only goes on to the button',
    file: 'osd/src/machine/screens/sign-in.ts',
    find: 'return enter ? submit(state) :',
    replace: "return enter ? stay(change(state, { focus: 'submit' })) :",
  },
  {
    row: 'M03',
    fault: 'a pulled cable is told as the server’s failure once the server is missed',
    file: 'osd/src/scene/status-line.ts',
    find: 'if (!situation.carrier) return',
    replace: "if (!situation.carrier && situation.manager === 'live') return",
  },
  {
    row: 'M04',
    fault: 'Shift+Tab goes forward',
    file: 'osd/src/machine/screens/sign-in.ts',
    find: 'const back = held.has(Usages.LeftShift) || held.has(Usages.RightShift);',
    replace: 'const back = held.has(Usages.LeftControl);',
  },
  {
    row: 'M05',
    fault: 'after F7 a digit counts for one second',
    file: 'osd/src/machine/display-choice.ts',
    find: 'const CHOICE_WINDOW = seconds(2);',
    replace: 'const CHOICE_WINDOW = seconds(1);',
  },
];
