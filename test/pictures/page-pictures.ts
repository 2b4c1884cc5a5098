import { BrowserPage, type Taste } from '../e2e/browser-page.ts';
import { PageSite } from '../e2e/page/page-site.ts';

const TASTES = {
  light: { locale: 'en-GB', colorScheme: 'light' },
  dark: { locale: 'zh-CN', colorScheme: 'dark' },
} as const;

const SHOTS: readonly { readonly name: string; readonly path: string; readonly taste: Taste }[] = [
  { name: 'page-overview', path: '/', taste: TASTES.light },
  { name: 'page-matrix', path: '/matrix', taste: TASTES.dark },
  { name: 'page-devices', path: '/devices', taste: TASTES.light },
];

const PICTURES_COME = 5000;

/** The manager's pages on the demonstration's site while people work there. */
export async function drawPages(save: (name: string, png: Uint8Array) => void): Promise<void> {
  await using site = await PageSite.start();
  const [first] = SHOTS;
  if (first === undefined) return;
  const worker = await site.signedIn(first.taste);
  for (const [desk, name, password, text] of [
    ['5001', 'hxfj', '123456', 'cs'],
    ['5004', 'op2', 'kvm-op-2', '5'],
  ] as const) {
    const console = await BrowserPage.open(worker.context, `${site.pages}/console/${desk}`);
    await console.signInAtDesk(desk, name, password);
    await console.reads(desk, '电力调度一号');
    await console.type(text);
    await console.press('Enter');
    await console.menuIsClosed(desk);
  }
  const wall = { function: 'connect', receiver: 'device-5006', transmitter: 'device-0007' };
  await site.client.ask('POST', '/api/commands', { body: wall });
  for (const { name, path, taste } of SHOTS) {
    const person = await site.signedIn(taste);
    await person.go(path);
    // A canvas does not say when its pictures have come; they do every two seconds.
    await person.page.waitForTimeout(PICTURES_COME);
    save(name, await person.page.screenshot());
  }
}
