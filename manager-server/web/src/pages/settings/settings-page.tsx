import { NumberInput, Select, Tabs, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAccount, useSettings } from '../../api/queries.ts';
import type { Settings } from '../../api/records.ts';
import { fieldProblem } from '../../language/failure-text.ts';
import { word } from '../../language/words.ts';
import { useChosenKey } from '../../parts/chosen-key.ts';
import { DraftBar, type FieldText } from '../../parts/draft-bar.tsx';
import { type RecordDraft, useSettingsDraft } from '../../parts/record-draft.ts';
import { Page } from '../../shell/page.tsx';
import { BackupTab } from '../transfer/backup-tab.tsx';
import { TransferTab } from '../transfer/transfer-tab.tsx';
import { OsdPreview } from './osd-preview.tsx';

const tabs = { site: 'siteSection', osd: 'osdSection', transfer: 'transferTab', backup: 'backupTab' } as const;
type Tab = keyof typeof tabs;

/** What holds for the whole site, and the site as files. */
export default function SettingsPage(): ReactNode {
  const [chosen, choose] = useChosenKey('tab');
  const { role } = useAccount();
  // A backup is an administrator's own.
  const shown = (['site', 'osd', 'transfer', 'backup'] as const).filter(
    (each) => each !== 'backup' || role === 'administrator',
  );
  const tab: Tab = shown.find((each) => each === chosen) ?? 'site';
  return (
    <Page title={word('settings')} text={word('settingsText')}>
      <Tabs value={tab} onChange={(next) => choose(next)} keepMounted={false}>
        <Tabs.List mb={16}>
          {shown.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {word(tabs[each])}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="site">
          <SettingsForm tab="site" />
        </Tabs.Panel>
        <Tabs.Panel value="osd">
          <SettingsForm tab="osd" />
        </Tabs.Panel>
        <Tabs.Panel value="transfer">
          <TransferTab />
        </Tabs.Panel>
        <Tabs.Panel value="backup">
          <BackupTab />
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
}

/** Both tabs edit the one record of settings: what is unsaved in one is so in the other. */
function SettingsForm({ tab }: { readonly tab: 'site' | 'osd' }): ReactNode {
  const draft = useSettingsDraft(useSettings());
  return (
    <form
      className={tab === 'osd' ? 'osd-columns' : 'settings-narrow'}
      onSubmit={(event) => {
        event.preventDefault();
        void draft.save();
      }}
    >
      <div className="stack">
        {tab === 'site' ? <SiteFields draft={draft} /> : <OsdFields draft={draft} />}
        <DraftBar draft={draft} fields={settingsTexts()} />
      </div>
      {tab === 'osd' && <OsdPreview settings={draft.value} />}
    </form>
  );
}

function SiteFields({ draft: { value, set, problem } }: { readonly draft: RecordDraft<Settings> }): ReactNode {
  return (
    <section className="card stack">
      <h2>{word('siteSection')}</h2>
      <TextInput
        label={word('siteName')}
        name="site-name"
        maxLength={200}
        value={value.name}
        error={fieldProblem(problem, '/name')}
        onChange={({ currentTarget }) => set({ ...value, name: currentTarget.value })}
      />
      <Select
        label={word('twoSeats')}
        allowDeselect={false}
        data={(['allow', 'refuse', 'move'] as const).map((each) => ({ value: each, label: word(twoSeats[each]) }))}
        value={value.twoSeats}
        onChange={(each) => set({ ...value, twoSeats: each === 'refuse' || each === 'move' ? each : 'allow' })}
      />
    </section>
  );
}

type Boxes = Settings['boxes'];

function OsdFields({ draft: { value, set, problem } }: { readonly draft: RecordDraft<Settings> }): ReactNode {
  const { boxes } = value;
  const change = (changed: Partial<Boxes>) => set({ ...value, boxes: { ...boxes, ...changed } });
  return (
    <section className="card stack">
      <h2>{word('osdSection')}</h2>
      <div className="fields">
        <Select
          label={word('osdLanguage')}
          allowDeselect={false}
          data={[
            { value: 'zh', label: word('osdChinese') },
            { value: 'en', label: word('osdEnglish') },
          ]}
          value={boxes.language}
          onChange={(language) => change({ language: language === 'en' ? 'en' : 'zh' })}
        />
        <Select
          label={word('textSize')}
          allowDeselect={false}
          data={textSizes.map((each) => ({ value: each, label: word(textSizeWords[each]) }))}
          value={boxes.textSize}
          onChange={(textSize) => change({ textSize: textSizes.find((each) => each === textSize) ?? 'normal' })}
        />
        <Select
          label={word('osdHotkey')}
          allowDeselect={false}
          data={hotkeys.map((each) => ({ value: each, label: word(hotkeyWords[each]) }))}
          value={boxes.hotkey}
          onChange={(hotkey) => change({ hotkey: hotkeys.find((each) => each === hotkey) ?? 'double-shift' })}
        />
        {durations.map(({ field, min, max }) => (
          <NumberInput
            key={field}
            label={word(field)}
            description={word('rangeMilliseconds', { min, max })}
            min={min}
            max={max}
            step={100}
            allowDecimal={false}
            clampBehavior="blur"
            value={boxes[field]}
            error={fieldProblem(problem, `/boxes/${field}`)}
            onChange={(milliseconds) => change({ [field]: Number(milliseconds) })}
          />
        ))}
        <NumberInput
          label={word('menuIdle')}
          description={word('menuIdleNever')}
          min={5}
          max={3600}
          allowDecimal={false}
          clampBehavior="blur"
          value={boxes.menuIdle === null ? '' : boxes.menuIdle / 1000}
          error={fieldProblem(problem, '/boxes/menuIdle')}
          onChange={(seconds) => change({ menuIdle: seconds === '' ? null : Number(seconds) * 1000 })}
        />
      </div>
      <TextInput
        label={word('banner')}
        name="banner"
        maxLength={200}
        value={boxes.banner}
        error={fieldProblem(problem, '/boxes/banner')}
        onChange={({ currentTarget }) => change({ banner: currentTarget.value })}
      />
    </section>
  );
}

const twoSeats = { allow: 'twoSeatsAllow', refuse: 'twoSeatsRefuse', move: 'twoSeatsMove' } as const;
const textSizes = ['small', 'normal', 'large'] as const;
const textSizeWords = { small: 'textSmall', normal: 'textNormal', large: 'textLarge' } as const;
const hotkeys = ['double-shift', 'double-control', 'double-alt', 'double-scroll-lock'] as const;
const hotkeyWords = {
  'double-shift': 'doubleShift',
  'double-control': 'doubleControl',
  'double-alt': 'doubleAlt',
  'double-scroll-lock': 'doubleScrollLock',
} as const;

/** The manager's own limits: outside of them the menu never comes, or comes unasked. */
const durations = [
  { field: 'tapWindow', min: 200, max: 2000 },
  { field: 'commandWindow', min: 500, max: 10_000 },
  { field: 'successLinger', min: 0, max: 10_000 },
] as const;

const settingsTexts = (): readonly FieldText<Settings>[] => [
  { label: word('siteName'), text: ({ name }) => name },
  { label: word('twoSeats'), text: (settings) => word(twoSeats[settings.twoSeats]) },
  { label: word('osdLanguage'), text: ({ boxes }) => word(boxes.language === 'zh' ? 'osdChinese' : 'osdEnglish') },
  { label: word('textSize'), text: ({ boxes }) => word(textSizeWords[boxes.textSize]) },
  { label: word('osdHotkey'), text: ({ boxes }) => word(hotkeyWords[boxes.hotkey]) },
  ...durations.map(({ field }) => ({ label: word(field), text: ({ boxes }: Settings) => String(boxes[field]) })),
  { label: word('menuIdle'), text: ({ boxes }) => (boxes.menuIdle === null ? '' : String(boxes.menuIdle / 1000)) },
  { label: word('banner'), text: ({ boxes }) => boxes.banner },
];
