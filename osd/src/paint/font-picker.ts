/** Chooses fonts by character. On a box it registers font files on first use; a browser has them by CSS. */
export interface FontPicker {
  /** CSS family list with which this text can be drawn: its own characters' families, in order of preference. */
  families(text: string): string;
  /** Whether any font has it. What none has is drawn as a visible box. */
  has(codePoint: number): boolean;
}

/** For a page that declares the Noto Sans faces in CSS: the browser itself picks the subset and knows a fallback. */
export const cssFontPicker: FontPicker = {
  families: () =>
    '"Noto Sans Variable", "Noto Sans SC Variable", "Noto Sans JP Variable", "Noto Sans KR Variable", sans-serif',
  has: () => true,
};
