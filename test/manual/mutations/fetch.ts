import type { Mutation } from '../mutation.ts';

export const fetchMutations: readonly Mutation[] = [
  {
    row: 'M35',
    fault: 'what was fetched can only be watched',
    file: 'manager-server/src/matrix/decision.ts',
    find: "heads: wanted, mode: () => 'shared'",
    replace: "heads: wanted, mode: () => 'view'",
  },
  {
    row: 'M36',
    fault: 'to fetch from a receiver that shows nothing is a success',
    file: 'manager-server/src/matrix/decision.ts',
    find: "'shows-nothing': () => main === undefined,",
    replace: "'shows-nothing': () => false,",
  },
  {
    row: 'M37',
    fault: 'the right to fetch opens every source that the receiver shows',
    file: 'manager-server/src/matrix/decision.ts',
    find: ' || (main !== undefined && !may(main)),',
    replace: ',',
  },
  {
    row: 'M38',
    fault: 'only the main head is fetched',
    file: 'manager-server/src/matrix/decision.ts',
    find: 'const wanted = main === undefined ? [] : [main, ...others.filter(may)];',
    replace: 'const wanted = main === undefined || others.length < 0 ? [] : [main];',
  },
  {
    row: 'M39',
    fault: 'of a wall’s source comes the part that its first tile shows',
    file: 'manager-server/src/matrix/placement.ts',
    find: 'mode: wish.mode(wish.receiver, main), crop: null },',
    replace:
      'mode: wish.mode(wish.receiver, main), crop: [...state.routes.values()].find(({ route }) => route.transmitter === main)?.route.crop ?? null },',
  },
  {
    row: 'M39b',
    fault: 'of a single wall always comes the first tile’s source',
    file: 'manager-server/src/matrix/decision.ts',
    find: 'const own = state.routes.get(receiver)?.route.transmitter;',
    replace:
      'const own = state.routes.get(state.site.wallOf(receiver)?.wall.receivers[0] ?? receiver)?.route.transmitter;',
  },
  {
    row: 'M40',
    fault: 'of a hotkey’s several receivers the first is fetched from',
    file: 'manager-server/src/matrix/decision.ts',
    find: 'if (asking === undefined || from === undefined || more.length > 0) return unknownName;',
    replace: 'if (asking === undefined || from === undefined || more.length < 0) return unknownName;',
  },
];
