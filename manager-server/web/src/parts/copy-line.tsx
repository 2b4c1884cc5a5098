import { Button } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { word } from '../language/words.ts';

/** A command or code with a button that copies it. */
export function CopyLine({ label, text }: { readonly label: string; readonly text: string }): ReactNode {
  const shown = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // No clipboard without HTTPS, or refused: selected, so that Ctrl+C takes it.
      if (shown.current !== null) window.getSelection()?.selectAllChildren(shown.current);
    }
  };
  return (
    <div className="stack tight">
      <span className="small quiet">{label}</span>
      <div className="row">
        <code ref={shown} className="grow">
          {text}
        </code>
        <Button size="compact-md" variant="default" onClick={() => void copy()}>
          {word(copied ? 'copied' : 'copy')}
        </Button>
      </div>
    </div>
  );
}
