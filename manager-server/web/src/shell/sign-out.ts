import { api, doneOf } from '../api/client.ts';
import { tellFailure } from './notices.tsx';

export async function signOut(): Promise<void> {
  try {
    await doneOf(api.DELETE('/api/session'));
    location.assign('/sign-in');
  } catch (error) {
    tellFailure(error);
  }
}
