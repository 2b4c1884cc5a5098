import type { ReactNode } from 'react';
import type { Box, Device } from '../../api/records.ts';
import { word } from '../../language/words.ts';
import { useReport } from '../../live/box-figures.ts';
import { signalWord } from '../../parts/signal-word.ts';
import type { SiteView } from '../../site-view.ts';
import { motionWord, sizeText } from './picture-words.ts';

/** What a receiver is to show and does show; what a transmitter's computer sends. */
export function PictureCell({
  device,
  box,
  site,
}: {
  readonly device: Device;
  readonly box: Box | undefined;
  readonly site: SiteView;
}): ReactNode {
  if (device.kind === 'receiver') return <Shown receiver={device.key} site={site} />;
  return box?.online === true ? <Sent box={box} /> : null;
}

function Sent({ box }: { readonly box: Box }): ReactNode {
  const report = useReport(box);
  if (report === null) return null;
  const wrong = signalWord(report.capture);
  if (wrong !== null) return <span className="chip warn">{wrong}</span>;
  if (report.mode === null) return null;
  return (
    <span className="small quiet number">
      {sizeText(report.mode)} · {motionWord(report)}
    </span>
  );
}

function Shown({ receiver, site }: { readonly receiver: string; readonly site: SiteView }): ReactNode {
  const route = site.routeOf(receiver);
  if (route?.attempt != null) {
    return <span className="chip info">{word('attemptUnderWay', { transmitter: site.labelOf(route.attempt) })}</span>;
  }
  if (route?.transmitter == null) return null;
  const wanted = site.labelOf(route.transmitter);
  if (route.status?.type === 'live') return <span className="chip good clip">{wanted}</span>;
  return <span className="chip warn clip">{word('wantedNotYet', { wanted })}</span>;
}
