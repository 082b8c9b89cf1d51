type Cookie = 'session' | 'oidc';

/**
 * Named for its origin: over https with the prefix that browsers give to no other host’s cookie, else with the port, since
 * servers on one machine share a jar.
 */
function nameOf(cookie: Cookie, origin: string): string {
  const { protocol, port } = new URL(origin);
  const name = `tributary-${cookie}`;
  if (protocol === 'https:') return `__Host-${name}`;
  return port ? `${name}-${port}` : name;
}

type Header = string | string[] | undefined;

/** Its value; null where there is none, or two of the name, of which one is somebody else's. */
function read(cookie: Cookie, header: Header, origin: string): string | null {
  const name = nameOf(cookie, origin);
  const found = [header ?? '']
    .flat()
    .join(';')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`));
  return found.length === 1 ? (found[0]?.slice(name.length + 1) ?? null) : null;
}

type Written = { readonly value: string; readonly maxAgeSeconds: number; readonly sameSite: 'Strict' | 'Lax' };

/** The whole `Set-Cookie`: no script reads it, and no other host gets it. */
const write = (cookie: Cookie, origin: string, { value, maxAgeSeconds, sameSite }: Written): string =>
  [
    `${nameOf(cookie, origin)}=${value}`,
    'Path=/',
    `Max-Age=${maxAgeSeconds}`,
    'HttpOnly',
    `SameSite=${sameSite}`,
    ...(origin.startsWith('https:') ? ['Secure'] : []),
  ].join('; ');

export const readSessionCookie = (header: Header, origin: string): string | null => read('session', header, origin);

/** No other site has the browser send it. */
export const sessionCookie = (origin: string, token: string, maxAgeSeconds: number): string =>
  write('session', origin, { value: token, maxAgeSeconds, sameSite: 'Strict' });

export const readAttemptCookie = (header: Header, origin: string): string | null => read('oidc', header, origin);

/** What is known again of a person who was sent to sign in elsewhere, and comes back from that site. */
export const attemptCookie = (origin: string, value: string, maxAgeSeconds: number): string =>
  write('oidc', origin, { value, maxAgeSeconds, sameSite: 'Lax' });
