/** Hands a text to the person as a file. */
export const download = (name: string, { text, type }: { readonly text: string; readonly type: string }): void =>
  downloadBlob(name, new Blob([text], { type }));

/** The same of something that is a file already. */
export function downloadBlob(name: string, file: Blob): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken hold of it by then.
  window.setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
