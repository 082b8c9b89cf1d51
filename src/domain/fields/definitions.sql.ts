import { z } from 'zod';
import { CustomFieldType } from '../../db/generated/prisma/enums.ts';
import { plain, texts } from '../../db/run/args.ts';
import { statement, writeStatement } from '../../db/run/statement.ts';

/**
 * The custom fields of these names and all required ones. They stay as they are until commit, so that a value and a change of
 * its field's type cannot pass each other.
 */
export const fieldDefinitions = writeStatement({
  name: 'field-definitions',
  args: { names: texts },
  row: z.object({
    name: z.string(),
    fieldType: z.enum(CustomFieldType),
    options: z.array(z.string()),
    required: z.boolean(),
  }),
  text: `select name, field_type::text as "fieldType", options, required from custom_fields
      where org_id = :org and (required or name = any(:names::text[])) order by id for share`,
});

/** How many leads hold a value of a custom field, deleted ones too; counts no further than `most`. */
export const countValues = statement({
  name: 'count-values',
  args: { name: plain<string>(), most: plain<number>() },
  row: z.object({ count: z.number() }),
  beyondBusiness: 'A field is of the whole organisation.',
  text: `select count(*)::int as count from (
       select 1 from leads where org_id = :org and custom_fields is not null and custom_fields ? :name limit :most
     ) as holding`,
});
