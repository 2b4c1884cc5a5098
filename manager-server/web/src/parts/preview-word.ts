import { word } from '../language/words.ts';
import type { PreviewReason } from '../live/previews.ts';

/** Why there is no picture, in words. */
export function previewWord(reason: PreviewReason): string {
  switch (reason) {
    case 'offline':
      return word('offline');
    case 'no-cable':
      return word('noCable');
    case 'no-signal':
      return word('noSignal');
    case 'unsupported-mode':
      return word('unsupportedMode');
    case 'nothing-shown':
      return word('previewNothing');
    case 'unable':
      return word('previewUnable');
    case 'forbidden':
      return word('previewForbidden');
    case 'loading':
      return word('previewLoading');
    case 'crowded':
      return word('previewCrowded');
  }
}
