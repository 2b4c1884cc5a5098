import { ProblemError, request } from './api.ts';

/** To the sign-in and back here, when the manager says that nobody is signed in any more. */
export async function signInWhenEnded(): Promise<void> {
  try {
    await request('GET', '/api/session');
  } catch (error) {
    // Everything else is a manager that is away: whoever asked tries again.
    if (error instanceof ProblemError && error.status === 401) askToSignIn();
  }
}

export function askToSignIn(): void {
  const { pathname } = location;
  location.assign(pathname === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(pathname)}`);
}
