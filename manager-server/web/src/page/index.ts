import { ProblemError } from './api.ts';
import { element, required } from './element.ts';
import { frame } from './frame.ts';
import { followEvents } from './live.ts';
import {
  adopt,
  createEnrolmentCode,
  type FreePlace,
  loadSite,
  type PendingBox,
  type Site,
  type SiteDevice,
  type SitePlace,
} from './site.ts';
import { type Word, word } from './words.ts';

const page = required('page');
const content = element('main', {});
const lost = element('div', { class: 'lost', role: 'status', hidden: true }, word('connectionLost'));
/** What is shown now, by section: one whose data did not change stays, with its focus and what was typed or told. */
const shown = new Map<Word, { readonly data: string; readonly section: HTMLElement }>();
page.append(frame({ title: '', signedIn: true, tools: [] }), content, lost);

if (await refresh()) {
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
    },
  });
}

async function refresh(): Promise<boolean> {
  try {
    show(await loadSite());
    return true;
  } catch (error) {
    if (error instanceof ProblemError && error.status === 401) location.assign('/sign-in');
    else lost.hidden = false;
    return false;
  }
}

function show(site: Site): void {
  const sections = [
    keep('consoles', site.places, () => section('consoles', word('consolesText'), ...site.places.map(placeCard))),
    keep('transmitters', site.transmitters, () =>
      section('transmitters', null, element('div', { class: 'card wide' }, rows(site.transmitters))),
    ),
    keep('boxes', [site.pending, site.free], () =>
      section(
        'boxes',
        site.pending.length === 0 ? word('noBoxes') : null,
        ...site.pending.map((box) => pendingCard(box, site.free)),
      ),
    ),
    keep('enrolmentTitle', null, () => section('enrolmentTitle', null, enrolmentCard())),
  ];
  if (sections.some((each, index) => content.children[index] !== each)) content.replaceChildren(...sections);
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
    element('p', {}, text ?? ''),
    element('div', { class: 'cards' }, ...cards),
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

/** The fingerprint is for comparing with what the box itself shows: whoever adopts blindly may adopt anybody's box. */
function pendingCard(box: PendingBox, free: readonly FreePlace[]): HTMLElement {
  const place = element(
    'select',
    { 'aria-label': word('place') },
    element('option', { value: '' }, word('newDevice')),
    ...free.filter(({ kind }) => kind === box.kind).map(({ key, label }) => element('option', { value: key }, label)),
  );
  const problem = element('p', { class: 'problem', role: 'alert' });
  const button = element('button', { type: 'button', class: 'primary', click: () => void go() }, word('adopt'));
  const go = async () => {
    button.disabled = true;
    try {
      await adopt(box, place.value === '' ? null : place.value);
    } catch (error) {
      problem.textContent = error instanceof ProblemError ? error.message : word('failed');
      button.disabled = false;
    }
  };
  return element(
    'article',
    { class: 'card', 'data-fingerprint': box.fingerprint },
    element(
      'div',
      { class: 'kind' },
      `${word(box.kind === 'transmitter' ? 'transmitter' : 'receiver')} · ${box.address}`,
    ),
    element('div', { class: 'kind' }, word('compare')),
    element('code', {}, box.fingerprint.replace(/(.{4})/g, '$1 ').trim()),
    element('div', { class: 'row' }, place, button),
    problem,
  );
}

function enrolmentCard(): HTMLElement {
  const told = element('div', {});
  const make = async () => {
    try {
      const code = await createEnrolmentCode();
      told.replaceChildren(
        element('p', {}, word('enrolmentText')),
        element('code', {}, `npm run agent -- receiver --manager ${location.hostname}:8443 --enrol ${code}`),
      );
    } catch (error) {
      told.replaceChildren(
        element('p', { class: 'problem' }, error instanceof ProblemError ? error.message : word('failed')),
      );
    }
  };
  return element(
    'article',
    { class: 'card' },
    element('div', {}, element('button', { type: 'button', click: () => void make() }, word('enrolment'))),
    told,
  );
}
