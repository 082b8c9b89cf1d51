import { keepOwn, onForgotten, readOwn } from './own-words.ts';

const most = 200;

export type KeptWords<Words> = {
  readonly find: (owner: string, id: string) => Words | null;
  /** Null is nothing. */
  readonly keep: (owner: string, id: string, words: Words | null) => void;
};

/**
 * What was written under this name and is not sent, by who wrote it, then by what it belongs to: the latest 200. It outlives a
 * reload of this tab.
 */
export function createKeptWords<Words>(name: string, read: (kept: unknown) => Words | null): KeptWords<Words> {
  const all = new Map<string, Map<string, Words>>();

  function wordsOf(owner: string): Map<string, Words> {
    const known = all.get(owner);
    if (known) return known;
    const kept = Object.entries(readOwn(owner, name) ?? {});
    keepOwn(owner, name, null);
    const words = new Map(
      kept.flatMap(([id, value]: [string, unknown]): [string, Words][] => {
        const one = read(value);
        return one === null ? [] : [[id, one]];
      }),
    );
    all.set(owner, words);
    return words;
  }

  addEventListener('pagehide', () => {
    for (const [owner, words] of all) if (words.size > 0) keepOwn(owner, name, Object.fromEntries(words));
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) for (const owner of all.keys()) keepOwn(owner, name, null);
  });
  onForgotten((owner) => void all.delete(owner));

  return {
    find: (owner, id) => wordsOf(owner).get(id) ?? null,
    keep(owner, id, value) {
      const words = wordsOf(owner);
      words.delete(id);
      if (value !== null) words.set(id, value);
      const [oldest] = words.keys();
      if (words.size > most && oldest !== undefined) words.delete(oldest);
    },
  };
}
