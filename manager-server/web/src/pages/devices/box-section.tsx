import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { remove } from '../../api/changes.ts';
import type { Box, Device } from '../../api/records.ts';
import { word } from '../../language/words.ts';
import { dropDraft } from '../../parts/draft.ts';
import { FingerprintText } from '../../parts/fingerprint.tsx';
import { labelOf } from '../../parts/kind-word.ts';
import { confirmed } from '../../shell/confirmation.tsx';
import { act } from '../../shell/notices.tsx';
import type { SiteView } from '../../site-view.ts';
import { commandBox, forgetBox } from './adopt-box.ts';
import { EnrolmentDialogue } from './enrolment-dialogue.tsx';
import { IdentifyButton, IdentifyText } from './identify-button.tsx';
import { MessageDialogue } from './message-dialogue.tsx';
import { ReplaceDialogue } from './replace-dialogue.tsx';

/** What is done to a device's box, and to the device as a whole. */
export function BoxSection({
  device,
  box,
  site,
  close,
}: {
  readonly device: Device;
  readonly box: Box | undefined;
  readonly site: SiteView;
  readonly close: () => void;
}): ReactNode {
  const [dialogue, setDialogue] = useState<'message' | 'replace' | 'code' | null>(null);
  const name = labelOf(device);
  const restart = async ({ fingerprint }: Box) => {
    const question = { title: word('restartTitle'), text: word('restartText', { name }), action: word('restart') };
    if (!(await confirmed({ ...question, danger: false }))) return;
    await act(() => commandBox(fingerprint, { type: 'restart' }), { done: word('restarted', { name }) });
  };
  const forget = async ({ fingerprint }: Box) => {
    const question = { title: word('forgetTitle', { name }), text: word('forgetText'), action: word('forgetBox') };
    if (!(await confirmed({ ...question, danger: true }))) return;
    await act(() => forgetBox(fingerprint), { done: word('forgotten', { name }) });
  };
  const deleteDevice = async () => {
    const question = { title: word('deleteDeviceTitle', { name }), text: word('deleteDeviceText') };
    if (!(await confirmed({ ...question, action: word('deleteDevice'), danger: true }))) return;
    const done = await act(() => remove('devices', device), { done: word('deviceDeleted', { name }) });
    if (!done) return;
    dropDraft(`devices/${device.key}`);
    close();
  };
  const closeDialogue = () => setDialogue(null);
  return (
    <section className="stack">
      <h2>{word('actions')}</h2>
      <div className="row wrap">
        {box !== undefined && (
          <>
            <IdentifyButton device={device} box={box} />
            <Button variant="default" disabled={!box.online} onClick={() => void restart(box)}>
              {word('restart')}
            </Button>
            {device.kind === 'receiver' && (
              <Button variant="default" disabled={!box.online} onClick={() => setDialogue('message')}>
                {word('sendMessage')}
              </Button>
            )}
          </>
        )}
        <Button variant="default" onClick={() => setDialogue('replace')}>
          {word(box === undefined ? 'adopt' : 'replaceBox')}
        </Button>
        {box === undefined && (
          <Button variant="default" onClick={() => setDialogue('code')}>
            {word('addBoxes')}
          </Button>
        )}
      </div>
      {box !== undefined && <IdentifyText device={device} box={box} />}
      {box !== undefined && (
        <div className="stack tight">
          <span className="small quiet">{word('fingerprint')}</span>
          <FingerprintText of={box.fingerprint} />
        </div>
      )}
      <div className="row wrap danger-zone">
        {box !== undefined && (
          <Button variant="light" color="red" onClick={() => void forget(box)}>
            {word('forgetBox')}
          </Button>
        )}
        <Button variant="light" color="red" onClick={() => void deleteDevice()}>
          {word('deleteDevice')}
        </Button>
      </div>
      {dialogue === 'message' && box !== undefined && (
        <MessageDialogue fingerprints={[box.fingerprint]} name={name} close={closeDialogue} />
      )}
      {dialogue === 'replace' && <ReplaceDialogue device={device} old={box} site={site} close={closeDialogue} />}
      {dialogue === 'code' && <EnrolmentDialogue device={device} close={closeDialogue} />}
    </section>
  );
}
