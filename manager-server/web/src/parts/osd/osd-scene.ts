import { createOsd, type OsdInput, type OsdState, osdStep, type Situation } from '@seatmatrix/osd';
import { type BoxSettings, LIST_PAGE_ROWS, type ListRow, type OsdFunction } from '@seatmatrix/protocol/domain';
import { instant } from '@seatmatrix/protocol/kernel';

/** When the preview's desk is looked at; nothing in it runs out before. */
const NOW = instant(1000);

export interface PreviewDesk {
  readonly settings: BoxSettings;
  readonly receiver: { readonly id: string; readonly name: string };
  readonly version: string;
}

/** The sign-in screen of a desk, as the receiver itself would draw it. */
export const signInPreview = (desk: PreviewDesk): OsdState => at(desk, null);

/** A desk with somebody signed in and no computer yet: it says how the menu is opened. */
export const standbyPreview = (desk: PreviewDesk, operator: string): OsdState => at(desk, operator);

/** What comes over a picture: an administrator's message, and a lost connection to the manager. */
export function noticePreview(
  desk: PreviewDesk,
  { operator, message, source }: { readonly operator: string; readonly message: string; readonly source: Source },
): OsdState {
  const picture = { ...source, picture: 'lost', mode: 'shared' } as const;
  return feed(at(desk, operator, picture), { type: 'message', text: message, seconds: 60, at: NOW });
}

type Source = { readonly id: string; readonly name: string };

/** The menu of a signed-in operator with a page of his list. */
export function menuPreview(
  desk: PreviewDesk,
  menu: {
    readonly operator: string;
    readonly function: OsdFunction;
    readonly rows: readonly ListRow[];
    readonly page: number;
  },
): OsdState {
  const pages = Math.max(1, Math.ceil(menu.rows.length / LIST_PAGE_ROWS));
  const page = Math.min(menu.page, pages - 1);
  const rows = menu.rows.slice(page * LIST_PAGE_ROWS, (page + 1) * LIST_PAGE_ROWS);
  const opened = feed(at(desk, menu.operator), { type: 'open', function: menu.function, at: NOW });
  const list = { function: menu.function, page, pages, total: menu.rows.length, rows };
  return feed(opened, { type: 'list', page: list, at: NOW });
}

function at(
  { settings, receiver, version }: PreviewDesk,
  operator: string | null,
  source: Situation['source'] = null,
): OsdState {
  const situation: Situation = {
    version,
    device: { ...receiver, receiverKind: 'desk' },
    carrier: true,
    manager: 'live',
    pending: null,
    operator,
    focused: true,
    display: { number: 1, count: 1 },
    source,
  };
  const told = feed(createOsd(NOW), { type: 'settings', settings, at: NOW });
  return feed(told, { type: 'situation', situation, at: NOW });
}

const feed = (state: OsdState, input: OsdInput): OsdState => osdStep(state, input).state;
