import fc from 'fast-check';
import type { ConsoleInput, ConsoleOutput, PreviewFrame, PreviewRequest } from '../../domain/index.ts';
import { milliseconds } from '../../kernel/index.ts';
import { arbitraryText } from './identity.ts';
import { arbitraryLeds } from './peer-message.ts';
import { record } from './record.ts';
import { arbitraryAccessUnit, arbitraryCrop } from './video.ts';

const report = fc.uint8Array({ minLength: 1, maxLength: 64 });

export const arbitraryConsoleInput: fc.Arbitrary<ConsoleInput> = fc.oneof(
  record({ type: fc.constantFrom('keyboard' as const, 'pointer' as const), report }),
  fc.constant({ type: 'want-key-frame' } as const),
  record({
    type: fc.constant('codecs' as const),
    codecs: fc.uniqueArray(fc.constantFrom('jpeg' as const, 'h264' as const)),
  }),
);

export const arbitraryConsoleOutput: fc.Arbitrary<ConsoleOutput> = fc.oneof(
  record({ type: fc.constant('role' as const), role: fc.constantFrom('control' as const, 'watch' as const) }),
  record({ type: fc.constant('unit' as const), unit: arbitraryAccessUnit, crop: fc.option(arbitraryCrop) }),
  fc.constant({ type: 'no-picture' } as const),
  record({ type: fc.constant('scene' as const), scene: fc.option(arbitraryText(4000)) }),
  record({ type: fc.constant('leds' as const), leds: arbitraryLeds }),
);

export const arbitraryPreviewRequest: fc.Arbitrary<PreviewRequest> = fc.oneof(
  record({
    type: fc.constant('wanted' as const),
    widthMax: fc.integer({ min: 1, max: 16_384 }),
    interval: fc.integer({ min: 100, max: 600_000 }).map(milliseconds),
  }),
  fc.constant({ type: 'unwanted' } as const),
);

export const arbitraryPreviewFrame: fc.Arbitrary<PreviewFrame> = fc.oneof(
  record({ type: fc.constant('unit' as const), unit: arbitraryAccessUnit }),
  fc.constant({ type: 'unchanged' as const }),
  record({
    type: fc.constant('unavailable' as const),
    reason: fc.constantFrom('no-cable' as const, 'no-signal' as const, 'unsupported-mode' as const, 'none' as const),
  }),
);
