import type { ReactNode } from 'react';
import type { Box, Device } from '../../api/records.ts';
import { decimal } from '../../language/format.ts';
import { word } from '../../language/words.ts';
import { signalWord } from '../../parts/signal-word.ts';
import type { SiteView } from '../../site-view.ts';

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
  if (box?.online !== true || box.report === null) return null;
  const wrong = signalWord(box.report.capture);
  if (wrong !== null) return <span className="chip warn">{wrong}</span>;
  const { mode, framesPerSecond } = box.report;
  if (mode === null) return null;
  return (
    <span className="small quiet number">
      {mode.width} × {mode.height} · {word('framesPerSecond', { count: decimal(framesPerSecond, 0) })}
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
