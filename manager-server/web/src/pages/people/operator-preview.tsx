import { Button, Modal, Select } from '@mantine/core';
import { LIST_PAGE_ROWS, type ListRow, type Right } from '@seatmatrix/protocol/domain';
import { type ReactNode, useMemo, useState } from 'react';
import { useSettings } from '../../api/queries.ts';
import type { Operator } from '../../api/records.ts';
import { word } from '../../language/words.ts';
import { labelOf } from '../../parts/kind-word.ts';
import { boxSettingsOf } from '../../parts/osd/box-settings.ts';
import { OsdCanvas } from '../../parts/osd/osd-canvas.tsx';
import { menuPreview } from '../../parts/osd/osd-scene.ts';
import { MENU_REGION } from '../../parts/osd/region.ts';
import { kindOfRight, useRights } from '../../parts/rights.ts';
import { type SiteView, useSiteView } from '../../site-view.ts';
import { RightChoice } from './effective-rights.tsx';

/** The very list that this person would have in the OSD, painted by the OSD's own painter. */
export function OperatorPreview({ operator }: { readonly operator: Operator }): ReactNode {
  const site = useSiteView();
  const { may } = useRights();
  const settings = useSettings();
  const [right, setRight] = useState<Right>('connect');
  const [page, setPage] = useState('0');
  const [large, setLarge] = useState(false);
  const desks = site.receivers.filter((device) => device.kind === 'receiver' && device.receiverKind === 'desk');
  const [at, setAt] = useState(desks[0]?.key ?? '');
  const receiver = site.devices.get(at) ?? desks[0];
  const rows = useMemo(() => {
    const devices = kindOfRight(right) === 'transmitter' ? site.transmitters : site.receivers;
    return devices
      .filter(({ key }) => key !== receiver?.key && may(operator, right, key).allowed)
      .map(({ key, id, name }): ListRow => ({ id, name, state: rowState(site, { own: receiver?.key ?? '', key }) }));
  }, [right, site, receiver, operator, may]);
  const shown = useMemo(() => {
    if (receiver === undefined) return null;
    const version = site.boxOf(receiver.key)?.firmware ?? '';
    const desk = { settings: boxSettingsOf(settings), receiver, version };
    return menuPreview(desk, { operator: operator.name, function: right, rows, page: Number(page) });
  }, [settings, receiver, site, operator, right, rows, page]);
  if (receiver === undefined) return null;
  const pages = Math.max(1, Math.ceil(rows.length / LIST_PAGE_ROWS));
  const label = word('previewLabel', {
    ...{ operator: operator.name, receiver: receiver.id, function: word(right), count: rows.length },
  });
  return (
    <section className="stack" data-preview={rows.map(({ id }) => id).join(' ')}>
      <h2>{word('wouldSee')}</h2>
      <div className="row wrap" style={{ alignItems: 'flex-end' }}>
        <Select
          label={word('atReceiver')}
          allowDeselect={false}
          searchable={desks.length > 8}
          data={desks.map((device) => ({ value: device.key, label: labelOf(device) }))}
          value={receiver.key}
          onChange={(key) => setAt(key ?? at)}
        />
        {pages > 1 && (
          <Select
            label={word('page')}
            allowDeselect={false}
            w={90}
            data={Array.from({ length: pages }, (_, index) => ({ value: String(index), label: String(index + 1) }))}
            value={page}
            onChange={(chosen) => setPage(chosen ?? '0')}
          />
        )}
        <RightChoice
          right={right}
          choose={(chosen) => {
            setRight(chosen);
            setPage('0');
          }}
        />
      </div>
      <div className="osd-zoom">
        <OsdCanvas state={shown} label={label} region={MENU_REGION} />
        <Button className="enlarge" size="compact-sm" onClick={() => setLarge(true)}>
          {word('enlarge')}
        </Button>
      </div>
      <Modal opened={large} onClose={() => setLarge(false)} size={1240} title={label} zIndex={300}>
        <OsdCanvas state={shown} label={label} />
      </Modal>
    </section>
  );
}

function rowState(site: SiteView, { own, key }: { readonly own: string; readonly key: string }): ListRow['state'] {
  if (!site.isOnline(key)) return 'offline';
  const mine = site.routeOf(own)?.transmitter ?? null;
  const its = site.devices.get(key)?.kind === 'transmitter' ? key : (site.routeOf(key)?.transmitter ?? null);
  return mine !== null && mine === its ? 'connected' : 'online';
}
