import { page } from '../page.ts';

/** Null where it worked, else why not, for a person to read. */
export async function signIn(
  credential: { readonly key: string } | { readonly token: string },
): Promise<string | null> {
  try {
    const response = await fetch(`${page.base}/console/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(credential),
    });
    if (response.ok) return null;
    const told: unknown = await response.json().catch(() => null);
    if (typeof told === 'object' && told !== null && 'message' in told && typeof told.message === 'string')
      return told.message;
    return `The server answers ${response.status}.`;
  } catch {
    return 'The server cannot be reached. Check your connection, then try again.';
  }
}
