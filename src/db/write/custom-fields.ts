import type { CustomField } from '../generated/prisma/client.ts';

type RawReader = { $queryRawUnsafe<T>(sql: string, ...values: unknown[]): PromiseLike<T> };

export type FieldDefinition = Pick<CustomField, 'name' | 'fieldType' | 'options' | 'required'>;

/**
 * The custom fields of these names and all required ones, in one statement. They stay as they are until commit, so that a
 * value and a change of its field's type cannot pass each other.
 */
export const readDefinitions = (database: RawReader, orgId: string, names: readonly string[]) =>
  database.$queryRawUnsafe<FieldDefinition[]>(
    `select name, field_type::text as "fieldType", options, required from custom_fields
      where org_id = $1 and (required or name = any($2::text[])) order by id for share`,
    orgId,
    names,
  );

/** How many leads hold a value of a custom field, deleted ones too; counts no further than `most`. */
export async function countValues(database: RawReader, orgId: string, name: string, most: number): Promise<number> {
  const rows = await database.$queryRawUnsafe<{ count: number }[]>(
    `select count(*)::int as count from (
       select 1 from leads where org_id = $1 and custom_fields is not null and custom_fields ? $2 limit $3
     ) as holding`,
    orgId,
    name,
    most,
  );
  return rows[0]?.count ?? 0;
}
