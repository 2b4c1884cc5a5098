import { api, doneOf } from '../../api/client.ts';

/** Signs the operator out everywhere. */
export async function setPassword(key: string, password: string): Promise<void> {
  await doneOf(api.PUT('/api/operators/{key}/password', { params: { path: { key } }, body: { password } }));
}
