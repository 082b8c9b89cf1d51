type Piece = { readonly at: Date };

/** The row of the piece of time that begins at an instant. */
export function rowsByTime<Row extends Piece>(rows: readonly Row[]): (start: Date) => Row | undefined {
  const by = new Map(rows.map((row) => [row.at.getTime(), row]));
  return (start) => by.get(start.getTime());
}

/** Where reading ended before it came to the beginning, having read the newest first; null where it did not. */
export function cutOf(rows: readonly (Piece & { readonly read: number })[], most: number): Date | null {
  if ((rows[0]?.read ?? 0) <= most) return null;
  return new Date(Math.min(...rows.map(({ at }) => at.getTime())));
}
