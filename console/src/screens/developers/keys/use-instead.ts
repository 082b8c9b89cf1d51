import { useEffect, useState } from 'react';
import { page } from '../../../page.ts';

type Canonical = ReadonlyMap<string, string>;

/** All objects within a document, with what each is called. */
function* objectsOf(value: unknown, name = ''): Generator<readonly [string, Readonly<Record<string, unknown>>]> {
  if (typeof value !== 'object' || value === null) return;
  const entries = Object.entries(value);
  const own: Readonly<Record<string, unknown>> = Object.fromEntries(entries);
  yield [name, own];
  // A parameter has its name beside its schema.
  for (const [key, inner] of entries)
    yield* objectsOf(inner, key === 'schema' && typeof own['name'] === 'string' ? own['name'] : key);
}

/** By an older name of a parameter or field, the one it has now. */
function readNames(document: unknown): Canonical {
  const names = new Map<string, string>();
  for (const [name, { 'x-aliases': aliases }] of objectsOf(document)) {
    if (!Array.isArray(aliases)) continue;
    for (const alias of aliases) if (typeof alias === 'string') names.set(alias, name);
  }
  return names;
}

/** What to write in place of an older spelling of this dialect’s API, as its OpenAPI document tells; null where it does not. Documents are called as the dialect. */
export function useInstead(dialect: string | null): (alias: string) => string | null {
  const [names, setNames] = useState<Canonical>(new Map());
  const name = dialect?.toLowerCase();
  useEffect(() => {
    if (name === undefined) return undefined;
    const stop = new AbortController();
    void (async () => {
      const answer = await fetch(`${page.base}/openapi/${name}.json`, { signal: stop.signal }).catch(() => null);
      const document: unknown = answer?.ok ? await answer.json().catch(() => null) : null;
      if (document !== null) setNames(readNames(document));
    })();
    return () => stop.abort();
  }, [name]);
  return (alias) => {
    const [, call, older] = /^(.*[?#.:\s])([^?#.:\s]+)$/.exec(alias) ?? [];
    const now = older === undefined ? undefined : names.get(older);
    return call === undefined || now === undefined ? null : `${call}${now}`;
  };
}
