import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Device } from '../../api/records.ts';
import { failureText } from '../../language/failure-text.ts';
import { word } from '../../language/words.ts';
import { confirmed } from '../../shell/confirmation.tsx';
import { tellDone, tellProblem } from '../../shell/notices.tsx';
import type { SiteView } from '../../site-view.ts';
import { type BoxCommand, commandBox } from './adopt-box.ts';
import { BulkEditDialogue } from './bulk-edit-dialogue.tsx';

/** Long enough to walk along a rack. */
const IDENTIFY_SECONDS = 60;

/** What can be done to several devices at once. */
export function BulkBar({
  devices,
  site,
  clear,
}: {
  readonly devices: readonly Device[];
  readonly site: SiteView;
  readonly clear: () => void;
}): ReactNode {
  const [editing, setEditing] = useState(false);
  const count = devices.length;
  const command = async (order: BoxCommand) => {
    const boxes = devices.flatMap(({ key }) => site.boxOf(key) ?? []);
    const results = await Promise.allSettled(boxes.map(({ fingerprint }) => commandBox(fingerprint, order)));
    const failed = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
    const done = results.length - failed.length;
    if (failed.length === 0) tellDone(word('commandsSent', { count: done }));
    else tellProblem(word('commandsPartly', { done, failed: failed.length, reason: failureText(failed[0]) }));
  };
  const restart = async () => {
    const text = devices.map(({ id }) => id).join(' ');
    const sure = await confirmed({
      ...{ title: word('restartAllTitle', { count }), text, action: word('restart') },
      danger: true,
    });
    if (sure) await command({ type: 'restart' });
  };
  return (
    <div className="toolbar bulk" role="toolbar" aria-label={word('actions')}>
      <strong className="grow">{word('selected', { count })}</strong>
      <Button size="compact-md" onClick={() => setEditing(true)}>
        {word('bulkEdit')}
      </Button>
      <Button
        size="compact-md"
        variant="default"
        onClick={() => void command({ type: 'identify', seconds: IDENTIFY_SECONDS })}
      >
        {word('identifyAll')}
      </Button>
      <Button size="compact-md" variant="default" onClick={() => void restart()}>
        {word('restartAll')}
      </Button>
      <Button size="compact-md" variant="subtle" onClick={clear}>
        {word('clearSelection')}
      </Button>
      {editing && <BulkEditDialogue devices={devices} close={() => setEditing(false)} />}
    </div>
  );
}
