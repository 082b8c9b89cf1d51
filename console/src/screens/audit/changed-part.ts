/** A text in three: what is the same before the change, what changed, and what is the same behind it. */
export type Parted = { readonly start: string; readonly changed: string; readonly end: string };

/** A value of any kind, for people to read. */
export const writeValue = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? 'null');

const segmenter = new Intl.Segmenter();

/** Whole ones as people see them, so that none is cut in two. */
const charactersOf = (text: string): readonly string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** The same characters at the beginning of both. */
function sameStart(one: readonly string[], other: readonly string[]): number {
  const most = Math.min(one.length, other.length);
  for (let at = 0; at < most; at += 1) if (one[at] !== other[at]) return at;
  return most;
}

/** Where two texts differ: from the first character that does to the last. */
export function partChanged(before: string, after: string): { readonly before: Parted; readonly after: Parted } {
  const [one, other] = [charactersOf(before), charactersOf(after)];
  const start = sameStart(one, other);
  const end = sameStart(one.slice(start).toReversed(), other.slice(start).toReversed());
  const part = (all: readonly string[]): Parted => ({
    start: all.slice(0, start).join(''),
    changed: all.slice(start, all.length - end).join(''),
    end: all.slice(all.length - end).join(''),
  });
  return { before: part(one), after: part(other) };
}
