import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { seconds } from '@seatmatrix/protocol/kernel';
import { type Lab, openLab } from '../harness/lab.ts';
import { drawPages } from './page-pictures.ts';

/** Draws the pictures of README and docs: what the monitors of a whole simulated site really show. */
const folder = new URL('../../docs/pictures/', import.meta.url).pathname;
mkdirSync(folder, { recursive: true });

const lab = await openLab();
try {
  const desk = lab.desk('5004');
  save('sign-in', desk.png());
  await desk.signIn();
  await desk.connect('1');
  await desk.type('uptime');
  save('picture', desk.png());
  await desk.menu();
  await desk.type('3');
  save('menu', desk.png());
  await desk.closeMenu();
  await pushSeveral(lab);
} finally {
  await lab.close();
}
await drawPages(save);

async function pushSeveral(site: Lab): Promise<void> {
  const desk = site.desk('5004');
  await site.desk('5005').signIn();
  await desk.menu('push');
  await desk.type('5005,5001,6');
  await desk.enter();
  await site.pass(seconds(3));
  save('push', desk.png());
  await desk.closeMenu();
  save('wall-left', site.desk('5006').png());
  save('wall-right', site.desk('5007').png());
}

function save(name: string, png: Uint8Array): void {
  const path = join(folder, `${name}.png`);
  writeFileSync(path, png);
  console.log(path);
}
