import { expect, test } from 'vitest';
import { startApp } from './sample-app.ts';

const command = { function: 'connect', text: 'dl' } as const;

async function site() {
  const app = await startApp();
  const make = async (collection: string, body: unknown) =>
    (await app.request('POST', `/api/${collection}`, { body })).json.key as string;
  const operator = await make('operators', { name: 'op', role: 'operator', disabled: false, groups: [] });
  const desk = {
    id: '5001',
    name: 'desk',
    location: '',
    kind: 'receiver',
    receiverKind: 'desk',
    viewWhileSignedOut: false,
  };
  return { ...app, operator, receiver: await make('devices', desk) };
}

test('a trial asks the matrix, with the hotkey as it is being edited', async () => {
  const { request, boxSide, operator, receiver } = await site();
  const hotkey = { text: 'dl', devices: ['t1'] };
  const tried = await request('POST', '/api/trials', { body: { ...command, operator, receiver, hotkey } });
  expect(tried.json).toEqual({ refusal: 'unknown-name', targets: [] });
  expect(boxSide.asked).toEqual([
    { what: 'tryCommand', with: { ...command, operator, receiver, hotkey: { key: '', ...hotkey } } },
  ]);
});

test('a trial for nobody, or at no desk, names what is missing', async () => {
  const { request, operator, receiver } = await site();
  const pointer = async (body: object) => {
    const { status, json } = await request('POST', '/api/trials', { body: { ...command, ...body } });
    return [status, json.errors[0].pointer];
  };
  expect(await pointer({ operator: 'gone', receiver })).toEqual([404, '/operator']);
  expect(await pointer({ operator, receiver: 'gone' })).toEqual([404, '/receiver']);
});
