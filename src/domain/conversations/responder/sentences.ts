/** Longer messages are read up to here. With the bounded patterns beside this file, reading stays linear. */
const maxLength = 65_536;
const maxSentences = 500;
const maxLines = 4000;

/** Somebody else's words: quoted lines, and the line that says whose they are. */
const quoted =
  /^(?:>|\|)|^(?:on|am|le|el|il) .{1,200}(?:wrote|schrieb|a écrit|escribió|ha scritto)(?: .{0,100})?:$|^.{1,200} wrote:$/i;
/** Everything below is an older message. */
const olderMessage = /^-{2,} ?(?:original message|forwarded message|ursprüngliche nachricht|message d'origine)/i;

/** The lines that are the writer's own: one space between words, straight quotes. Empty ones stay where they are. */
export function toLines(text: string): readonly string[] {
  const lines = text
    .slice(0, maxLength)
    .replaceAll(/[\u2018\u2019\u02BC]/g, "'")
    .replaceAll(/[\u201C\u201D]/g, '"')
    .split(/[\r\n]/, maxLines)
    .map((line) => line.replaceAll(/\s+/g, ' ').trim());
  const end = lines.findIndex((line) => olderMessage.test(line));
  return lines.slice(0, end === -1 ? undefined : end).filter((line) => !quoted.test(line));
}

/** One entry per sentence; its full stop or question mark stays with it, and "Mr." ends none. */
export const toSentences = (text: string): readonly string[] =>
  toLines(text)
    .flatMap((line) => line.split(/(?<=[.!?;])(?<!\b(?:mrs?|ms|mx|dr|prof|st)\.) (?!\d)/i))
    .filter((sentence) => sentence !== '')
    .slice(0, maxSentences);

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
