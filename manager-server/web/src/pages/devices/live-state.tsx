import type { ReactNode } from 'react';
import type { Box, BoxReport, Device } from '../../api/records.ts';
import { dateTime, decimal, percent } from '../../language/format.ts';
import { word } from '../../language/words.ts';
import { useReport } from '../../live/box-figures.ts';
import { labelOf } from '../../parts/kind-word.ts';
import { Preview } from '../../parts/preview.tsx';
import { signalWord } from '../../parts/signal-word.ts';
import type { SiteView } from '../../site-view.ts';
import { BoxHistory } from './box-history.tsx';
import { PictureCell } from './picture-cell.tsx';
import { bitRateText, codecName, durationText, heatOf, memoryText, motionWord, sizeText } from './picture-words.ts';

interface LiveStateOptions {
  readonly device: Device;
  readonly box: Box | undefined;
  readonly site: SiteView;
}

/** What is to be seen of a device now: its picture and who shows it, how well that goes, and how its box feels. */
export function LiveState({ device, box, site }: LiveStateOptions): ReactNode {
  return (
    <section className="stack">
      <h2>{word('liveState')}</h2>
      <div className="live-state">
        <Preview device={device.key} label={labelOf(device)} />
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
              <ShownAt device={device} site={site} />
            </Fact>
          )}
          <PictureFacts device={device} box={box} site={site} />
        </dl>
      </div>
      {box?.online === true && <BoxHistory fingerprint={box.fingerprint} />}
      {box !== undefined && <BoxFacts box={box} />}
    </section>
  );
}

function ShownAt({ device, site }: Omit<LiveStateOptions, 'box'>): ReactNode {
  const shownAt = site.receivers.filter(({ key }) => site.routeOf(key)?.transmitter === device.key);
  return shownAt.length === 0 ? word('nobodyShows') : shownAt.map(({ id, name }) => `${id} ${name}`).join(', ');
}

/** Of a receiver: of the picture that it shows, whose size only the sender knows. */
function PictureFacts({ device, box, site }: LiveStateOptions): ReactNode {
  const report = useReport(box);
  const source = device.kind === 'receiver' ? site.routeOf(device.key)?.transmitter : null;
  const sent = useReport(source == null ? undefined : site.boxOf(source));
  if (box?.online !== true) return null;
  if (report === null) return <Fact name={word('picture')}>{word('noReport')}</Fact>;
  const wrong = signalWord(report.capture);
  const shows = report.codec !== null;
  const size = device.kind === 'receiver' ? (shows ? (sent?.mode ?? null) : null) : report.mode;
  return (
    <>
      {wrong !== null && (
        <Fact name={word('picture')}>
          <span className="chip warn">{wrong}</span>
        </Fact>
      )}
      {size !== null && <Fact name={word('mode')}>{`${sizeText(size)} @ ${decimal(size.rate)} Hz`}</Fact>}
      {(shows || (device.kind === 'transmitter' && wrong === null)) && (
        <Fact name={word('frames')}>{motionWord(report)}</Fact>
      )}
      {report.codec !== null && <Fact name={word('codec')}>{codecName(report.codec)}</Fact>}
      {shows && report.bitsPerSecond !== null && (
        <Fact name={word('bitRate')}>{bitRateText(report.bitsPerSecond)}</Fact>
      )}
      {shows && <Reception report={report} />}
      {device.kind === 'receiver' && report.mode !== null && (
        <Fact name={word('monitor')}>{`${sizeText(report.mode)} @ ${decimal(report.mode.rate)} Hz`}</Fact>
      )}
    </>
  );
}

function Reception({ report: { reception, delay } }: { readonly report: BoxReport }): ReactNode {
  return (
    <>
      {delay !== null && <Fact name={word('delay')}>{word('milliseconds', { count: decimal(delay) })}</Fact>}
      {reception !== null && (
        <>
          <Fact name={word('loss')}>{percent(reception.loss)}</Fact>
          <Fact name={word('jitter')}>{word('milliseconds', { count: decimal(reception.jitter) })}</Fact>
        </>
      )}
    </>
  );
}

function BoxFacts({ box }: { readonly box: Box }): ReactNode {
  const latest = useReport(box);
  // What a box that is gone once measured is no state.
  const report = box.online ? latest : null;
  return (
    <dl className="facts pairs">
      {report !== null && report.temperature !== null && (
        <Fact name={word('temperature')}>
          <Temperature report={report} />
        </Fact>
      )}
      {report !== null && report.load !== null && <Fact name={word('load')}>{percent(roundShare(report.load))}</Fact>}
      {report !== null && report.memory !== null && <Fact name={word('memory')}>{memoryText(report.memory)}</Fact>}
      {report !== null && report.uptime !== null && <Fact name={word('uptime')}>{durationText(report.uptime)}</Fact>}
      {box.model !== null && <Fact name={word('model')}>{box.model}</Fact>}
      {box.firmware !== null && <Fact name={word('firmware')}>{box.firmware}</Fact>}
      {report !== null && report.engine !== null && <Fact name={word('technical')}>{report.engine}</Fact>}
      {box.address !== null && <Fact name={word('address')}>{box.address}</Fact>}
      {!box.online && box.lastSeen !== null && <Fact name={word('lastSeen')}>{dateTime(box.lastSeen)}</Fact>}
    </dl>
  );
}

const tones = { unknown: null, fine: null, warm: 'warn', hot: 'bad' } as const;

function Temperature({ report }: { readonly report: BoxReport }): ReactNode {
  const text = word('degrees', { count: decimal(report.temperature ?? 0, 0) });
  const limit =
    report.temperatureLimit === null
      ? ''
      : ` · ${word('temperatureLimit', { count: decimal(report.temperatureLimit, 0) })}`;
  const tone = tones[heatOf(report)];
  if (tone === null) {
    return (
      <>
        {text}
        <span className="quiet">{limit}</span>
      </>
    );
  }
  return (
    <span className={`chip ${tone}`}>
      {text}
      {limit}
    </span>
  );
}

/** Nobody reads the load of a processor to hundredths. */
const roundShare = (share: number): number => Math.round(share * 100) / 100;

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode => (
  <div className="fact">
    <dt>{name}</dt>
    <dd className="number">{children}</dd>
  </div>
);
