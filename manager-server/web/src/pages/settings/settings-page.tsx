import { NumberInput, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSettings } from '../../api/queries.ts';
import type { Settings } from '../../api/records.ts';
import { fieldProblem } from '../../language/failure-text.ts';
import { word } from '../../language/words.ts';
import { DraftBar, type FieldText } from '../../parts/draft-bar.tsx';
import { type RecordDraft, useSettingsDraft } from '../../parts/record-draft.ts';
import { Page } from '../../shell/page.tsx';
import { OsdPreview } from './osd-preview.tsx';

/** What holds for the whole site. */
export default function SettingsPage(): ReactNode {
  const draft = useSettingsDraft(useSettings());
  return (
    <Page title={word('settings')} text={word('settingsText')}>
      <form
        className="columns"
        onSubmit={(event) => {
          event.preventDefault();
          void draft.save();
        }}
      >
        <div className="stack">
          <SiteFields draft={draft} />
          <OsdFields draft={draft} />
          <DraftBar draft={draft} fields={settingsTexts()} />
        </div>
        <OsdPreview settings={draft.value} />
      </form>
    </Page>
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
  { label: word('osdHotkey'), text: ({ boxes }) => word(hotkeyWords[boxes.hotkey]) },
  ...durations.map(({ field }) => ({ label: word(field), text: ({ boxes }: Settings) => String(boxes[field]) })),
  { label: word('menuIdle'), text: ({ boxes }) => (boxes.menuIdle === null ? '' : String(boxes.menuIdle / 1000)) },
  { label: word('banner'), text: ({ boxes }) => boxes.banner },
];
