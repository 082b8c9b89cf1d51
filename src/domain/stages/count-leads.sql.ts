import { z } from 'zod';
import { texts } from '../../db/run/args.ts';
import { statement } from '../../db/run/statement.ts';

/** How many leads each of many stages has that the reader can see; one without any has no row. */
export const leadsOfStages = statement({
  name: 'leads-of-stages',
  args: { stageIds: texts },
  row: z.object({ id: z.string(), count: z.number() }),
  text: `select stage_id as id, count(*)::int as count from leads
  where org_id = :org and stage_id = any(:stageIds::text[]) and deleted_at is null and (:business::text is null or business_id = :business) group by 1`,
});
