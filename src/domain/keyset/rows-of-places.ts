import type { Page } from '../page.ts';

type Identified = { readonly id: string };

type RowsOf<Place, Row> = {
  /** The rows of these ids, in any order. */
  readonly read: (ids: string[]) => Promise<readonly Row[]>;
  /** The cursor of where a row was found, whatever it has become since; absent where it is the row's id. */
  readonly cursorOf?: ((place: Place) => string) | undefined;
};

/** A page of rows whose places are known: one that is not there, or matches no longer, once the rows are read is left out. */
export async function rowsOfPlaces<Place extends Identified, Row extends Identified>(
  found: Page<Place>,
  { read, cursorOf }: RowsOf<Place, Row>,
): Promise<Page<Row>> {
  const ids = found.rows.map(({ id }) => id);
  const rows = ids.length === 0 ? [] : await read(ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const cursors = cursorOf && new Map(found.rows.map((place) => [place.id, cursorOf(place)]));
  return {
    rows: ids.flatMap((id) => byId.get(id) ?? []),
    backward: found.backward,
    hasMore: found.hasMore,
    hasOther: found.hasOther,
    countAll: found.countAll,
    ...(cursors && { cursorOf: ({ id }: Row) => cursors.get(id) ?? '' }),
  };
}
