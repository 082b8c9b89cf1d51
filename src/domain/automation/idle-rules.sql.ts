import { z } from 'zod';
import { plain } from '../../db/run/args.ts';
import { portionArgs, someOfEach } from '../../db/run/some-of-each.ts';
import { statementAcrossTenants, writeStatement } from '../../db/run/statement.ts';
import { idleSinceSql, isOpenSql } from '../leads/stalled/open-leads.ts';

/**
 * Which rules of trigger NO_TOUCH are due for which leads at :now. Since the latest touchpoint a rule moves a lead once, and none
 * takes it back to a stage that another such rule took it from, so that rules which point at each other come to an end. A rule
 * for leads of any stage leaves those alone that are won, lost or closed.
 */
const due = `automation_rules r
  join leads l on l.org_id = r.org_id and l.deleted_at is null and l.stage_id <> r.target_stage_id
   and ${idleSinceSql} <= :now::timestamptz - r.min_days_since_touch * interval '24 hours'
  join stages s on s.org_id = l.org_id and s.id = l.stage_id
 where r.trigger = 'NO_TOUCH' and r.enabled
   and case when r.from_stage_id is null then ${isOpenSql} else r.from_stage_id = l.stage_id end
   and (r.tier is null or r.tier = l.tier)
   and (r.min_confidence_score is null or l.confidence_score >= r.min_confidence_score)
   and (r.min_view_count is null or r.min_view_count <= (select count(*) from touchpoints p
         where p.org_id = l.org_id and p.lead_id = l.id and p.type = 'PROPOSAL_VIEWED'))
   and not exists (select from automation_runs x
         where x.org_id = l.org_id and x.lead_id = l.id and x.trigger = 'NO_TOUCH' and x.created_at >= ${idleSinceSql}
           and (x.rule_id = r.id or x.from_stage_id = r.target_stage_id))`;

/** Leads of every organisation for which such a rule is due, some of each: for the job that moves them. */
export const idleLeads = statementAcrossTenants({
  name: 'idle-leads',
  args: { now: plain<Date>(), ...portionArgs },
  row: z.object({ orgId: z.string(), leadId: z.string() }),
  text: someOfEach('leadId', `select distinct l.org_id, l.id from ${due} and l.org_id > :afterOrg`),
});

/** The rules that are due for one lead, which is locked. */
export const idleRules = writeStatement({
  name: 'idle-rules',
  args: { leadId: plain<string>() },
  row: z.object({ id: z.string() }),
  beyondBusiness: 'The product moves leads by itself, in the name of no business.',
  text: `select r.id from ${due} and l.org_id = :org and l.id = :leadId`,
});
