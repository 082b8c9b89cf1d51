import { z } from 'zod';
import type { Route } from '../../../../compat/route/route.ts';
import type { Spoilt } from './malformed.ts';
import { foreignIds, resolve, type Schema } from './spoil-value.ts';

type Query = Readonly<Record<string, string>>;

/** What no route takes. */
const strangeParameters: Readonly<Record<string, string>> = {
  'an unknown parameter': 'foo=1',
  'a repeated parameter': 'foo=1&foo=1',
  'a NUL in a value': 'foo=a%00',
  'broken percent-encoding': 'foo=%zz',
  'an over-long value': `foo=${'a'.repeat(1_001)}`,
  __proto__: '__proto__=1',
};

/** More of it, for routes that take nothing: there is no other way to call them wrongly. */
const strangerParameters: Readonly<Record<string, string>> = {
  'an unknown parameter without a value': 'foo',
  'a parameter without a name': '=1',
  'a second question mark': '?foo=1',
  'a name in brackets': 'filter[id]=1',
  'a list in brackets': 'ids[]=1',
  'a name in capitals': 'LIMIT=1',
  'a name with a dot': 'page.size=1',
  'a name of white space': '%20=1',
  'an encoded __proto__': '%5F_proto__=1',
  constructor: 'constructor=1',
  'the name of a method': 'toString=1',
  'a NUL in a name': 'foo%00=a',
  'half of a percent-encoding': 'foo=%e',
  'bytes that are not UTF-8': 'foo=%ff',
  'an encoded surrogate': 'foo=%ed%a0%80',
  'an over-long name': `${'a'.repeat(1_001)}=1`,
  'SQL in a name': 'id%27%20or%201=1',
  'JSON for a name': '%7B%22id%22:1%7D',
};

const badNumbers = ['abc', '', '-1', '1.5', '1e3', '0x10', '%2B1', '%201', 'NaN', '%D9%A1'];
const tooLarge = '99999999999999999999';
const badFlags = ['', 'yes', '1', 'TRUE', 'null', 'true,false'];

/** What is wrong with each query of a route, and the query as it is sent, without its question mark. */
export function spoilQuery(route: Route, sound: Query): Spoilt<string>[] {
  const root: Schema = z.toJSONSchema(route.query, { io: 'input', unrepresentable: 'any' });
  const rest = (without = '') =>
    Object.entries(sound)
      .filter(([name]) => name !== without)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const join = (...parts: string[]) => parts.filter((part) => part !== '').join('&');
  const strangers = takesNothing(route) ? { ...strangeParameters, ...strangerParameters } : strangeParameters;
  const strange = Object.entries(strangers).map(([what, text]) => ({ what, part: join(...rest(), text) }));
  const missing = (root.required ?? []).map((name) => ({ what: `${name} is missing`, part: join(...rest(name)) }));
  const known = Object.entries(root.properties ?? {}).flatMap(([name, property]) =>
    typeof property === 'boolean'
      ? []
      : spoilParameter(name, resolve(property, root).schema).map(({ part, ...spoilt }) => ({
          ...spoilt,
          part: join(...rest(name), part),
        })),
  );
  const aliased = Object.entries(route.aliases.query).map(([alias, name]) => ({
    what: `${alias} and ${name} disagree`,
    part: join(...rest(name), `${alias}=a`, `${name}=b`),
  }));
  return [...strange, ...missing, ...known, ...aliased];
}

const takesNothing = ({ params, query, body }: Route) =>
  [params, query, body].every(({ shape }) => Object.keys(shape).length === 0);

function spoilParameter(name: string, schema: Schema): Spoilt<string>[] {
  const { type, const: only, maximum, minimum } = schema;
  const wrong = (value: string, statuses: readonly number[] = [400]): Spoilt<string> => ({
    what: `${name}=${value.slice(0, 40)}`,
    part: `${name}=${value}`,
    statuses,
  });
  const garbled = ['a%00', '%zz', '%ff', 'a'.repeat(1_001), `a&${name}=a`].map((value) => wrong(value));
  const words = only === undefined ? schema.enum : [only];
  if (words)
    return [
      ...garbled,
      ...['', 'unknown', String(words[0]).toUpperCase(), `${words.join(',')},`].map((value) => wrong(value)),
    ];
  if (type === 'integer') {
    // More rows than are ever answered at once is no mistake.
    const large = name === 'limit' ? [] : [tooLarge];
    const bounds = [minimum === undefined ? [] : [minimum - 1], maximum === undefined ? [] : [maximum + 1]].flat();
    return [...garbled, ...[...badNumbers, ...large, ...bounds.map(String)].map((value) => wrong(value))];
  }
  if (type === 'boolean') return [...garbled, ...badFlags.map((value) => wrong(value))];
  const isId = /^id$|Id$/.test(name);
  return isId ? [...garbled, ...['', ...Object.values(foreignIds)].map((value) => wrong(value, [400, 404]))] : garbled;
}
