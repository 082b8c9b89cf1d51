import type { Route } from '../../../../compat/route/route.ts';
import type { Gateway } from '../../gateway.ts';
import type { Malformed, Spoilt } from './malformed.ts';
import type { Sound } from './sound-requests.ts';
import { spoilBody } from './spoil-body.ts';
import { spoilHeaders } from './spoil-headers.ts';
import { spoilPath } from './spoil-path.ts';
import { spoilQuery } from './spoil-query.ts';

const json = { 'content-type': 'application/json' };

/** One spelling of a route, with a request that it answers. */
export type Called = { readonly route: Route; readonly method: string; readonly path: string; readonly sound: Sound };

const bodyOf = ({ route, sound }: Called): Pick<Malformed, 'body' | 'headers'> =>
  route.method === 'get' || !sound.body
    ? { body: null, headers: {} }
    : { body: JSON.stringify(sound.body), headers: json };

const pathOf = ({ path, sound: { params = {} } }: Called): string =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));

const searchOf = ({ sound: { query = {} } }: Called): string => new URLSearchParams(query).toString();

const targetOf = (path: string, search: string): string => (search === '' ? path : `${path}?${search}`);

/** The request that all the others differ from in one place. */
export const soundRequest = (called: Called, credential: Malformed['headers']): Malformed => ({
  what: 'nothing is wrong',
  method: called.method.toUpperCase(),
  target: targetOf(pathOf(called), searchOf(called)),
  body: bodyOf(called).body,
  headers: { ...bodyOf(called).headers, ...credential },
  statuses: [called.sound.status ?? called.route.status],
});

/** Every malformed request of a route, each once. */
export function malformedRequests(called: Called, keys: Gateway['keys']): Malformed[] {
  const { route, sound } = called;
  const own: Malformed['headers'] = route.access === 'public' ? {} : { authorization: `Bearer ${keys.clawcrm}` };
  const whole = soundRequest(called, own);
  const spoil = <Part>(spoilt: readonly Spoilt<Part>[], put: (part: Part) => Partial<Malformed>): Malformed[] =>
    spoilt.map(({ what, part, statuses = [400] }) => ({ ...whole, ...put(part), what, statuses }));
  const all = [
    ...spoil(spoilPath(called.path), (path) => ({ target: targetOf(path, searchOf(called)) })),
    ...spoil(spoilQuery(route, sound.query ?? {}), (search) => ({ target: targetOf(pathOf(called), search) })),
    ...spoil(spoilBody(route, sound.body ?? {}, sound.wrong ?? {}), ({ body, headers }) => ({
      body,
      headers: { ...headers, ...own },
    })),
    ...spoil(spoilHeaders(route, keys), (headers) => ({ headers: { ...bodyOf(called).headers, ...headers } })),
  ];
  return [...new Map(all.map((one) => [identityOf(one), one])).values()];
}

const identityOf = ({ target, body, headers }: Malformed): string =>
  JSON.stringify([target, typeof body === 'string' ? body : (body?.length ?? null), headers]);
