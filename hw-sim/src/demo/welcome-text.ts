import { demoAdministrator, demoSite, singleDesks } from './demo-site.ts';

/** What the terminal says when the demonstration runs: where to look, and how to sign in. */
export function welcomeText({ pages }: { readonly pages: string }): string {
  // Not percent-encoded: browsers take it as it is, and people read it.
  const places = [
    ...demoSite.seats.map(({ name, receivers }) => ({ name, ids: receivers, path: `seat/${name}` })),
    ...singleDesks.map(({ name, id }) => ({ name, ids: [id], path: id })),
    ...demoSite.walls.map(({ name, receivers }) => ({ name, ids: receivers, path: `wall/${name}` })),
  ];
  const rows = places.map(({ name, ids, path }) => {
    return `  ${padded(name, 14)}${padded(ids.join(' '), 18)}${pages}/console/${path}`;
  });
  const people = demoSite.operators.map(({ name, password, connect }) => {
    return `  ${padded(name, 14)}${padded(password, 18)}${connect === 'all' ? 'every right' : 'a few rights'}`;
  });
  const { name, password } = demoAdministrator;
  return [
    '',
    `Seatmatrix demonstration: ${pages}`,
    '',
    `  administrator on the pages: ${name} / ${password}`,
    '',
    'Desks and the wall in the browser',
    ...rows,
    '',
    'Operators, at the sign-in screen of a desk',
    ...people,
    '',
    'Then: type 1 and Enter to connect the first computer; Shift, Shift, O opens the menu again;',
    'F2 pushes, F3 fetches, F12 signs out. Control-C here ends the demonstration.',
    '',
  ].join('\n');
}

/** Han characters take two places in a terminal. */
function padded(text: string, width: number): string {
  const places = [...text].reduce((sum, character) => sum + (/\p{Script=Han}/u.test(character) ? 2 : 1), 0);
  return text + ' '.repeat(Math.max(1, width - places));
}
