import { element } from './element.ts';
import { failureText } from './problem-words.ts';
import { createEnrolmentCode } from './site.ts';
import { word } from './words.ts';

/** As many boxes as the manager lets one code adopt. */
const USES_MAX = 10_000;

/** Makes an enrolment code and shows the commands that use it, ready to be copied. */
export function enrolmentCard(): HTMLElement {
  const told = element('div', { class: 'commands', role: 'status' });
  const uses = element('input', { id: 'uses', type: 'number', min: '1', max: String(USES_MAX), value: '1' });
  const make = async () => {
    if (!uses.reportValidity()) return;
    try {
      told.replaceChildren(...commands(await createEnrolmentCode(uses.valueAsNumber), uses.valueAsNumber));
    } catch (error) {
      told.replaceChildren(element('p', { class: 'problem' }, failureText(error)));
    }
  };
  return element(
    'form',
    {
      class: 'card wide',
      submit: (event: Event) => {
        event.preventDefault();
        void make();
      },
    },
    element(
      'div',
      { class: 'row' },
      element('label', { for: 'uses' }, word('enrolmentUses')),
      uses,
      element('button', { type: 'submit' }, word('enrolment')),
    ),
    told,
  );
}

function commands(
  { code, boxPort }: { readonly code: string; readonly boxPort: number },
  uses: number,
): readonly HTMLElement[] {
  const manager = `--manager ${location.hostname}:${boxPort} --enrol ${code}`;
  const receivers = Math.ceil(uses / 2);
  return [
    ...command(word('onReceiver'), `npm run agent -- receiver ${manager}`),
    ...command(word('onTransmitter'), `npm run agent -- transmitter ${manager}`),
    ...command(word('onSimulator'), `npm run sim -- --tx ${uses - receivers} --rx ${receivers} --console ${manager}`),
  ];
}

function command(where: string, text: string): readonly HTMLElement[] {
  const copy = element('button', { type: 'button', click: () => void write() }, word('copy'));
  const write = async () => {
    try {
      await navigator.clipboard.writeText(text);
      copy.textContent = word('copied');
    } catch {
      // No clipboard without HTTPS, or refused: selected, so that Ctrl+C takes it.
      window.getSelection()?.selectAllChildren(shown);
    }
  };
  const shown = element('code', {}, text);
  return [element('div', { class: 'kind' }, where), element('div', { class: 'row' }, shown, copy)];
}
