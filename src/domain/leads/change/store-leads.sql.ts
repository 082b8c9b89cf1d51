import { columnName } from '../../../db/column-name.ts';
import { Prisma } from '../../../db/generated/prisma/client.ts';
import { family } from '../../../db/run/family.ts';
import { change } from '../../../db/run/statement.ts';
import type { ScalarCreate } from '../../../db/scoped.ts';

/** A locked lead, and what of it is to be another. */
export type StoredLead = { readonly id: string; readonly columns: Partial<Omit<ScalarCreate<'Lead'>, 'id'>> };

const toItem = ({ id, columns }: StoredLead) => ({
  id,
  ...Object.fromEntries(
    Object.entries(columns).map(([field, value]: [string, unknown]) => [
      columnName(field),
      value === Prisma.DbNull ? null : value,
    ]),
  ),
});

const samples: readonly (readonly string[])[] = [['confidenceScore', 'scoredAt']];

/** Changes these fields of locked leads, each to what it says itself: what an item does not name stays as the row has it. */
export const storeFields = family(samples, (fields) => {
  const set = fields.map((field) => `"${columnName(field)}" = n."${columnName(field)}"`);
  return change({
    name: 'store-fields',
    args: { leads: (leads: readonly StoredLead[]) => JSON.stringify(leads.map(toItem)) },
    beyondBusiness: 'The leads are those that were locked, in reach.',
    text: `update leads l set ${set.join(', ')}
       from jsonb_array_elements(:leads::jsonb) as c(item)
       join leads b on b.org_id = :org and b.id = c.item->>'id'
      cross join lateral jsonb_populate_record(b, c.item) as n
      where l.org_id = :org and l.id = b.id`,
  });
});
