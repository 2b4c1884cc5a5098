import { Button, Modal, NumberInput, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { word } from '../../language/words.ts';
import { act } from '../../shell/notices.tsx';
import { commandBox } from './adopt-box.ts';

/** What fits two lines of the OSD. */
const TEXT_MAX = 200;
/** A message that stays longer is a banner, which the settings have. */
const SECONDS_MAX = 600;

/** An administrator's words on somebody's screen. */
export function MessageDialogue({
  fingerprints,
  name,
  close,
}: {
  /** Of the boxes that show it. */
  readonly fingerprints: readonly string[];
  readonly name: string;
  readonly close: () => void;
}): ReactNode {
  const [text, setText] = useState('');
  const [seconds, setSeconds] = useState(15);
  const send = async () => {
    const done = await act(
      () => Promise.all(fingerprints.map((box) => commandBox(box, { type: 'message', text, seconds }))),
      {
        done: word('messageSent', { name }),
      },
    );
    if (done) close();
  };
  return (
    <Modal opened onClose={close} title={`${word('sendMessage')} · ${name}`}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Textarea
          label={word('messageText')}
          data-autofocus
          maxLength={TEXT_MAX}
          value={text}
          // One line on the screen: a line end becomes a space.
          onChange={({ currentTarget }) => setText(currentTarget.value.replace(/[\r\n]+/g, ' '))}
        />
        <NumberInput
          label={word('messageSeconds')}
          min={1}
          max={SECONDS_MAX}
          clampBehavior="strict"
          allowDecimal={false}
          value={seconds}
          onChange={(value) => setSeconds(Math.max(1, Number(value) || 1))}
        />
        <div className="row end">
          <Button variant="default" onClick={close}>
            {word('cancel')}
          </Button>
          <Button type="submit" disabled={text.trim() === ''}>
            {word('sendMessage')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
