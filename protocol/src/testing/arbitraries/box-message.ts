import fc from 'fast-check';
import {
  type BoxNotice,
  type BoxReport,
  type BoxRequest,
  type Capability,
  type Hello,
  type IdentifySign,
  INPUT_TEXT_MAX,
  type OsdFunction,
  PASSWORD_LENGTH_MAX,
} from '../../domain/index.ts';
import { milliseconds } from '../../kernel/index.ts';
import { type BoxFrame, PING } from '../../wire/index.ts';
import {
  arbitraryFingerprint,
  arbitraryGeneration,
  arbitraryName,
  arbitrarySessionId,
  arbitraryText,
} from './identity.ts';
import { arbitraryMediaKey } from './media-key.ts';
import { record } from './record.ts';
import { arbitraryRouteReport } from './route.ts';
import { arbitraryCodec, arbitraryVideoMode } from './video.ts';

export const arbitraryFunction = fc.constantFrom<OsdFunction>('connect', 'push', 'fetch');

const capability = fc.constantFrom<Capability>('route', 'seat', 'console', 'preview', 'sound', 'serial');

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((value) => value + 0);

export const arbitraryHello: fc.Arbitrary<Hello> = record({
  type: fc.constant('hello' as const),
  versions: fc
    .tuple(fc.integer({ min: 1, max: 65_535 }), fc.integer({ min: 1, max: 65_535 }))
    .map(([one, other]) => ({ oldest: Math.min(one, other), newest: Math.max(one, other) })),
  kind: fc.constantFrom('transmitter' as const, 'receiver' as const),
  firmware: arbitraryText(64),
  model: arbitraryText(200),
  capabilities: fc.uniqueArray(capability),
  codecs: fc.uniqueArray(arbitraryCodec),
  highestGeneration: arbitraryGeneration,
  session: fc.option(arbitrarySessionId),
  peer: record({ host: fc.oneof(fc.constant(''), fc.domain()), port: fc.integer({ min: 0, max: 65_535 }) }),
  routes: fc.array(arbitraryRouteReport, { maxLength: 20 }),
  authorities: fc.array(arbitraryFingerprint, { maxLength: 4 }),
  certificateRequest: fc.option(arbitraryText(4096)),
  enrolmentCode: fc.option(arbitraryText(64)),
});

const report: fc.Arbitrary<BoxReport> = record({
  type: fc.constant('box-report' as const),
  mode: fc.option(arbitraryVideoMode),
  capture: fc.constantFrom<BoxReport['capture']>('no-cable', 'no-signal', 'unsupported-mode', 'signal', 'none'),
  codec: fc.option(arbitraryCodec),
  framesPerSecond: real(0, 1000),
  engine: fc.option(arbitraryText(200)),
  refused: fc.maxSafeNat(),
  reception: fc.option(record({ loss: real(0, 1), jitter: real(0, 60_000) })),
  delay: fc.option(real(0, 60_000)),
  temperature: fc.option(real(-100, 300)),
  firmware: arbitraryText(64),
  bitsPerSecond: fc.option(real(0, 1e12)),
  temperatureLimit: fc.option(real(-100, 300)),
  load: fc.option(real(0, 10_000)),
  memory: fc.option(record({ used: fc.maxSafeNat(), total: fc.maxSafeNat() })),
  uptime: fc.option(fc.maxSafeNat()),
  identifySigns: fc.uniqueArray(fc.constantFrom<IdentifySign>('screen', 'keyboard', 'lamp')),
});

export const arbitraryBoxNotice: fc.Arbitrary<BoxNotice> = fc.oneof(
  report,
  record({
    type: fc.constant('route-reports' as const),
    reports: fc.array(arbitraryRouteReport, { maxLength: 20 }),
  }),
  record({
    type: fc.constant('foreign-viewer' as const),
    number: fc.nat(),
    key: fc.option(arbitraryMediaKey),
  }),
  record({
    type: fc.constant('watch-list' as const),
    watch: fc.option(record({ function: arbitraryFunction, page: fc.nat(1_000_000) })),
  }),
);

export const arbitraryBoxRequest: fc.Arbitrary<BoxRequest> = fc.oneof(
  record({
    type: fc.constant('sign-in' as const),
    name: arbitraryName,
    password: arbitraryText(PASSWORD_LENGTH_MAX),
  }),
  record({
    type: fc.constant('sign-out' as const),
    reason: fc.constantFrom('operator' as const, 'idle' as const),
  }),
  record({
    type: fc.constant('command' as const),
    function: arbitraryFunction,
    text: arbitraryText(INPUT_TEXT_MAX),
    withoutPicture: fc.boolean(),
  }),
  record({
    type: fc.constant('change-password' as const),
    current: arbitraryText(PASSWORD_LENGTH_MAX),
    next: arbitraryText(PASSWORD_LENGTH_MAX),
  }),
);

const id = fc.integer({ min: 1, max: 0xffff_ffff });

export const arbitraryBoxFrame: fc.Arbitrary<BoxFrame> = fc.oneof(
  record({
    id,
    deadline: fc.constant(null),
    message: fc.oneof(fc.constant(PING), arbitraryHello, arbitraryBoxNotice),
  }),
  record({ id, deadline: fc.integer({ min: 1, max: 60_000 }).map(milliseconds), message: arbitraryBoxRequest }),
);
