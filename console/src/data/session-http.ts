import { t } from '@lingui/core/macro';
import { page } from '../page.ts';
import { consoleMark } from './client.ts';

/** Null where it worked, else why not, for a person to read. */
async function ask(init: RequestInit): Promise<string | null> {
  try {
    const response = await fetch(`${page.base}/console/session`, init);
    if (response.ok) return null;
    const told: unknown = await response.json().catch(() => null);
    if (typeof told === 'object' && told !== null && 'message' in told && typeof told.message === 'string')
      return told.message;
    return t`The server answers ${response.status}.`;
  } catch {
    return t`The server cannot be reached. Check your connection, then try again.`;
  }
}

export const signIn = (credential: { readonly key: string } | { readonly token: string }): Promise<string | null> =>
  ask({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(credential) });

/** Ends the session of whom this tab shows; that of somebody else who signed in beside it goes on. */
export const signOut = (person: string): Promise<string | null> =>
  ask({ method: 'DELETE', headers: consoleMark(person) });
