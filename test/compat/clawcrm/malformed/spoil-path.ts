import type { Spoilt } from './malformed.ts';
import { foreignIds } from './spoil-value.ts';

const garbledSegments: Readonly<Record<string, string>> = {
  'broken percent-encoding': '%zz',
  'bytes that are not UTF-8': '%ff',
  'a NUL': '%00',
  'an over-long id': 'a'.repeat(1_001),
  'two dots': '%2e%2e',
  'a path of its own': '..%2f..%2fetc%2fpasswd',
  null: 'null',
  undefined: 'undefined',
  'an object': '%5Bobject%20Object%5D',
  constructor: 'constructor',
  __proto__: '__proto__',
  SQL: 'rp_1%27%20or%20%271%27=%271',
  'a wild card': '%25',
  'a placeholder': '%7BleadId%7D',
  'white space': '%20',
  emoji: '%F0%9F%A6%9E',
};

/** The path of a route with something else in the place of its ids; nothing where it has none. */
export function spoilPath(path: string): Spoilt<string>[] {
  if (!path.includes(':')) return [];
  const segments = { ...garbledSegments, ...Object.fromEntries(Object.entries(foreignIds)) };
  return Object.entries(segments).map(([what, segment]) => ({
    what: `${what} in the path`,
    part: path.replace(/:\w+/, segment),
    statuses: [400, 404],
  }));
}
