import { SegmentedControl } from '@mantine/core';
import type { ListRow } from '@seatmatrix/protocol/domain';
import { type ReactNode, useMemo, useState } from 'react';
import { useAccount } from '../../api/queries.ts';
import type { Settings } from '../../api/records.ts';
import { word } from '../../language/words.ts';
import { boxSettingsOf } from '../../parts/osd/box-settings.ts';
import { OsdCanvas } from '../../parts/osd/osd-canvas.tsx';
import { menuPreview, signInPreview } from '../../parts/osd/osd-scene.ts';
import { useSiteView } from '../../site-view.ts';

/** A desk that has not been set up yet. */
const NO_DESK = { id: '5001', name: '' };

/** What desks will show with these settings, before anything is saved. */
export function OsdPreview({ settings }: { readonly settings: Settings }): ReactNode {
  const site = useSiteView();
  const { name: operator } = useAccount();
  const [screen, setScreen] = useState<'sign-in' | 'menu'>('sign-in');
  const scene = useMemo(() => {
    const receiver = site.receivers.find((device) => device.kind === 'receiver' && device.receiverKind === 'desk');
    const desk = { settings: boxSettingsOf(settings), receiver: receiver ?? NO_DESK, version: '' };
    if (screen === 'sign-in') return signInPreview(desk);
    const rows = site.transmitters.map(
      ({ key, id, name }): ListRow => ({
        ...{ id, name },
        state: site.isOnline(key) ? 'online' : 'offline',
      }),
    );
    return menuPreview(desk, { operator, function: 'connect', rows, page: 0 });
  }, [settings, site, screen, operator]);
  const name = word(screen === 'menu' ? 'previewMenu' : 'previewSignIn');
  return (
    <section className="card stack" data-preview={screen}>
      <div className="row wrap between">
        <h2>{word('preview')}</h2>
        <SegmentedControl
          aria-label={word('preview')}
          data={[
            { value: 'sign-in', label: word('previewSignIn') },
            { value: 'menu', label: word('previewMenu') },
          ]}
          value={screen}
          onChange={(chosen) => setScreen(chosen === 'menu' ? 'menu' : 'sign-in')}
        />
      </div>
      <OsdCanvas scene={scene} label={word('previewOf', { screen: name })} />
      <p className="small quiet">{word('previewText')}</p>
    </section>
  );
}
