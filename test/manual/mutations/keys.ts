import type { Mutation } from '../mutation.ts';

export const keyMutations: readonly Mutation[] = [
  {
    row: 'M41',
    fault: 'F5 says that it refreshes and asks nobody',
    file: 'osd/src/machine/screens/menu.ts',
    find: 'return show(state, asked, watch(menu));',
    replace: 'return show(state, asked);',
  },
  {
    row: 'M42',
    fault: 'F8 says nothing',
    file: 'osd/src/machine/screens/menu.ts',
    find: '(key >= Usages.F8 && key <= Usages.F11)',
    replace: '(key > Usages.F8 && key <= Usages.F11)',
  },
  {
    row: 'M43',
    fault: 'signing out leaves the picture on the desk',
    file: 'manager-server/src/matrix/session.ts',
    find: 'draft.setRoute(receiver, null);',
    replace: '',
  },
  {
    row: 'M44',
    fault: 'Esc does not leave the menu',
    file: 'osd/src/machine/screens/menu.ts',
    find: 'case Usages.Escape:\n      return closeMenu(state);',
    replace: 'case Usages.Escape:\n      return stay(state);',
  },
  {
    row: 'M45',
    fault: 'the two taps have to be within 300 ms',
    file: 'protocol/src/domain/settings.ts',
    find: 'tapWindow: 500 as Duration,',
    replace: 'tapWindow: 300 as Duration,',
  },
  {
    row: 'M46',
    fault: 'only 【连接】 is bright yellow',
    file: 'osd/src/scene/menu-scene.ts',
    find: '{ ...style, text: title, colour: palette.bright }',
    replace: "{ ...style, text: title, colour: menu.function === 'connect' ? palette.bright : palette.fixed }",
  },
  {
    row: 'M48',
    fault: 'double Shift and F2 opens 连接',
    file: 'firmware-agent/src/input/hotkey-recogniser.ts',
    find: "[Usages.F2, 'push'],",
    replace: "[Usages.F2, 'connect'],",
  },
  {
    row: 'M49',
    fault: 'an open menu does not say that the manager is gone',
    file: 'osd/src/machine/screens/menu.ts',
    find: '      feedback: unreachable,\n',
    replace: '',
  },
];
