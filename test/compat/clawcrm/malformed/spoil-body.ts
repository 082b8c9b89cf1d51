import { z } from 'zod';
import type { Route } from '../../../../compat/route/route.ts';
import type { Malformed, Spoilt } from './malformed.ts';
import { isFields, type Schema, spoilValue } from './spoil-value.ts';

type Body = Readonly<Record<string, unknown>>;
type Raw = Pick<Malformed, 'body'> & Partial<Pick<Malformed, 'headers' | 'statuses'>>;

const json = { 'content-type': 'application/json' };
const megabytes = new Uint8Array(10_000_000).fill('a'.charCodeAt(0));

/** Bodies that no field of the route has to be known for. */
function rawBodies(sound: Body): Readonly<Record<string, Raw>> {
  const text = JSON.stringify(sound);
  const nested = (levels: number) => `{"foo":${'['.repeat(levels)}${']'.repeat(levels)}}`;
  return {
    'half of it is missing': { body: '{"id":' },
    'single quotes': { body: "{'id':'a'}" },
    'a form': { body: 'id=a&name=b' },
    'a list': { body: `[${text}]` },
    null: { body: 'null' },
    'a string': { body: '"text"' },
    'white space': { body: ' \n ' },
    __proto__: { body: '{"__proto__":{"id":"a"}}' },
    'a __proto__ further in': { body: '{"foo":{"__proto__":{}}}' },
    constructor: { body: '{"constructor":{"prototype":{}}}' },
    'a NUL': { body: '{"foo":"a\\u0000"}' },
    'a lone surrogate': { body: '{"foo":"\\ud800"}' },
    'a lone surrogate as a key': { body: '{"\\udc00":1}' },
    'bytes that are not UTF-8': { body: Uint8Array.from([0x7b, 0x22, 0xff, 0x22, 0x7d]) },
    'nested 100 deep': { body: nested(100) },
    'another type': { body: text, headers: { 'content-type': 'text/plain' }, statuses: [415] },
    'no type': { body: text, headers: { 'content-type': '' }, statuses: [415] },
    'the type of a form': {
      body: text,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      statuses: [415],
    },
    'another charset': {
      body: text,
      headers: { 'content-type': 'application/json; charset=utf-16' },
      statuses: [415],
    },
    'said to be compressed': { body: text, headers: { ...json, 'content-encoding': 'gzip' }, statuses: [415] },
    '10 MB': { body: megabytes, statuses: [413] },
  };
}

/** Every field of the sound body with a NUL, which is no text wherever it stands. */
const withNul = (sound: Body): Spoilt<unknown>[] =>
  Object.entries(sound).flatMap(([field, value]) =>
    typeof value === 'string' ? [{ what: `${field} ends with a NUL`, part: { ...sound, [field]: `${value}\0` } }] : [],
  );

const disagreeing = (route: Route, sound: Body): Spoilt<unknown>[] =>
  Object.entries(route.aliases.body).map(([alias, name]) => ({
    what: `${alias} and ${name} disagree`,
    part: { ...sound, [name]: 'One', [alias]: 'Another' },
  }));

/** What is wrong with each body of a route, and the body as it is sent. */
export function spoilBody(
  route: Route,
  sound: Body,
  wrong: Readonly<Record<string, object>>,
): Spoilt<Pick<Malformed, 'body' | 'headers'>>[] {
  if (route.method === 'get') return [];
  const schema: Schema = z.toJSONSchema(route.body, { io: 'input', unrepresentable: 'any' });
  const known: Spoilt<unknown>[] = Object.entries(wrong).map(([what, fields]) => ({
    what,
    part: { ...sound, ...fields },
  }));
  const spoilt: Spoilt<unknown>[] = [
    ...spoilValue(schema, sound, schema, ''),
    ...known,
    ...withNul(sound),
    ...disagreeing(route, sound),
  ];
  return [
    ...Object.entries(rawBodies(sound)).map(([what, { body, headers = json, statuses = [400] }]) => ({
      what: `the body is ${what}`,
      part: { body, headers },
      statuses,
    })),
    ...spoilt
      .filter(({ part }) => isFields(part))
      .map(({ what, part, statuses = [400] }) => ({
        what,
        part: { body: JSON.stringify(part), headers: json },
        statuses,
      })),
  ];
}
