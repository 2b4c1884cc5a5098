import type { BoxMessage, ManagerMessage } from '@seatmatrix/protocol/domain';
import type { LinkPath, PeerIdentity } from '@seatmatrix/protocol/link';
import type { Audience } from './audience.ts';

export type { Audience } from './audience.ts';

/** Every HTTP route. HEAD goes with its GET. */
export const routePolicy: Readonly<Record<string, Audience>> = {
  'GET /': 'anonymous',
  'GET /claim': 'anonymous',
  'GET /sign-in': 'anonymous',
  'GET /console/*': 'anonymous',
  ...pages('devices', 'people', 'hotkeys', 'places', 'sessions', 'audit', 'settings', 'matrix', 'account', 'security'),
  'GET /icon.svg': 'anonymous',
  'GET /assets/*': 'anonymous',

  'GET /healthz': 'anonymous',
  'GET /metrics': 'local',
  'GET /openapi.json': 'anonymous',

  'GET /api/claim': 'anonymous',
  'POST /api/claim': 'claim',
  'POST /api/session': 'visitor',
  'GET /api/session': 'signed-in',
  'DELETE /api/session': 'person',
  'PUT /api/session/password': 'person',
  'POST /api/session/second-factor': 'person',
  'PUT /api/session/second-factor': 'person',
  'DELETE /api/session/second-factor': 'person',
  'POST /api/session/second-factor/recovery-codes': 'person',
  'GET /api/account/web-sessions': 'person',
  'DELETE /api/account/web-sessions': 'person',
  'DELETE /api/account/web-sessions/:id': 'person',
  'POST /api/account/confirmation': 'person',
  'GET /api/account/consoles': 'console',
  'GET /api/tokens': 'auditor',
  'POST /api/tokens': 'administrator-himself',
  'DELETE /api/tokens/:id': 'administrator',

  ...resource('devices'),
  'POST /api/devices/:key/foreign-viewer': 'administrator',
  ...resource('device-groups'),
  ...resource('operators'),
  // Whoever knows a password is a person, with a console and tokens of his own.
  'PUT /api/operators/:key/password': 'administrator-himself',
  'DELETE /api/operators/:key/second-factor': 'administrator-himself',
  'DELETE /api/operators/:key/throttle': 'administrator',
  'GET /api/operator-access': 'auditor',
  ...resource('groups'),
  ...resource('grants'),
  ...resource('hotkeys'),
  ...resource('seats'),
  ...resource('walls'),
  ...resource('sources'),
  'GET /api/settings': 'reader',
  'PUT /api/settings': 'administrator',

  'GET /api/boxes': 'reader',
  'GET /api/boxes/:fingerprint': 'reader',
  'DELETE /api/boxes/:fingerprint': 'administrator',
  'POST /api/boxes/:fingerprint/adoption': 'administrator',
  'POST /api/boxes/:fingerprint/commands': 'operation',
  'GET /api/certificate-authority': 'auditor',
  'POST /api/certificate-authority/rotation': 'administrator-himself',
  'GET /api/enrolment-codes': 'auditor',
  'POST /api/enrolment-codes': 'administrator',
  'DELETE /api/enrolment-codes/:key': 'administrator',
  'GET /api/routes': 'reader',
  'GET /api/sessions': 'reader',
  'DELETE /api/sessions/:id': 'operation',
  'POST /api/commands': 'operation',
  'GET /api/may-route': 'reader',
  'GET /api/hotkey-check': 'reader',
  'POST /api/trials': 'reader',
  'GET /api/exports/:collection': 'reader',
  'POST /api/imports': 'administrator',
  // Every password's hash and the site's keys; and who may restore makes himself whom he likes.
  'POST /api/backups': 'administrator-himself',
  'POST /api/restores': 'administrator-himself',
  'GET /api/audit': 'auditor',
  'GET /api/audit/export': 'auditor',
  'GET /api/audit/verification': 'auditor',
};

/** WebSocket paths of the pages' listener; a segment that begins with a colon stands for any one segment. */
export const pageSocketPolicy = {
  '/api/events': 'reader',
  '/api/account/events': 'console',
  // Screens, as on consoles: auditors read what was done, and programs have no eyes.
  '/api/previews': 'console',
  '/console/socket/:device': 'console',
} as const satisfies Readonly<Record<string, Audience>>;

export type PageSocketPath = keyof typeof pageSocketPolicy;

export const pageSocketPaths = Object.keys(pageSocketPolicy) as readonly PageSocketPath[];

/** WebSocket paths of the boxes' listener. Boxes serve the other ones to each other, the manager does not. */
export const boxSocketPolicy: Readonly<Record<LinkPath, Audience>> = {
  '/control': 'box-stranger',
  '/preview': 'box',
  '/peer': 'none',
  '/media': 'none',
  '/console': 'none',
};

/** What a box may say on its control link; the rest is the manager's to say. `ping` is the link's own, for being alive. */
export const messagePolicy: Readonly<Record<BoxMessage['type'] | ManagerMessage['type'] | 'ping', Audience>> = {
  ping: 'box-stranger',
  hello: 'box-stranger',
  'box-report': 'box',
  'route-reports': 'box',
  'watch-list': 'box',
  'foreign-viewer': 'box',
  'sign-in': 'box',
  'sign-out': 'box',
  command: 'box',
  'change-password': 'box',
  welcome: 'none',
  plan: 'none',
  settings: 'none',
  'list-page': 'none',
  'box-command': 'none',
  'desk-notice': 'none',
  'sign-in-answer': 'none',
  'sign-out-answer': 'none',
  'command-answer': 'none',
  'change-password-answer': 'none',
  fault: 'none',
};

/** Who may use the route, by its method and its pattern as it was registered. */
export function routeAudience(method: string, pattern: string): Audience {
  return lookUp(routePolicy, `${method === 'HEAD' ? 'GET' : method} ${pattern}`);
}

/** Whether a box of this standing may say a message of this type to the manager. */
export function mayBoxSay(messageType: string, standing: PeerIdentity['standing']): boolean {
  return boxMay(lookUp(messagePolicy, messageType), standing);
}

/** Whether a box of this standing may open this path of the boxes' listener. */
export function mayBoxOpen(path: string, standing: PeerIdentity['standing']): boolean {
  return boxMay(lookUp(boxSocketPolicy, path), standing);
}

function boxMay(audience: Audience, standing: PeerIdentity['standing']): boolean {
  return audience === 'box-stranger' || (audience === 'box' && standing === 'site');
}

// Own properties alone: `constructor` is no route.
function lookUp(table: Readonly<Record<string, Audience>>, name: string): Audience {
  return Object.hasOwn(table, name) ? (table[name] ?? 'none') : 'none';
}

/** The same empty document at each path: what it shows comes by the API. */
function pages(...names: readonly string[]): Record<string, Audience> {
  return Object.fromEntries(names.map((name) => [`GET /${name}`, 'anonymous']));
}

function resource(collection: string): Record<string, Audience> {
  const path = `/api/${collection}`;
  return {
    [`GET ${path}`]: 'reader',
    [`POST ${path}`]: 'administrator',
    [`GET ${path}/:key`]: 'reader',
    [`PUT ${path}/:key`]: 'administrator',
    [`DELETE ${path}/:key`]: 'administrator',
  };
}
