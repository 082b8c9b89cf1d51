import { writeCell } from '../to-csv.ts';

/** Rows as they came, as CSV again. */
export const writeRows = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  [head, ...rows].map((cells) => `${cells.map(writeCell).join(',')}\r\n`);
