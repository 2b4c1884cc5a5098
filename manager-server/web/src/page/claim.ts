import { request } from './api.ts';
import { required } from './element.ts';
import { form } from './form.ts';
import { frame } from './frame.ts';
import { word } from './words.ts';

required('page').append(
  frame({ title: '', signedIn: false, tools: [] }),
  form({
    title: word('claimTitle'),
    text: word('claimText'),
    fields: [
      { name: 'code', label: word('claimCode'), type: 'text', autocomplete: 'one-time-code' },
      { name: 'name', label: word('name'), type: 'text', autocomplete: 'username' },
      { name: 'password', label: word('password'), type: 'password', autocomplete: 'new-password' },
      { name: 'again', label: word('passwordAgain'), type: 'password', autocomplete: 'new-password' },
    ],
    button: word('claim'),
    async submit({ code = '', name = '', password = '', again = '' }) {
      if (password !== again) throw new RangeError(word('passwordsDiffer'));
      await request('POST', '/api/claim', { code, name, password });
      location.assign('/');
    },
  }),
);
