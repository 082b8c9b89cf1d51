/** The wordings of one answer: what stands in brackets may be kept or left out, the first letter be small or large. */
export const wordings = (...patterns: readonly string[]): string[] =>
  patterns.flatMap((pattern) =>
    pattern
      .split(/\[([^\]]*)\]/)
      .reduce<string[]>(
        (begun, part, at) => begun.flatMap((start) => (at % 2 === 1 ? [start, start + part] : [start + part])),
        [''],
      )
      .flatMap((said) => [
        said,
        said.charAt(0).toUpperCase() + said.slice(1),
        said.charAt(0).toLowerCase() + said.slice(1),
      ]),
  );

/** A number as it was written, or without what stands between its digits. */
export const dial = (written: string): string[] => [written, written.replaceAll(/[^+\d]/g, '')];
