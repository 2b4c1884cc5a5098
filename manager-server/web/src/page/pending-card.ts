import { element } from './element.ts';
import { failureText } from './problem-words.ts';
import { adopt, type FreePlace, type PendingBox } from './site.ts';
import { word } from './words.ts';

/** The fingerprint is for comparing with what the box itself shows: whoever adopts blindly may adopt anybody's box. */
export function pendingCard(box: PendingBox, free: readonly FreePlace[]): HTMLElement {
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
      problem.textContent = failureText(error);
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
