import { z } from 'zod';
import { plain } from '../../db/run/args.ts';
import { statement } from '../../db/run/statement.ts';

const ofReader = `org_id = :org and business_id = coalesce(:business::text, '') and count > 0`;

/** What is kept of the leads: of their days those since then, of sources those of most leads. */
export const figuresOfLeads = statement({
  name: 'figures-of-leads',
  args: { sinceDay: plain<string>() },
  row: z.object({
    kind: z.enum(['LEADS', 'LEAD_SOURCES', 'LEAD_DAYS', 'LEAD_SCORES', 'LEAD_ENRICHMENTS']),
    key: z.string(),
    count: z.number(),
  }),
  text: `(select kind, key, count from kept_counts
  where ${ofReader} and kind = 'LEAD_SOURCES' order by count desc, key limit 200)
  union all
  select kind, key, count from kept_counts
  where ${ofReader} and (kind in ('LEADS', 'LEAD_SCORES', 'LEAD_ENRICHMENTS') or kind = 'LEAD_DAYS' and key >= :sinceDay)`,
});

/** What happened since then: ids begin with the time their rows were made, so the primary keys hold the range. */
export const figuresOfActivity = statement({
  name: 'figures-of-activity',
  args: { sinceId: plain<string>() },
  row: z.object({ kind: z.enum(['touchpoints', 'audit', 'enrolments']), key: z.string(), count: z.number() }),
  // How long ago it begins decides whether its rows are few.
  isPlannedAnew: true,
  text: `select 'touchpoints' as kind, type::text as key, count(*)::int as count from touchpoints
    where org_id = :org and id >= :sinceId and (:business::text is null or business_id = :business) group by type
  union all
  select 'audit', action, count(*)::int from audit_entries
    where org_id = :org and id >= :sinceId and (:business::text is null or business_id = :business)
      and action in ('lead.stage_changed', 'lead.converted') group by action
  union all
  select 'enrolments', status::text, count(*)::int from enrolments
    where org_id = :org and (:business::text is null or business_id = :business) group by status`,
});
