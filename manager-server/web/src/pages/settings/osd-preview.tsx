import { SegmentedControl, Switch } from '@mantine/core';
import type { OsdState } from '@seatmatrix/osd';
import type { ListRow } from '@seatmatrix/protocol/domain';
import { type ReactNode, useMemo, useState } from 'react';
import { useAccount } from '../../api/queries.ts';
import type { Settings } from '../../api/records.ts';
import { sampleNotice } from '../../language/sections/settings.ts';
import { type PlainWord, word } from '../../language/words.ts';
import { boxSettingsOf } from '../../parts/osd/box-settings.ts';
import { OsdCanvas } from '../../parts/osd/osd-canvas.tsx';
import { menuPreview, noticePreview, signInPreview, standbyPreview } from '../../parts/osd/osd-scene.ts';
import { NOTICE_REGION, PANEL_REGION, WHOLE_DISPLAY } from '../../parts/osd/region.ts';
import { type SiteView, useSiteView } from '../../site-view.ts';

/** A desk that has not been set up yet. */
const NO_DESK = { id: '5001', name: '' };
const NO_COMPUTER = { id: '0001', name: '' };

const screens = ['sign-in', 'menu', 'notice', 'standby'] as const;
type Screen = (typeof screens)[number];

const screenWords: Readonly<Record<Screen, PlainWord>> = {
  'sign-in': 'previewSignIn',
  menu: 'previewMenu',
  notice: 'previewNotice',
  standby: 'previewStandby',
};

/** What desks will show with these settings, before anything is saved. */
export function OsdPreview({ settings }: { readonly settings: Settings }): ReactNode {
  const site = useSiteView();
  const { name: operator } = useAccount();
  const [screen, setScreen] = useState<Screen>('sign-in');
  const [whole, setWhole] = useState(false);
  const state = useMemo(() => previewOf(screen, { settings, site, operator }), [settings, site, screen, operator]);
  const region = whole ? WHOLE_DISPLAY : screen === 'notice' ? NOTICE_REGION : PANEL_REGION;
  return (
    <section className="card stack hero" data-preview={screen}>
      <div className="row wrap between">
        <h2>{word('preview')}</h2>
        <SegmentedControl
          aria-label={word('preview')}
          data={screens.map((each) => ({ value: each, label: word(screenWords[each]) }))}
          value={screen}
          onChange={(chosen) => setScreen(screens.find((each) => each === chosen) ?? 'sign-in')}
        />
      </div>
      <OsdCanvas state={state} region={region} label={word('previewOf', { screen: word(screenWords[screen]) })} />
      <div className="row wrap between">
        <p className="small quiet grow">{word('previewText')}</p>
        <Switch
          label={word('wholeDisplay')}
          checked={whole}
          onChange={({ currentTarget }) => setWhole(currentTarget.checked)}
        />
      </div>
    </section>
  );
}

function previewOf(
  screen: Screen,
  { settings, site, operator }: { readonly settings: Settings; readonly site: SiteView; readonly operator: string },
): OsdState {
  const receiver = site.receivers.find((device) => device.kind === 'receiver' && device.receiverKind === 'desk');
  const version = receiver === undefined ? '' : (site.boxOf(receiver.key)?.firmware ?? '');
  const desk = { settings: boxSettingsOf(settings), receiver: receiver ?? NO_DESK, version };
  switch (screen) {
    case 'sign-in':
      return signInPreview(desk);
    case 'standby':
      return standbyPreview(desk, operator);
    case 'notice': {
      const [source = NO_COMPUTER] = site.transmitters;
      const message = sampleNotice[settings.boxes.language];
      return noticePreview(desk, { operator, message, source });
    }
    case 'menu': {
      const rows = site.transmitters.map(
        ({ key, id, name }): ListRow => ({ id, name, state: site.isOnline(key) ? 'online' : 'offline' }),
      );
      return menuPreview(desk, { operator, function: 'connect', rows, page: 0 });
    }
  }
}
