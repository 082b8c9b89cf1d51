/** Every wording of a pattern in which each part in square brackets may stand or be left out. */
export const wordings = (...patterns: readonly string[]): readonly string[] => patterns.flatMap(expand);

/** A number as it was written, or without what divides it. */
export const number = (written: string): readonly string[] => [written, written.replace(/[^+\d]/gu, '')];

function expand(pattern: string): readonly string[] {
  const innermost = /\[([^[\]]*)\]/u.exec(pattern);
  if (!innermost) return [pattern];
  const [whole, part = ''] = innermost;
  const before = pattern.slice(0, innermost.index);
  const after = pattern.slice(innermost.index + whole.length);
  return [...expand(before + part + after), ...expand(before + after)];
}
