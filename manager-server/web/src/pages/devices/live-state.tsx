import type { ReactNode } from 'react';
import type { Box, BoxReport, Device } from '../../api/records.ts';
import { dateTime, decimal, percent } from '../../language/format.ts';
import { word } from '../../language/words.ts';
import { signalWord } from '../../parts/signal-word.ts';
import type { SiteView } from '../../site-view.ts';
import { PictureCell } from './picture-cell.tsx';

/** What the box last said of itself, and what it shows or who shows it. */
export function LiveState({
  device,
  box,
  site,
}: {
  readonly device: Device;
  readonly box: Box | undefined;
  readonly site: SiteView;
}): ReactNode {
  const shownAt = site.receivers.filter(({ key }) => site.routeOf(key)?.transmitter === device.key);
  return (
    <section className="stack">
      <h2>{word('liveState')}</h2>
      <dl className="facts">
        {device.kind === 'receiver' ? (
          <Fact name={word('currentlyShows')}>
            {site.routeOf(device.key)?.transmitter == null && site.routeOf(device.key)?.attempt == null ? (
              word('none')
            ) : (
              <PictureCell device={device} box={box} site={site} />
            )}
          </Fact>
        ) : (
          <Fact name={word('shownBy')}>
            {shownAt.length === 0 ? word('nobodyShows') : shownAt.map(({ id, name }) => `${id} ${name}`).join(', ')}
          </Fact>
        )}
        {box !== undefined && (
          <>
            {box.report === null ? <Fact name={word('picture')}>{word('noReport')}</Fact> : <Report of={box.report} />}
            {box.address !== null && <Fact name={word('address')}>{box.address}</Fact>}
            {box.model !== null && <Fact name={word('model')}>{box.model}</Fact>}
            {box.firmware !== null && <Fact name={word('firmware')}>{box.firmware}</Fact>}
            {!box.online && box.lastSeen !== null && <Fact name={word('lastSeen')}>{dateTime(box.lastSeen)}</Fact>}
          </>
        )}
      </dl>
    </section>
  );
}

function Report({ of }: { readonly of: BoxReport }): ReactNode {
  const wrong = signalWord(of.capture);
  return (
    <>
      {wrong !== null && (
        <Fact name={word('picture')}>
          <span className="chip warn">{wrong}</span>
        </Fact>
      )}
      {of.mode !== null && (
        <Fact name={word('mode')}>{`${of.mode.width} × ${of.mode.height} @ ${decimal(of.mode.rate)} Hz`}</Fact>
      )}
      <Fact name={word('frames')}>{word('framesPerSecond', { count: decimal(of.framesPerSecond) })}</Fact>
      {of.codec !== null && <Fact name={word('codec')}>{of.codec}</Fact>}
      {of.engine !== null && <Fact name={word('technical')}>{of.engine}</Fact>}
      {of.reception !== null && (
        <>
          <Fact name={word('loss')}>{percent(of.reception.loss)}</Fact>
          <Fact name={word('jitter')}>{word('milliseconds', { count: decimal(of.reception.jitter) })}</Fact>
        </>
      )}
      {of.delay !== null && <Fact name={word('delay')}>{word('milliseconds', { count: decimal(of.delay) })}</Fact>}
      {of.temperature !== null && (
        <Fact name={word('temperature')}>{word('degrees', { count: decimal(of.temperature) })}</Fact>
      )}
    </>
  );
}

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode => (
  <>
    <dt>{name}</dt>
    <dd className="number">{children}</dd>
  </>
);
