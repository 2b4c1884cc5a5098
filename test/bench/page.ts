import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { buildWeb } from '../../manager-server/web/build.ts';
import { type Bench, type CaseResult, summarise } from './measurement.ts';
import { firstPageSizes } from './page-bundle.ts';
import { useDevices, useGrants, walkAround } from './page-hand.ts';
import { openBrowser, PageLook } from './page-look.ts';
import { PageManager } from './page-manager.ts';
import { NAIVE } from './page-probe.ts';
import { type PageSiteSize, seedPageSite } from './page-seed.ts';
import { PageStorm } from './page-storm.ts';

export interface PageSizes {
  /** With a box for every device, online. */
  readonly site: PageSiteSize;
  /** For the matrix; devices without boxes. */
  readonly large: PageSiteSize;
  /** Of every page, with a new browser profile each. */
  readonly loads: number;
  /** Times that everything is done once. */
  readonly rounds: number;
  /** Seats where somebody is signed in. */
  readonly taken: number;
  /** Milliseconds of scrolling in one direction, and of reports while memory is watched. */
  readonly scroll: number;
  readonly storm: number;
}

const SITE: PageSiteSize = {
  transmitters: 500,
  receivers: 500,
  operators: 200,
  grants: 5_000,
  hotkeys: 200,
  seats: 100,
};

const FULL: PageSizes = {
  site: SITE,
  large: { ...SITE, transmitters: 1_000, receivers: 1_000 },
  ...{ loads: 4, rounds: 3, taken: 50, scroll: 2_000, storm: 60_000 },
};

const QUICK: PageSizes = {
  site: { ...SITE, transmitters: 20, receivers: 30, seats: 5, hotkeys: 10, grants: 100 },
  large: { ...SITE, transmitters: 100, receivers: 100, seats: 5, hotkeys: 10, grants: 100 },
  ...{ loads: 1, rounds: 1, taken: 2, scroll: 300, storm: 1_000 },
};

export const pageBench: Bench = {
  name: 'page',
  about: "the manager's page on a site of 1,000 devices: first paint, interactions, scrolling, a storm of reports",
  quick: (say) => measurePage(QUICK, say),
  run: (say) => measurePage(FULL, say),
};

/** Reports of boxes a second, of all together. */
const STORM_RATE = 200;
/** A naive matrix of a thousand by a thousand would be a million elements, and no page. */
const NAIVE_MATRIX = 200;

/** Names the crosspoint under the cursor once the site is known; the matrix is painted in the same frame. */
const MATRIX = '#crosspoint-cell';

const pages = [
  { name: 'overview', path: '/', selector: '[data-place]' },
  { name: 'devices', path: '/devices', selector: '[data-device]' },
  { name: 'matrix', path: '/matrix', selector: MATRIX },
  { name: 'grants', path: '/people?tab=grants', selector: '[data-cell="0 0"]' },
] as const;

