import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { Box, Device } from '../../api/records.ts';
import { type PlainWord, word } from '../../language/words.ts';
import { useReport } from '../../live/box-figures.ts';
import { labelOf } from '../../parts/kind-word.ts';
import { act } from '../../shell/notices.tsx';
import { commandBox } from './adopt-box.ts';

/** Long enough to walk along a rack. */
const SECONDS = 60;

/** Until when a box is to be found: the panel, and the page, may be closed and opened meanwhile. */
const placeOf = (fingerprint: string): string => `identify/${fingerprint}`;
const untilOf = (fingerprint: string): number => Number(sessionStorage.getItem(placeOf(fingerprint)) ?? 0);

const signWords = { screen: 'signScreen', keyboard: 'signKeyboard', lamp: 'signLamp' } as const satisfies Record<
  string,
  PlainWord
>;

/** Makes a box show itself, counts down, and ends it; says beforehand what there will be to see. */
export function IdentifyButton({ device, box }: { readonly device: Device; readonly box: Box }): ReactNode {
  const report = useReport(box);
  const left = useSecondsLeft(box.fingerprint);
  const [busy, setBusy] = useState(false);
  const name = labelOf(device);
  const signs = report?.identifySigns ?? [];
  // A box of before the signs were told still shows its name.
  const shown = signs.length === 0 && device.kind === 'receiver' ? (['screen'] as const) : signs;
  const running = left > 0;
  const told = shown.map((sign) => word(signWords[sign])).join(word('signsComma'));
  const toggle = async () => {
    setBusy(true);
    const seconds = running ? 0 : SECONDS;
    const done = running ? word('identifyEnded', { name }) : word('identified', { name, signs: told });
    const sent = await act(() => commandBox(box.fingerprint, { type: 'identify', seconds }), { done });
    if (sent) sessionStorage.setItem(placeOf(box.fingerprint), String(Date.now() + seconds * 1000));
    setBusy(false);
  };
  return (
    <Button
      variant={running ? 'light' : 'default'}
      loading={busy}
      disabled={!box.online || shown.length === 0}
      title={shown.length === 0 ? word('noSigns') : told}
      aria-pressed={running}
      onClick={() => void toggle()}
    >
      {running ? word('identifyStop', { seconds: left }) : word('identify')}
    </Button>
  );
}

/** What the button will do, or why it cannot. */
export function IdentifyText({ device, box }: { readonly device: Device; readonly box: Box }): ReactNode {
  const signs = useReport(box)?.identifySigns ?? [];
  const shown = signs.length === 0 && device.kind === 'receiver' ? (['screen'] as const) : signs;
  if (!box.online) return null;
  return (
    <p className="small quiet">
      {shown.length === 0
        ? word('noSigns')
        : word('identifyText', { signs: shown.map((sign) => word(signWords[sign])).join(word('signsComma')) })}
    </p>
  );
}

function useSecondsLeft(fingerprint: string): number {
  const left = () => Math.max(0, Math.ceil((untilOf(fingerprint) - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    const timer = window.setInterval(() => setSeconds(left()), 250);
    return () => window.clearInterval(timer);
  });
  return seconds;
}
