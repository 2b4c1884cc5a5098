import type { ReactNode } from 'react';
import { word } from '../language/words.ts';

/** By colour and by shape: a dot is there, a rhomb is away. */
export function OnlineMark({ online }: { readonly online: boolean }): ReactNode {
  const text = word(online ? 'online' : 'offline');
  return <span className={online ? 'mark' : 'mark offline'} role="img" aria-label={text} title={text} />;
}