export async function measurePage(sizes: PageSizes, say: (line: string) => void): Promise<readonly CaseResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'seatmatrix-bench-'));
  try {
    await buildWeb();
    await using opened = new AsyncDisposableStack();
    const browser = opened.adopt(await openBrowser(), (each) => each.close());
    return [
      ...firstPageSizes(),
      ...(await measureSite(sizes, { browser, folder: join(folder, 'site'), say })),
      ...(await measureLarge(sizes, { browser, folder: join(folder, 'large'), say })),
      ...(await measureNaive(sizes, { browser, say })),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Around {
  readonly browser: Browser;
  readonly folder: string;
  readonly say: (line: string) => void;
}

async function measureSite(sizes: PageSizes, { browser, folder, say }: Around): Promise<readonly CaseResult[]> {
  say('page: boxes are made, adopted and connected …');
  const site = await seedPageSite(sizes.site, { boxes: true, folder });
  await using manager = await PageManager.start(site.seed, join(folder, 'data'));
  await using storm = await PageStorm.start(site, manager, { seats: sizes.taken });
  const seen = { manager, cookie: await manager.signIn() };
  const results: CaseResult[] = [];
  for (const { name, path, selector } of pages) {
    say(`page: ${name}, ${sizes.loads} times with an empty cache …`);
    const times: { readonly data: number; readonly largest: number }[] = [];
    for (let load = 0; load < sizes.loads; load++) {
      await using look = await PageLook.open(browser, seen);
      times.push(await look.firstSeen(manager.address + path, selector));
    }
    const data = times.map((each) => each.data);
    results.push(summarise({ case: `${name}-first`, unit: 'ms', goal: '≤ 1,500 ms', samples: data }));
    const largest = times.map((each) => each.largest);
    results.push(summarise({ case: `${name}-largest`, unit: 'ms', goal: null, samples: largest }));
  }
  const use = async (suffix: string) => {
    for (const [name, hand] of [
      ['devices', useDevices],
      ['grants', useGrants],
      ['walk', walkAround],
    ] as const) {
      say(`page: a hand on it, ${name}${suffix} …`);
      await using look = await PageLook.open(browser, seen);
      await hand(look, { address: manager.address, rounds: sizes.rounds });
      results.push(interaction(`${name}-interaction${suffix}`, await look.interactions()));
    }
  };
  await use('');
  storm.rate = STORM_RATE;
  await use('-storm');
  say(`page: ${STORM_RATE} reports a second for ${sizes.storm / 1000} s …`);
  results.push(...(await measureMemory(sizes, { browser, seen })));
  return results;
}

const interaction = (name: string, samples: readonly number[]): CaseResult =>
  summarise({ case: name, unit: 'ms', goal: 'p95 ≤ 200 ms', samples });

/** What the page's heap grows by while reports come: its devices, and its overview with the latest events. */
async function measureMemory(
  { storm }: PageSizes,
  { browser, seen }: { readonly browser: Browser; readonly seen: Parameters<typeof PageLook.open>[1] },
): Promise<readonly CaseResult[]> {
  await using look = await PageLook.open(browser, seen);
  await look.firstSeen(`${seen?.manager.address}/devices`, '[data-device]');
  // A third of the time for what is made once.
  await look.page.waitForTimeout(storm / 3);
  const samples: number[] = [];
  let before = { bytes: await look.heap(), at: performance.now() };
  const first = before.bytes;
  for (let part = 0; part < 4; part++) {
    await look.page.waitForTimeout(storm / 6);
    const now = { bytes: await look.heap(), at: performance.now() };
    samples.push(Math.max(0, now.bytes - before.bytes) / (now.at - before.at));
    before = now;
  }
  return [
    summarise({ case: 'heap-growth-storm', unit: 'kB/s', goal: null, samples }),
    summarise({ case: 'heap-storm', unit: 'MB', goal: null, samples: [first / 2 ** 20, before.bytes / 2 ** 20] }),
  ];
}

async function measureLarge(sizes: PageSizes, { browser, folder, say }: Around): Promise<readonly CaseResult[]> {
  const { transmitters, receivers } = sizes.large;
  say(`page: a matrix of ${receivers} × ${transmitters} is scrolled …`);
  const site = await seedPageSite(sizes.large, { boxes: false, folder });
  await using manager = await PageManager.start(site.seed, join(folder, 'data'));
  const seen = { manager, cookie: await manager.signIn() };
  const times: number[] = [];
  for (let load = 0; load < sizes.loads; load++) {
    await using once = await PageLook.open(browser, seen);
    times.push((await once.firstSeen(`${manager.address}/matrix`, MATRIX)).data);
  }
  const results = [summarise({ case: 'matrix-1000-first', unit: 'ms', goal: '≤ 1,500 ms', samples: times })];
  await using look = await PageLook.open(browser, seen);
  await look.firstSeen(`${manager.address}/matrix`, MATRIX);
  await look.page.locator('canvas').first().hover();
  for (const [name, x, y] of [
    ['down', 0, 120],
    ['across', 120, 0],
  ] as const) {
    results.push(...(await measureScroll(look, { name: `matrix-1000-${name}`, x, y, duration: sizes.scroll })));
  }
  const nodes = [await look.nodes()];
  results.push(summarise({ case: 'matrix-1000-nodes', unit: 'nodes', goal: '≤ 5,000', samples: nodes }));
  return results;
}

async function measureScroll(
  look: PageLook,
  {
    name,
    x,
    y,
    duration,
  }: { readonly name: string; readonly x: number; readonly y: number; readonly duration: number },
): Promise<readonly CaseResult[]> {
  const started = performance.now();
  const frames = await look.frames(async () => {
    while (performance.now() - started < duration) await look.page.mouse.wheel(x, y);
  });
  const rate = (1000 * frames.length) / frames.reduce((sum, each) => sum + each, 0);
  return [
    summarise({ case: `${name}-frame`, unit: 'ms', goal: null, samples: frames }),
    summarise({ case: `${name}-rate`, unit: '1/s', goal: '≥ 50 /s', samples: [rate] }),
  ];
}

/** The same as elements, nothing left out, in the same browser and run. */
async function measureNaive(
  sizes: PageSizes,
  { browser, say }: Omit<Around, 'folder'>,
): Promise<readonly CaseResult[]> {
  say('page: the same as elements alone …');
  await using look = await PageLook.open(browser, null);
  await look.page.route('http://naive.test/', (route) => route.fulfill({ contentType: 'text/html', body: NAIVE }));
  const { data } = await look.firstSeen('http://naive.test/', '[data-pane="naive"]');
  for (let round = 0; round < sizes.rounds; round++) {
    await look.page.locator('#search').fill('');
    for (const letter of 'traffic 9') {
      await look.page.locator('#search').press(letter === ' ' ? 'Space' : letter);
      await look.painted();
    }
  }
  const typed = await look.interactions();
  await look.page.evaluate(`matrix(${NAIVE_MATRIX})`);
  await look.page.locator('#frame').hover();
  const scroll = { name: `naive-matrix-${NAIVE_MATRIX}`, x: 0, y: 120, duration: sizes.scroll };
  return [
    summarise({ case: 'naive-list-first', unit: 'ms', goal: null, samples: [data] }),
    summarise({ case: 'naive-list-interaction', unit: 'ms', goal: null, samples: typed }),
    ...(await measureScroll(look, scroll)),
    summarise({ case: `naive-matrix-${NAIVE_MATRIX}-nodes`, unit: 'nodes', goal: null, samples: [await look.nodes()] }),
  ];
}
