import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { word } from '../../language/words.ts';
import { kindWord } from '../../parts/kind-word.ts';
import type { SiteView } from '../../site-view.ts';
import { AdoptDialogue } from './adopt-dialogue.tsx';

/** Boxes that nobody has given a place yet. */
export function PendingBoxes({ site }: { readonly site: SiteView }): ReactNode {
  const [fingerprint, setFingerprint] = useState<string | null>(null);
  const chosen = site.pending.find((box) => box.fingerprint === fingerprint);
  return (
    <section className="stack" id="pending">
      <h2>{word('pendingBoxes')}</h2>
      {site.pending.length === 0 && <p className="quiet">{word('noPending')}</p>}
      <div className="cards">
        {site.pending.map((box) => (
          <article key={box.fingerprint} className="card waiting stack" data-fingerprint={box.fingerprint}>
            <div className="row between">
              <strong>{box.kind === null ? '' : kindWord(box.kind)}</strong>
              <span className="chip warn">{box.address}</span>
            </div>
            <code>{box.fingerprint.slice(0, 16).replace(/(.{4})/g, '$1 ')}…</code>
            <div className="row end">
              <Button onClick={() => setFingerprint(box.fingerprint)}>{word('adopt')}</Button>
            </div>
          </article>
        ))}
      </div>
      {chosen !== undefined && <AdoptDialogue box={chosen} site={site} close={() => setFingerprint(null)} />}
    </section>
  );
}
