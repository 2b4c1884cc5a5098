import { ProblemError } from './api.ts';
import { element, required } from './element.ts';
import { enrolmentCard } from './enrolment-card.ts';
import { frame } from './frame.ts';
import { followEvents } from './live.ts';
import { pendingCard } from './pending-card.ts';
import { askToSignIn, signInWhenEnded } from './session.ts';
import { loadSite, type Site, type SiteDevice, type SitePlace } from './site.ts';
import { type Word, word } from './words.ts';

/** A manager that does not answer the first look is asked again so soon. */
const RETRY_AFTER = 2000;

const page = required('page');
const content = element('main', {});
const lost = element('div', { class: 'lost', role: 'status', hidden: true }, word('connectionLost'));
/** What is shown now, by section: one whose data did not change stays, with its focus and what was typed or told. */
const shown = new Map<Word, { readonly data: string; readonly section: HTMLElement }>();
page.append(frame({ title: '', signedIn: true, tools: [] }), content, lost);

while (!(await refresh())) await later(RETRY_AFTER);
let pending = false;
followEvents({
  // Many events at once (a box with eight routes) are one look.
  changed() {
    if (pending) return;
    pending = true;
    window.setTimeout(() => {
      pending = false;
      void refresh();
    }, 100);
  },
  connected: (connected) => {
    lost.hidden = connected;
    if (!connected) void signInWhenEnded();
  },
});

function later(milliseconds: number): Promise<void> {
  return new Promise((resolve) => window.setTimeout(resolve, milliseconds));
}

async function refresh(): Promise<boolean> {
  try {
    show(await loadSite());
    return true;
  } catch (error) {
    if (error instanceof ProblemError && error.status === 401) askToSignIn();
    else lost.hidden = false;
    return false;
  }
}

/** A site without devices begins with how they come. */
function show(site: Site): void {
  const empty = site.places.length + site.transmitters.length === 0;
  const boxes = [
    keep('boxes', [site.pending, site.free, empty], () =>
      section(
        'boxes',
        site.pending.length > 0 ? null : word(empty ? 'firstBoxes' : 'noBoxes'),
        ...site.pending.map((box) => pendingCard(box, site.free)),
      ),
    ),
    keep('enrolmentTitle', null, () => section('enrolmentTitle', word('enrolmentText'), enrolmentCard())),
  ];
  const devices = [
    keep('consoles', site.places, () => section('consoles', word('consolesText'), ...site.places.map(placeCard))),
    keep('transmitters', site.transmitters, () =>
      section('transmitters', null, element('div', { class: 'card wide' }, rows(site.transmitters))),
    ),
  ];
  const sections = empty ? boxes : [...devices, ...boxes];
  if (content.children.length !== sections.length || sections.some((each, index) => content.children[index] !== each)) {
    content.replaceChildren(...sections);
  }
}

function keep(name: Word, data: unknown, make: () => HTMLElement): HTMLElement {
  const json = JSON.stringify(data);
  const known = shown.get(name);
  if (known?.data === json) return known.section;
  const made = { data: json, section: make() };
  shown.set(name, made);
  return made.section;
}

function section(title: Word, text: string | null, ...cards: readonly Node[]): HTMLElement {
  return element(
    'section',
    { id: title },
    element('h2', {}, word(title)),
    text === null ? null : element('p', {}, text),
    cards.length === 0 ? null : element('div', { class: 'cards' }, ...cards),
  );
}

function placeCard(place: SitePlace): HTMLElement {
  return element(
    'article',
    { class: 'card', 'data-place': place.name },
    element(
      'div',
      { class: 'kind' },
      `${word(place.type)}${place.type === 'wall' ? '' : ` · ${place.operator ?? word('nobody')}`}`,
    ),
    element('h3', {}, place.name),
    rows(place.receivers),
    element(
      'div',
      {},
      element('a', { class: 'button primary', href: place.path }, word(place.type === 'seat' ? 'openSeat' : 'open')),
    ),
  );
}

function rows(devices: readonly SiteDevice[]): HTMLElement {
  return element(
    'div',
    { class: 'rows' },
    ...devices.map((device) =>
      element(
        'div',
        { class: 'row' },
        element('span', {
          class: `mark ${device.online ? '' : 'offline'}`,
          role: 'img',
          'aria-label': word(device.online ? 'online' : 'offline'),
          title: word(device.online ? 'online' : 'offline'),
        }),
        element('span', { class: 'id' }, device.id),
        element('span', { class: 'grow' }, device.name),
        element(
          'span',
          { class: 'id' },
          device.shows === null ? (device.online ? '' : word('offline')) : `← ${device.shows}`,
        ),
      ),
    ),
  );
}
