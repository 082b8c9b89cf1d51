/** What text is, in one place: everybody may import it, it imports nothing of ours. */

/** PostgreSQL stores neither a NUL nor half a surrogate pair. */
export const isStorable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

const visible = /[^\s\p{Z}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Whether nobody would see anything of it: no space of any width, joiner, filler or empty Braille cell shows. */
export const isBlank = (text: string): boolean => !visible.test(text);

/** URL parsers drop white space in the middle of an address: what is kept would not be what is called. */
export const holdsSpace = (text: string): boolean => /[\s\p{Cc}]/u.test(text);

/**
 * Two names with the same fold are the same name, and words are found by it: composed or not, in any case and width, in
 * Turkish, whose İ becomes an i with a dot of its own in lower case, and whose ı has none, and in Greek, whose Σ becomes a ς
 * where a word ends: a part of a word would not be found by it.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('\u0307', '')
    .replaceAll('ı', 'i')
    .replaceAll('ς', 'σ')
    .normalize('NFKC');

/** A text without those characters at its end, in one pass: a regular expression would begin again at each of them. */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
