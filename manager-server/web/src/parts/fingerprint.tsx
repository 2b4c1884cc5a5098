import type { ReactNode } from 'react';
import { word } from '../language/words.ts';

/** In groups of four, as the box itself shows it, so that two people can compare it aloud. */
export function FingerprintText({ of }: { readonly of: string }): ReactNode {
  const groups = of.match(/.{1,4}/g) ?? [];
  return (
    <div
      className="fingerprint"
      role="img"
      aria-label={`${word('fingerprint')} ${groups.join(' ')}`}
      data-fingerprint={of}
    >
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the groups of one fingerprint never move
        <span key={index}>{group}</span>
      ))}
    </div>
  );
}
