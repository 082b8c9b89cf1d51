import { z } from 'zod';
import { plain } from '../../db/run/args.ts';
import { statement } from '../../db/run/statement.ts';

/** The newest events about a lead: deliveries name their event alone. */
export const eventsOfLead = statement({
  name: 'events-of-lead',
  args: { leadId: plain<string>(), most: plain<number>() },
  row: z.object({ id: z.string() }),
  text: `select id from events
    where org_id = :org and lead_id = :leadId and (:business::text is null or business_id = :business)
    order by position desc limit :most`,
});
