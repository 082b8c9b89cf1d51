/** Longer messages are read up to here. With the bounded patterns beside this file, reading stays linear. */
const maxLength = 65_536;
const maxSentences = 500;

/** One space between words, straight quotes, one entry per sentence; its full stop or question mark stays with it. */
export function toSentences(text: string): readonly string[] {
  return text
    .slice(0, maxLength)
    .replaceAll(/[\u2018\u2019\u02BC]/g, "'")
    .replaceAll(/[\u201C\u201D]/g, '"')
    .split(/[\r\n]/)
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .flatMap((line) => line.split(/(?<=[.!?;]) (?!\d)/))
    .filter((sentence) => sentence !== '')
    .slice(0, maxSentences);
}

export const isQuestion = (sentence: string): boolean => sentence.endsWith('?');

/** The first answer that `find` has for any of them. */
export function firstOf<Item, Found>(
  items: Iterable<Item>,
  find: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}
