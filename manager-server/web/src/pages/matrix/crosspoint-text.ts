import { unreachable } from '@seatmatrix/protocol/kernel';
import { word } from '../../language/words.ts';
import { labelOf } from '../../parts/kind-word.ts';
import { signalWord } from '../../parts/signal-word.ts';
import type { SiteView } from '../../site-view.ts';
import { type Crosspoint, type CrosspointReason, crosspointOf, shownBy } from './crosspoint.ts';
import type { MatrixColumn, MatrixRow } from './matrix-axes.ts';

/** What a crosspoint says, with the reason where wanted and actual differ. */
export function crosspointText(site: SiteView, row: MatrixRow, { transmitter }: MatrixColumn): string {
  const names = { receiver: labelOf(row), transmitter: labelOf(transmitter) };
  const crosspoint: Crosspoint = crosspointOf(site, row, transmitter.key);
  switch (crosspoint.type) {
    case 'none':
      return word('crosspointNone', names);
    case 'attempt':
      return word('crosspointAttempt', names);
    case 'live': {
      const text = word('crosspointLive', names);
      return crosspoint.keys ? text : `${text} ${word('viewOnly')}`;
    }
    case 'without-picture': {
      const reason = (crosspoint.capture && signalWord(crosspoint.capture)) ?? word('noSignal');
      return word('crosspointWithoutPicture', { ...names, reason });
    }
    case 'wanted':
      return word('crosspointWanted', { ...names, reason: reasonWord(crosspoint.reason) });
    default:
      return unreachable(crosspoint);
  }
}

/** Who sits at the row and what it shows. */
export function rowText(site: SiteView, row: MatrixRow): string {
  const shown = shownBy(site, row);
  const operator = site.operatorAt(row.receiver.key);
  const parts = [
    labelOf(row),
    row.group === null ? '' : word('displayOf', { number: row.group.number, name: row.group.name }),
    row.wall === null ? '' : word('wallShort', row.wall),
    row.receiver.location,
    operator === undefined ? '' : word('sitsHere', { operator: operator.name }),
    row.receivers.every(({ key }) => site.isOnline(key)) ? '' : word('offline'),
    shown === null ? word('showsNothing') : shownText(site, row, shown),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function shownText(site: SiteView, row: MatrixRow, shown: string): string {
  const live = crosspointOf(site, row, shown).type === 'live';
  return word(live ? 'showsSource' : 'isToShow', { transmitter: site.labelOf(shown) });
}

export function columnText(site: SiteView, { transmitter, group }: MatrixColumn): string {
  const signal = signalWord(site.boxOf(transmitter.key)?.report?.capture ?? 'none');
  const parts = [
    labelOf(transmitter),
    group === null ? '' : `${group.name} ${word('headNumber', { number: group.number })}`,
    transmitter.location,
    site.isOnline(transmitter.key) ? (signal ?? '') : word('offline'),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function reasonWord(reason: CrosspointReason): string {
  switch (reason) {
    case 'receiver-offline':
      return word('reasonReceiverOffline');
    case 'transmitter-offline':
      return word('reasonTransmitterOffline');
    case 'link-failed':
      return word('reasonLinkFailed');
    case 'no-signal':
      return word('noSignal');
    case 'lost':
      return word('reasonLost');
    case 'opening':
      return word('reasonOpening');
  }
}
