import { api, doneOf } from '../../api/client.ts';
import { withPassword } from '../../shell/password-confirmation.tsx';

/** Signs the operator out everywhere. Asks for one's own password where the manager wants it. */
export async function setPassword(key: string, password: string): Promise<void> {
  const params = { path: { key } };
  await withPassword(() => doneOf(api.PUT('/api/operators/{key}/password', { params, body: { password } })));
}
