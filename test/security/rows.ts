/** A test that is part of a row: its file, and what its full name contains. */
export interface RowTest {
  readonly file: string;
  readonly name: string;
}

/** One attack that others fell to, and the tests that show that it fails here. */
export interface Row {
  readonly id: string;
  readonly attack: string;
  readonly tests: readonly RowTest[];
}

const here = (file: string, id: string): RowTest => ({ file: `test/security/${file}.test.ts`, name: id });
const of = (file: string, ...names: readonly string[]): readonly RowTest[] => names.map((name) => ({ file, name }));

const POLICY = 'manager-server/src/policy/policy-table.test.ts';
const SOCKETS = 'manager-server/src/api/sockets/sockets.test.ts';
const TLS = 'protocol/src/link/tls-network.test.ts';

/** Table A of the reference on reliability and security; A8 is the updates' and comes with them. */
export const rows: readonly Row[] = [
  {
    id: 'A1',
    attack: 'an endpoint without a login',
    tests: [
      ...of(
        POLICY,
        'has every route of the server and no other',
        'lets nobody in who has not signed in, but for the allowlist',
        'is not moved by',
        'every route answers each role as the table says',
        'opens what its scope does and nothing else',
        'have every message of the control link and no other',
        'let a box say what its own frame can hold, and a stranger say hello alone',
        'let strangers reach the control link alone',
        'have every path of the pages',
      ),
      here('strangers', 'A1'),
    ],
  },
  {
    id: 'A2',
    attack: 'guessing without a limit, and locking people out by it',
    tests: [
      here('sign-in-flood', 'A2'),
      ...of('manager-server/src/people/throttle.test.ts', 'the throttle', 'the table of attempts'),
      ...of(
        'manager-server/src/people/operator-credentials.test.ts',
        'a thousand guesses over the network leave the desk alone and get five through',
      ),
    ],
  },
  {
    id: 'A3',
    attack: 'a default password',
    tests: [
      ...of(POLICY, 'opens nothing but the claim, the health and the description before the site is claimed'),
      ...of('manager-server/src/api/account.test.ts', 'claiming over the network'),
      ...of('manager-server/src/people/site-claim.test.ts', 'claiming a site'),
      here('adoption', 'A9 two boxes and two sites of one image share no secret'),
    ],
  },
  {
    id: 'A4',
    attack: 'a session that outlives its right',
    tests: [
      here('rights-end', 'A4'),
      ...of(SOCKETS, 'ends at once with its session', 'passes no key after its session has ended'),
      ...of('manager-server/src/people/web-sessions.test.ts', 'web sessions'),
      ...of('manager-server/src/matrix/push.test.ts', 'stays when the pusher signs out'),
      ...of(
        'manager-server/src/matrix/directory-changed.test.ts',
        'what he pushed ends at desks and stays on displays',
      ),
    ],
  },
  {
    id: 'A5',
    attack: 'a WebSocket or a request from a foreign page',
    tests: [
      ...of(SOCKETS, 'refuses a valid cookie from'),
      ...of('manager-server/src/policy/request-origin.test.ts', 'a WebSocket', 'a request that changes something'),
      ...of('manager-server/src/api/account.test.ts', 'changes nothing for a foreign page'),
    ],
  },
  {
    id: 'A6',
    attack: 'keys or passwords in clear, and a way to make them so',
    tests: [
      here('canary/canary', 'A6'),
      here('clear-text', 'A6'),
      ...of(TLS, 'TLS 1.2', 'a connection without a certificate', 'to let a session be resumed'),
      ...of('manager-server/src/app.test.ts', 'speaks no TLS below 1.3', 'serves no plain HTTP beyond loopback'),
    ],
  },
  { id: 'A7', attack: 'state that the next connection inherits', tests: [here('inherited-state', 'A7')] },
  {
    id: 'A9',
    attack: 'somebody between box and manager at the adoption',
    tests: [
      here('adoption', 'A9'),
      here('authority-rotation', 'A9'),
      ...of(TLS, 'an enrolment code’s prefix tells the site’s manager from another'),
      ...of('firmware-agent/src/manager-link/manager-link.test.ts', 'refuses a site that did not make the code'),
    ],
  },
  {
    id: 'A10',
    attack: 'a false manager, a false box, two boxes with one key',
    tests: [
      here('adoption', 'A10'),
      ...of('manager-server/src/agents/hostile-box.test.ts', 'two boxes with one key'),
      ...of(TLS, 'a self-made certificate that says manager is believed by nobody'),
    ],
  },
  {
    id: 'A11',
    attack: 'keys from somebody without the right, or sent again',
    tests: [
      here('foreign-keys', 'A11'),
      here('offline-grace', 'A11'),
      ...of('firmware-agent/src/peer/ticket-judge.test.ts', 'a ticket'),
      ...of('firmware-agent/src/roles/route.test.ts', 'refuses a ticket'),
      ...of('protocol/src/link/ticket-signature.test.ts', 'a ticket'),
    ],
  },
  {
    id: 'A12',
    attack: 'a secret in an answer, a log or an export',
    tests: [
      here('secrets', 'A12'),
      ...of('protocol/src/kernel/secret.test.ts', 'a secret says nothing to'),
      ...of('manager-server/src/observe/log.test.ts', 'no secret gets through'),
    ],
  },
  {
    id: 'A13',
    attack: 'a name that becomes a command',
    tests: [here('hostile-text', 'A13'), ...of('test/architecture/import-rules.test.ts', 'spawns no shell anywhere')],
  },
  {
    id: 'A14',
    attack: 'a path out of the folder, a file that is not one',
    tests: [
      here('paths', 'A14'),
      ...of('manager-server/src/api/hostile-request.test.ts', 'which leads out of the folder of the pages'),
    ],
  },
  {
    id: 'A15',
    attack: 'bytes that crash a decoder',
    tests: [
      here('fuzz/fuzz', 'broken inputs at every decoder'),
      ...of('protocol/src/wire/hostile-input.test.ts', 'random bytes', 'valid frames with bytes changed'),
      ...of('firmware-agent/src/rtp/srtp.test.ts', 'answers a hundred thousand hostile packets'),
    ],
  },
  { id: 'A16', attack: 'the controlled computer attacks the box', tests: [here('target-attacks', 'A16')] },
  {
    id: 'A17',
    attack: 'keys or lights that cross from one computer to another',
    tests: [
      here('crossing-keys', 'A17'),
      ...of(
        'firmware-agent/src/input/input-router.property.test.ts',
        'no key reaches a computer but the one in control',
      ),
      ...of(
        'firmware-agent/src/input/led-state.test.ts',
        'are never those of another computer than the one in control',
      ),
      ...of('test/scenarios/random-day.test.ts', 'no key goes astray and none stays down'),
    ],
  },
];
