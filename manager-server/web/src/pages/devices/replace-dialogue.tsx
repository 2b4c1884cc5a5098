import { Button, Checkbox, Modal, Radio } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Box, Device } from '../../api/records.ts';
import { word } from '../../language/words.ts';
import { FingerprintText } from '../../parts/fingerprint.tsx';
import { labelOf } from '../../parts/kind-word.ts';
import { act } from '../../shell/notices.tsx';
import type { SiteView } from '../../site-view.ts';
import { replaceBox } from './adopt-box.ts';

/** A waiting box takes over a device: what people and rights know it by stays. */
export function ReplaceDialogue({
  device,
  old,
  site,
  close,
}: {
  readonly device: Device;
  readonly old: Box | undefined;
  readonly site: SiteView;
  readonly close: () => void;
}): ReactNode {
  const waiting = site.pending.filter(({ kind }) => kind === device.kind);
  const [next, setNext] = useState(waiting[0]?.fingerprint ?? '');
  const [compared, setCompared] = useState(false);
  const name = labelOf(device);
  const chosen = waiting.find(({ fingerprint }) => fingerprint === next);
  const go = async () => {
    const done = await act(() => replaceBox({ device: device.key, old: old?.fingerprint ?? null, next }), {
      done: word(old === undefined ? 'adopted' : 'replaced', { name }),
    });
    if (done) close();
  };
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={old === undefined ? `${word('adopt')} · ${name}` : word('replaceTitle', { name })}
    >
      <div className="stack">
        <p className="quiet">{word('replaceBoxText')}</p>
        {waiting.length === 0 && <p className="callout">{word('noReplacement')}</p>}
        <Radio.Group value={next} onChange={setNext} aria-label={word('pendingBoxes')}>
          <div className="stack tight">
            {waiting.map(({ fingerprint, address }) => (
              <Radio key={fingerprint} value={fingerprint} label={`${address ?? ''} · ${fingerprint.slice(0, 16)}…`} />
            ))}
          </div>
        </Radio.Group>
        {chosen !== undefined && (
          <>
            <FingerprintText of={chosen.fingerprint} />
            <p className="small quiet">{word('compareText')}</p>
            <Checkbox
              label={word('compared')}
              checked={compared}
              onChange={({ currentTarget }) => setCompared(currentTarget.checked)}
            />
          </>
        )}
        <div className="row end">
          <Button variant="default" onClick={close}>
            {word('cancel')}
          </Button>
          <Button disabled={chosen === undefined || !compared} onClick={() => void go()}>
            {word(old === undefined ? 'adopt' : 'replaceBox')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
