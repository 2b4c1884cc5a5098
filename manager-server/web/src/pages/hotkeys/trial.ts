import { osdMessageOfCommand, words } from '@seatmatrix/osd';
import type { OsdFunction } from '@seatmatrix/protocol/domain';
import { answerOf, api } from '../../api/client.ts';
import type { Trial } from '../../api/records.ts';
import { word } from '../../language/words.ts';
import { pageLanguage } from '../../page/words.ts';
import { signalWord } from '../../parts/signal-word.ts';
import type { SiteView } from '../../site-view.ts';

export interface TrialQuestion {
  readonly text: string;
  readonly function: OsdFunction;
  readonly operator: string;
  readonly receiver: string;
  /** As it is being edited. */
  readonly hotkey: { readonly key?: string; readonly text: string; readonly devices: readonly string[] };
}

export interface TrialLine {
  readonly state: 'good' | 'doubtful' | 'refused';
  readonly text: string;
}

/** By the manager's own judgement, which knows what is shown and who sits where. */
export const askTrial = ({ hotkey, ...command }: TrialQuestion): Promise<Trial> =>
  answerOf(api.POST('/api/trials', { body: { ...command, hotkey: { ...hotkey, devices: [...hotkey.devices] } } }));

/** The answer in sentences: what each display would show, or what the OSD would say instead. */
export function trialLines(trial: Trial, question: TrialQuestion, site: SiteView): readonly TrialLine[] {
  if (trial.refusal !== null) return [refused(trial.refusal)];
  const lines = trial.targets.flatMap((target): readonly TrialLine[] => {
    const label = site.labelOf(target.device);
    if (target.refusal !== null) return [refused(target.refusal, question.function === 'push' ? label : null)];
    return target.placements.map((placement) => shownLine(placement, { wall: target.wall, site }));
  });
  const { devices } = question.hotkey;
  const placed = new Set(trial.targets.flatMap((target) => target.placements.map(({ transmitter }) => transmitter)));
  if (question.function !== 'connect' || trial.targets.some(({ refusal }) => refusal !== null)) return lines;
  const left = devices.filter((device) => !placed.has(device)).map(site.labelOf);
  if (left.length === 0) return lines;
  return [...lines, { state: 'doubtful', text: word('wouldLeaveOut', { devices: left.join(' · ') }) }];
}

function shownLine(
  { receiver, transmitter, mode }: Trial['targets'][number]['placements'][number],
  { wall, site }: { readonly wall: boolean; readonly site: SiteView },
): TrialLine {
  const names = { receiver: site.labelOf(receiver), transmitter: site.labelOf(transmitter) };
  const text = word(mode === 'view' ? 'wouldView' : wall ? 'wouldFill' : 'wouldConnect', names);
  const capture = site.boxOf(transmitter)?.report?.capture;
  const missing = capture === undefined ? null : signalWord(capture);
  if (missing === null) return { state: 'good', text };
  return { state: 'doubtful', text: `${text} (${missing})` };
}

function refused(refusal: NonNullable<Trial['refusal']>, target: string | null = null): TrialLine {
  const message = words(pageLanguage(), osdMessageOfCommand(refusal));
  const said = word('osdWouldSay', { message });
  return { state: 'refused', text: target === null ? said : `${target}: ${said}` };
}
