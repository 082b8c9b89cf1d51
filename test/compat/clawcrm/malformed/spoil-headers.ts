import type { Route } from '../../../../compat/route/route.ts';
import type { Gateway } from '../../gateway.ts';
import type { Malformed, Spoilt } from './malformed.ts';

type Headers = Malformed['headers'];

const bearer = (token: string): Headers => ({ authorization: `Bearer ${token}` });

/** What is wrong with each set of headers, and the headers in the place of the sound credential. */
export function spoilHeaders(route: Route, keys: Gateway['keys']): Spoilt<Headers>[] {
  const refused = (what: string, part: Headers, status = 401) => ({ what, part, statuses: [status] });
  const own = bearer(keys.clawcrm);
  const credentials = [
    refused('no key', {}),
    refused('an unknown key', bearer(`rcm_live_${'A'.repeat(43)}`)),
    refused('no token', { authorization: 'Bearer' }),
    refused('another scheme', { authorization: `Basic ${keys.clawcrm}` }),
    refused('two different keys', { ...own, 'x-api-key': `rcm_live_${'A'.repeat(43)}` }),
    refused('a key of AI93', { 'x-api-key': keys.ai93 }),
    refused('the key of a widget', bearer(keys.widget)),
  ];
  const repeatable = ['', 'a b', 'a'.repeat(256), '\u00e9'].map((value) =>
    refused(`the Idempotency-Key "${value.slice(0, 10)}"`, { ...own, 'idempotency-key': value }, 400),
  );
  const changed = refused('the ETag of something else', { ...own, 'if-match': '"of something else"' }, 412);
  if (route.access === 'public') return [];
  return [...credentials, ...(route.idempotent ? repeatable : []), ...(route.kind === 'write' ? [changed] : [])];
}
