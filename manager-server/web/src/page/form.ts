import { element } from './element.ts';
import { failureText } from './problem-words.ts';

export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'password';
  readonly autocomplete: string;
}

/** A small form in the middle of the page. `submit` throws what is to be told: a RangeError in the page's own words. */
export function form(options: {
  readonly title: string;
  readonly text: string;
  readonly fields: readonly FormField[];
  readonly button: string;
  readonly submit: (values: Readonly<Record<string, string>>) => Promise<void>;
}): HTMLElement {
  const inputs = options.fields.map((field) => ({
    field,
    input: element('input', {
      id: field.name,
      name: field.name,
      type: field.type,
      autocomplete: field.autocomplete,
      required: true,
      autocapitalize: 'off',
      spellcheck: 'false',
    }),
  }));
  const problem = element('p', { class: 'problem', role: 'alert' });
  const button = element('button', { class: 'primary', type: 'submit' }, options.button);

  const submit = async () => {
    button.disabled = true;
    problem.textContent = '';
    try {
      await options.submit(Object.fromEntries(inputs.map(({ field, input }) => [field.name, input.value])));
    } catch (error) {
      problem.textContent = failureText(error);
      button.disabled = false;
      inputs.at(-1)?.input.select();
    }
  };

  const made = element(
    'form',
    {
      class: 'form',
      submit: (event: Event) => {
        event.preventDefault();
        void submit();
      },
    },
    element('h2', {}, options.title),
    element('p', {}, options.text),
    ...inputs.flatMap(({ field, input }) => [element('label', { for: field.name }, field.label), input]),
    button,
    problem,
  );
  queueMicrotask(() => inputs[0]?.input.focus());
  return made;
}
