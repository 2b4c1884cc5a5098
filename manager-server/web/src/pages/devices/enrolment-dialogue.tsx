import { Button, Modal, NumberInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Device } from '../../api/records.ts';
import { failureText } from '../../language/failure-text.ts';
import { word } from '../../language/words.ts';
import { CopyLine } from '../../parts/copy-line.tsx';
import { labelOf } from '../../parts/kind-word.ts';
import { createEnrolmentCode, type EnrolmentCode } from './adopt-box.ts';

/** As many boxes as the manager lets one code adopt. */
const USES_MAX = 10_000;

/** Makes a code, for any boxes or for one device's, and shows the commands that use it. */
export function EnrolmentDialogue({
  device,
  close,
}: {
  readonly device: Device | null;
  readonly close: () => void;
}): ReactNode {
  const [uses, setUses] = useState(1);
  const [made, setMade] = useState<EnrolmentCode | null>(null);
  const [problem, setProblem] = useState('');
  const make = async () => {
    setProblem('');
    try {
      setMade(await createEnrolmentCode({ uses, device: device?.key ?? null }));
    } catch (error) {
      setProblem(failureText(error));
    }
  };
  return (
    <Modal opened onClose={close} title={word('enrolmentTitle')} size="xl">
      <form
        className="stack"
        id="enrolment"
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <p className="quiet">
          {device === null ? word('enrolmentText') : word('enrolmentForDevice', { device: labelOf(device) })}
        </p>
        <div className="row wrap" style={{ alignItems: 'flex-end' }}>
          {device === null && (
            <NumberInput
              id="uses"
              label={word('enrolmentUses')}
              min={1}
              max={USES_MAX}
              allowDecimal={false}
              clampBehavior="strict"
              value={uses}
              onChange={(value) => setUses(Math.max(1, Number(value) || 1))}
            />
          )}
          <Button type="submit">{word('enrolment')}</Button>
        </div>
        {problem !== '' && (
          <p className="callout bad" role="alert">
            {problem}
          </p>
        )}
        {made !== null && <Commands made={made} device={device} uses={uses} />}
      </form>
    </Modal>
  );
}

function Commands({
  made: { code, boxPort },
  device,
  uses,
}: {
  readonly made: EnrolmentCode;
  readonly device: Device | null;
  readonly uses: number;
}): ReactNode {
  const manager = `--manager ${location.hostname}:${boxPort} --enrol ${code}`;
  const receivers = Math.ceil(uses / 2);
  const sim = device === null ? `--tx ${uses - receivers} --rx ${receivers}` : '';
  return (
    <div className="stack" role="status">
      <p className="callout warn">{word('enrolmentShown')}</p>
      <CopyLine label={word('codeItself')} text={code} />
      {device?.kind !== 'transmitter' && (
        <CopyLine label={word('onReceiver')} text={`npm run agent -- receiver ${manager}`} />
      )}
      {device?.kind !== 'receiver' && (
        <CopyLine label={word('onTransmitter')} text={`npm run agent -- transmitter ${manager}`} />
      )}
      {device === null && <CopyLine label={word('onSimulator')} text={`npm run sim -- ${sim} --console ${manager}`} />}
    </div>
  );
}
