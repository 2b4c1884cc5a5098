import { request } from './api.ts';
import { required } from './element.ts';
import { form } from './form.ts';
import { frame } from './frame.ts';
import { word } from './words.ts';

required('page').append(
  frame({ title: '', signedIn: false, tools: [] }),
  form({
    title: word('signIn'),
    text: word('administrator'),
    fields: [
      { name: 'name', label: word('name'), type: 'text', autocomplete: 'username' },
      { name: 'password', label: word('password'), type: 'password', autocomplete: 'current-password' },
    ],
    button: word('signIn'),
    async submit({ name = '', password = '' }) {
      await request('POST', '/api/session', { name, password });
      location.assign(next());
    },
  }),
);

/** Where the person wanted to go; only ever a path of this site. */
function next(): string {
  const wanted = new URLSearchParams(location.search).get('next') ?? '/';
  return /^\/(?!\/)/.test(wanted) ? wanted : '/';
}
