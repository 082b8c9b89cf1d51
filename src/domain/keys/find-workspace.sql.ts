import { z } from 'zod';
import { plain } from '../../db/run/args.ts';
import { statementAcrossTenants } from '../../db/run/statement.ts';

/** A workspace by slug or id; where none is named, the first: the installation's own, or where there is none of its slug, the oldest that is no demo. */
export const workspaceOf = statementAcrossTenants({
  name: 'find-workspace',
  args: { firstSlug: plain<string>(), wanted: plain<string | null>() },
  row: z.object({ id: z.string(), slug: z.string(), name: z.string(), isFirst: z.boolean() }),
  text: `with first as (select id from organisations where not is_demo order by slug = :firstSlug desc, created_at, id limit 1)
select o.id, o.slug, o.name, first.id is not null as "isFirst"
  from organisations o left join first on first.id = o.id
 where case when :wanted::text is null then first.id is not null else o.id = :wanted or o.slug = :wanted end`,
});
