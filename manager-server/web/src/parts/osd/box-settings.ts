import type { BoxSettings } from '@seatmatrix/protocol/domain';
import type { Settings } from '../../api/records.ts';

/** What boxes are told, as the OSD takes it. Durations are milliseconds on both sides. */
export const boxSettingsOf = ({ boxes, version }: Pick<Settings, 'boxes' | 'version'>): BoxSettings =>
  ({ ...boxes, revision: version }) as unknown as BoxSettings;
