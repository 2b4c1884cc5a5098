import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { word } from '../../language/words.ts';
import type { SiteView } from '../../site-view.ts';
import { MessageDialogue } from '../devices/message-dialogue.tsx';

/** An administrator's words on every display of a seat. */
export function SeatMessage({
  receivers,
  site,
  name,
}: {
  readonly receivers: readonly string[];
  readonly site: SiteView;
  readonly name: string;
}): ReactNode {
  const [open, setOpen] = useState(false);
  const boxes = receivers.flatMap((key) => {
    const box = site.boxOf(key);
    return box?.online === true ? [box.fingerprint] : [];
  });
  return (
    <>
      <Button size="compact-sm" variant="default" disabled={boxes.length === 0} onClick={() => setOpen(true)}>
        {word('sendMessage')}
      </Button>
      {open && <MessageDialogue fingerprints={boxes} name={name} close={() => setOpen(false)} />}
    </>
  );
}
