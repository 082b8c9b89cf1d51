/** What was made of a text, kept while there is room: what was not asked for the longest goes first. */
export type KeptTexts<Made> = { get(key: string): Made | undefined; set(key: string, made: Made, chars: number): void };

/** @param mostChars of keys and of what was made, together */
export function createKeptTexts<Made>(mostChars: number): KeptTexts<Made> {
  const kept = new Map<string, { made: Made; size: number }>();
  let held = 0;

  function drop(key: string): void {
    held -= kept.get(key)?.size ?? 0;
    kept.delete(key);
  }

  return {
    get(key) {
      const found = kept.get(key);
      if (!found) return undefined;
      kept.delete(key);
      kept.set(key, found);
      return found.made;
    },
    set(key, made, chars) {
      drop(key);
      const size = key.length + chars;
      if (size > mostChars / 16) return;
      kept.set(key, { made, size });
      held += size;
      for (const oldest of kept.keys()) {
        if (held <= mostChars) return;
        drop(oldest);
      }
    },
  };
}
