import type { Right } from './grant.ts';

/** F1, F2, F3 of the OSD: 连接, 推送, 获取. Each needs the right of its own name. */
export type OsdFunction = Right;

/** Rows of a list's page (manual: 超过8个在线设备可用↑和↓进行翻页). */
export const LIST_PAGE_ROWS = 8;

/** What may be typed into the input area: IDs and hotkeys are at most so long. */
export const NAME_TEXT_MAX = 16;

/** The whole input area: a push may name many receivers, and the line has to stay readable and bounded. */
export const INPUT_TEXT_MAX = 256;

/** Typed where a push means every receiver in the operator's rights. Reserved: no hotkey may be called so. */
export const ALL = 'all';

/** grey, yellow, red: online; connected (or a receiver with the same source); offline. */
export type RowState = 'online' | 'connected' | 'offline';

export interface ListRow {
  readonly id: string;
  readonly name: string;
  readonly state: RowState;
}

/** One page of the menu's list, as the manager sees it now. Pages count from 0. */
export interface ListPage {
  readonly function: OsdFunction;
  readonly page: number;
  readonly pages: number;
  /** Devices in all pages. */
  readonly total: number;
  readonly rows: readonly ListRow[];
}
