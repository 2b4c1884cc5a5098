import type { DeviceKey } from '@seatmatrix/protocol/domain';
import { type Stepped, unreachable } from '@seatmatrix/protocol/kernel';
import { administratorConnect, administratorDisconnect, administratorPush } from './administration.ts';
import { commandFromDesk, commandsLeft, passDeadlines } from './command.ts';
import { recordControl } from './control.ts';
import { directoryChanged } from './directory-changed.ts';
import { Draft } from './draft.ts';
import { refreshLists, watchList } from './list-page.ts';
import type { MatrixInput } from './matrix-input.ts';
import type { MatrixOutput } from './matrix-output.ts';
import type { MatrixState } from './matrix-state.ts';
import { boxAdopted, boxForgotten, boxOffline, boxOnline, routeReports } from './presence.ts';
import { endSessionById, passDoubts, signIn, signOut } from './session.ts';

/** Who shows what: every decision of the site, one input at a time. Pure; it never throws for any input. */
export function matrixStep(state: MatrixState, input: MatrixInput): Stepped<MatrixState, MatrixOutput> {
  const draft = new Draft(state, { at: input.at, wall: input.wall });
  apply(draft, input);
  recordControl(draft, state, input.type === 'directory-changed' ? routedIn(state, draft.state) : draft.touchedDesks);
  // A session's beginning or end changes whose rights the seat's lists show.
  refreshLists(draft, input.type === 'directory-changed' || draft.state.sessions !== state.sessions);
  return draft.finish();
}

/** A seat that was taken apart touches no route, and leaves its receivers without its session. */
const routedIn = (before: MatrixState, after: MatrixState): ReadonlySet<DeviceKey> =>
  new Set([...before.routes.keys(), ...after.routes.keys()]);

function apply(draft: Draft, input: MatrixInput): void {
  switch (input.type) {
    case 'directory-changed':
      directoryChanged(draft, input.site);
      break;
    case 'box-adopted':
      boxAdopted(draft, input);
      break;
    case 'box-forgotten':
      boxForgotten(draft, input.device);
      break;
    case 'box-online':
      boxOnline(draft, input);
      break;
    case 'box-offline':
      boxOffline(draft, input.device);
      break;
    case 'route-reports':
      routeReports(draft, input.device, input.reports);
      break;
    case 'watch-list':
      watchList(draft, input.receiver, input.watch);
      break;
    case 'left':
      commandsLeft(draft, input.requests);
      break;
    case 'tick':
      passDeadlines(draft);
      passDoubts(draft);
      break;
    case 'sign-in':
      signIn(draft, input);
      break;
    case 'sign-out':
      signOut(draft, input);
      break;
    case 'command':
      commandFromDesk(draft, input);
      break;
    case 'end-session':
      endSessionById(draft, input);
      break;
    case 'administrator-connect':
      administratorConnect(draft, input);
      break;
    case 'administrator-push':
      administratorPush(draft, input);
      break;
    case 'administrator-disconnect':
      administratorDisconnect(draft, input);
      break;
    default:
      unreachable(input);
  }
}
