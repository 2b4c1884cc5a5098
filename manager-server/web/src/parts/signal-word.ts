import type { BoxReport } from '../api/records.ts';
import { word } from '../language/words.ts';

/** What is wrong with a computer's picture, in words; null when nothing is. */
export function signalWord(capture: BoxReport['capture']): string | null {
  switch (capture) {
    case 'no-cable':
      return word('noCable');
    case 'no-signal':
      return word('noSignal');
    case 'unsupported-mode':
      return word('unsupportedMode');
    case 'signal':
    case 'none':
      return null;
  }
}
