import type { MarkNode } from '../scene/scene.ts';
import type { Message } from '../strings/strings.ts';
import type { OsdState } from './osd-state.ts';
import { osdView } from './osd-view.ts';

/** A line at the top of the picture. It takes no key. */
export interface Banner {
  readonly tone: 'live' | 'prompt' | 'alarm';
  readonly mark: MarkNode['shape'] | null;
  readonly label: Message | null;
  /** Text of people's own stands as it is. */
  readonly words: Message | string;
}

/** What has to be said now, the most important first. */
export function banners(state: OsdState): readonly Banner[] {
  return [
    ...announced(state),
    ...(osdView(state) === 'picture' || osdView(state) === 'watching' ? pictureBanners(state) : []),
    ...managerBanner(state),
    ...(osdView(state) === 'watching' ? [prompt('lock', { key: 'pressAnyKey' })] : []),
    ...focusBanner(state),
    ...sourceBanner(state),
  ];
}

function announced({ announcements }: OsdState): Banner[] {
  const { administrator, notice } = announcements;
  const said: Banner[] = [];
  if (administrator !== null) {
    said.push({ tone: 'prompt', mark: 'triangle', label: { key: 'administratorSays' }, words: administrator.text });
  }
  if (notice !== null) said.push({ tone: 'prompt', mark: null, label: null, words: notice.message });
  return said;
}

function pictureBanners({ situation }: OsdState): Banner[] {
  const { source, device, operator } = situation;
  if (source === null) return [];
  const shown: Banner[] = [];
  if (source.picture === 'no-signal') shown.push(alarm('ring', { key: 'pictureMissing' }));
  if (source.picture === 'frozen') shown.push(alarm('cross', { key: 'pictureFrozen' }));
  if (source.picture === 'lost') shown.push(alarm('cross', { key: 'pictureLost' }));
  if (source.picture === 'opening') shown.push(prompt('chevron-down', { key: 'pictureOpening' }));
  const typing = device?.receiverKind === 'desk' && operator !== null;
  if (source.mode === 'view' && typing)
    shown.push({ tone: 'live', mark: 'eye', label: null, words: { key: 'viewOnly' } });
  return shown;
}

/** A desk at work is told; the sign-in screen has a status line of its own, and a wall's viewers cannot help it. */
function managerBanner({ situation, menu }: OsdState): Banner[] {
  const working = situation.operator !== null && situation.device?.receiverKind === 'desk';
  return working && situation.manager === 'lost' && menu === null
    ? [alarm('cross', { key: 'managerUnreachable' })]
    : [];
}

function focusBanner({ situation, announcements }: OsdState): Banner[] {
  if (announcements.focusUntil === null) return [];
  const message: Message = { key: 'displayFocused', values: { number: situation.display.number } };
  return [{ tone: 'live', mark: 'disc', label: null, words: message }];
}

function sourceBanner(state: OsdState): Banner[] {
  const { source } = state.situation;
  const shown = osdView(state) === 'picture' || osdView(state) === 'watching';
  if (source === null || state.announcements.sourceUntil === null || !shown) return [];
  return [{ tone: 'live', mark: null, label: null, words: `${source.id}  ${source.name}` }];
}

const alarm = (mark: MarkNode['shape'], words: Message): Banner => ({ tone: 'alarm', mark, label: null, words });
const prompt = (mark: MarkNode['shape'], words: Message): Banner => ({ tone: 'prompt', mark, label: null, words });
