import { LIST_PAGE_ROWS, type ListPage, NAME_MAX } from '../domain/index.ts';
import { readDeviceId } from './identity.ts';
import { PAGES_MAX } from './limits.ts';
import { readList, readText, readWhole } from './reading.ts';
import type { generated } from './schema.ts';
import { osdFunctions, rowStates } from './words.ts';

export function writeListPage(page: ListPage): generated.v1.ListPage.$Properties {
  return {
    function: osdFunctions.write(page.function),
    page: page.page,
    pages: page.pages,
    total: page.total,
    rows: page.rows.map((row) => ({
      id: row.id,
      name: row.name.toWellFormed(),
      state: rowStates.write(row.state),
    })),
  };
}

export function readListPage(raw: generated.v1.ListPage.$Properties): ListPage {
  return {
    function: osdFunctions.read(raw.function),
    page: readWhole(raw.page, { field: 'page', max: PAGES_MAX }),
    pages: readWhole(raw.pages, { field: 'pages', max: PAGES_MAX }),
    total: readWhole(raw.total, { field: 'total' }),
    rows: readList(raw.rows, {
      field: 'rows',
      max: LIST_PAGE_ROWS,
      read: (row) => ({
        id: readDeviceId(row.id, 'row ID'),
        name: readText(row.name, { field: 'row name', max: NAME_MAX }),
        state: rowStates.read(row.state),
      }),
    }),
  };
}
