import fc from 'fast-check';
import {
  BANNER_MAX,
  type BoxAnswer,
  type BoxCommand,
  type BoxSettings,
  commandRefusals,
  type DeskNotice,
  LIST_PAGE_ROWS,
  type ListPage,
  type ManagerNotice,
  type PasswordRefusal,
  type SignInRefusal,
  type Welcome,
} from '../../domain/index.ts';
import { type FaultCode, faultCatalogue, milliseconds } from '../../kernel/index.ts';
import { type ManagerFrame, PING } from '../../wire/index.ts';
import { arbitraryFunction } from './box-message.ts';
import { arbitraryDeviceId, arbitraryFingerprint, arbitraryName, arbitraryText } from './identity.ts';
import { arbitraryPlan } from './plan.ts';
import { record } from './record.ts';

const time = fc.integer({ min: 0, max: 86_400_000 }).map(milliseconds);

export const arbitraryWelcome: fc.Arbitrary<Welcome> = record({
  type: fc.constant('welcome' as const),
  version: fc.integer({ min: 1, max: 65_535 }),
  state: fc.constantFrom('pending' as const, 'adopted' as const),
  certificate: fc.option(arbitraryText(2000)),
  authority: arbitraryText(2000),
  ticketKey: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  time: fc.maxSafeNat(),
  manager: arbitraryFingerprint,
});

export const arbitrarySettings: fc.Arbitrary<BoxSettings> = record({
  revision: fc.maxSafeNat(),
  language: fc.constantFrom('zh' as const, 'en' as const),
  textSize: fc.constantFrom<BoxSettings['textSize']>('small', 'normal', 'large'),
  hotkey: fc.constantFrom<BoxSettings['hotkey']>('double-shift', 'double-control', 'double-alt', 'double-scroll-lock'),
  tapWindow: time,
  commandWindow: time,
  successLinger: time,
  menuIdle: fc.option(time),
  offlineGrace: time,
  banner: arbitraryText(BANNER_MAX),
});

export const arbitraryListPage: fc.Arbitrary<ListPage> = record({
  function: arbitraryFunction,
  page: fc.nat(1_000_000),
  pages: fc.nat(1_000_000),
  total: fc.nat(),
  rows: fc.array(
    record({
      id: arbitraryDeviceId,
      name: arbitraryName,
      state: fc.constantFrom('online' as const, 'connected' as const, 'offline' as const),
    }),
    { maxLength: LIST_PAGE_ROWS },
  ),
});

const boxCommand: fc.Arbitrary<BoxCommand> = fc.oneof(
  fc.constant({ type: 'restart' as const }),
  fc.constant({ type: 'preview-socket' as const }),
  record({ type: fc.constant('identify' as const), seconds: fc.integer({ min: 0, max: 600 }) }),
  record({
    type: fc.constant('foreign-viewer' as const),
    number: fc.nat(),
    host: fc.ipV4(),
    port: fc.integer({ min: 1, max: 65_535 }),
    seconds: fc.integer({ min: 1, max: 86_400 }),
  }),
  record({
    type: fc.constant('message' as const),
    text: arbitraryText(BANNER_MAX),
    seconds: fc.integer({ min: 1, max: 86_400 }),
  }),
);

const deskNotice: fc.Arbitrary<DeskNotice> = fc.oneof(
  record({ type: fc.constant('pushed-by' as const), operator: arbitraryName, source: arbitraryName }),
  record({ type: fc.constant('right-withdrawn' as const), source: arbitraryName }),
  record({
    type: fc.constant('signed-out' as const),
    reason: fc.constantFrom('administrator' as const, 'disabled' as const, 'elsewhere' as const, 'idle' as const),
  }),
);

export const arbitraryManagerNotice: fc.Arbitrary<ManagerNotice> = fc.oneof(
  arbitraryWelcome,
  record({ type: fc.constant('plan' as const), plan: arbitraryPlan }),
  record({ type: fc.constant('settings' as const), settings: arbitrarySettings }),
  record({ type: fc.constant('list-page' as const), page: arbitraryListPage }),
  record({ type: fc.constant('box-command' as const), command: boxCommand }),
  record({ type: fc.constant('desk-notice' as const), notice: deskNotice }),
);

const refusal = fc.option(fc.constantFrom(...commandRefusals));

const faultCode: fc.Arbitrary<FaultCode> = fc.constantFrom(
  ...Object.keys(faultCatalogue).filter((code): code is FaultCode => code in faultCatalogue),
);

export const arbitraryBoxAnswer: fc.Arbitrary<BoxAnswer> = fc.oneof(
  record({
    type: fc.constant('sign-in-answer' as const),
    refusal: fc.option(
      fc.constantFrom<SignInRefusal>('manager-unreachable', 'wrong-credentials', 'throttled', 'signed-in-elsewhere'),
    ),
  }),
  fc.constant({ type: 'sign-out-answer' } as const),
  record({
    type: fc.constant('command-answer' as const),
    refusal,
    targets: fc.array(record({ id: arbitraryDeviceId, name: arbitraryName, refusal }), { maxLength: 40 }),
  }),
  record({
    type: fc.constant('change-password-answer' as const),
    refusal: fc.option(
      fc.constantFrom<PasswordRefusal>(
        'manager-unreachable',
        'wrong-credentials',
        'throttled',
        'password-too-short',
        'password-too-common',
      ),
    ),
  }),
  record({ type: fc.constant('fault' as const), code: faultCode, message: arbitraryText(1024) }),
);

const id = fc.integer({ min: 1, max: 0xffff_ffff });

export const arbitraryManagerFrame: fc.Arbitrary<ManagerFrame> = fc.oneof(
  record({ id, replyTo: fc.constant(null), message: fc.oneof(fc.constant(PING), arbitraryManagerNotice) }),
  record({ id, replyTo: id, message: arbitraryBoxAnswer }),
);
