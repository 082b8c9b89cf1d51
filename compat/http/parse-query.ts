import { invalid } from '../../src/errors.ts';
import { checkParameter, decode } from './check-text.ts';

/** Reads a query string strictly. @throws INVALID for a repeated, oversized or undecodable parameter. */
export function parseQuery(search: string): Record<string, string> {
  const entries = new Map<string, string>();
  for (const pair of search.split('&')) {
    if (pair === '') continue;
    const [rawName = '', ...rest] = pair.split('=');
    const name = decode('The query string', plusAsSpace(rawName));
    const value = decode('The query string', plusAsSpace(rest.join('=')));
    checkParameter(shortName(name), name);
    checkParameter(shortName(name), value);
    if (name === '__proto__') throw invalid('Unknown parameter "__proto__".', name);
    if (entries.has(name)) throw invalid(`Parameter ${name} is given more than once.`, name);
    entries.set(name, value);
  }
  return Object.fromEntries(entries);
}

const plusAsSpace = (text: string) => text.replaceAll('+', ' ');

const shortName = (name: string) => (name.length > 40 ? `${name.slice(0, 40)}…` : name).toWellFormed();
