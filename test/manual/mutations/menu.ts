import type { Mutation } from '../mutation.ts';

export const menuMutations: readonly Mutation[] = [
  {
    row: 'M06',
    fault: 'the header names the receiver in place of its ID',
    file: 'osd/src/scene/menu-scene.ts',
    find: '(Rx ${situation.device?.id ??',
    replace: '(Rx ${situation.device?.name ??',
  },
  {
    row: 'M07',
    fault: 'fixed words are white',
    file: 'osd/src/scene/palette.ts',
    find: "fixed: '#cfa878',",
    replace: "fixed: '#f5f7fa',",
  },
  {
    row: 'M08',
    fault: 'a page has ten rows',
    file: 'protocol/src/domain/function.ts',
    find: 'export const LIST_PAGE_ROWS = 8;',
    replace: 'export const LIST_PAGE_ROWS = 10;',
  },
  {
    row: 'M09',
    fault: '获取 lists what may be pushed to',
    file: 'manager-server/src/matrix/list-page.ts',
    find: 'state.site.withinRights(session.operator, wanted)',
    replace: "state.site.withinRights(session.operator, wanted === 'fetch' ? 'push' : wanted)",
  },
  {
    row: 'M10',
    fault: 'a receiver with the same source is grey',
    file: 'manager-server/src/matrix/list-page.ts',
    find: 'return own !== undefined && own === its',
    replace: "return device.kind === 'transmitter' && own !== undefined && own === its",
  },
  {
    row: 'M11',
    fault: 'an open menu hears nothing of new names',
    file: 'manager-server/src/matrix/list-page.ts',
    find: 'everything ? draft.state.watchers.keys() : []',
    replace: '[]',
  },
  {
    row: 'M12',
    fault: 'F1 does not return to 连接',
    file: 'osd/src/machine/screens/menu.ts',
    find: "if (key === Usages.F1) return 'connect';",
    replace: 'if (key === Usages.F1) return null;',
  },
  {
    row: 'M13',
    fault: 'Backspace deletes to the right',
    file: 'osd/src/machine/field-key.ts',
    find: 'return removeBefore(field);',
    replace: 'return removeAfter(field);',
  },
];
