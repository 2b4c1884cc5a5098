import { cssFontPicker, type FontPicker } from '@seatmatrix/osd/paint';

/** So many texts are remembered as loaded; names that change for months must not grow the page. */
const REMEMBERED_MAX = 5000;

/**
 * The OSD's fonts in a page. Drawing on a canvas loads no font by itself: each new text asks for the files that have
 * its characters, and `loaded` is told when they came, to paint again.
 */
export function createPageFonts(loaded: () => void): FontPicker {
  const asked = new Set<string>();
  return {
    has: (codePoint) => cssFontPicker.has(codePoint),
    families(text) {
      const families = cssFontPicker.families(text);
      if (!asked.has(text)) {
        if (asked.size >= REMEMBERED_MAX) asked.clear();
        asked.add(text);
        void load(`16px ${families}`, text);
      }
      return families;
    },
  };

  async function load(font: string, text: string): Promise<void> {
    if (document.fonts.check(font, text)) return;
    try {
      const faces = await document.fonts.load(font, text);
      if (faces.length > 0) loaded();
    } catch (error) {
      console.warn('a font did not load; the next one in the list is used', error);
    }
  }
}
